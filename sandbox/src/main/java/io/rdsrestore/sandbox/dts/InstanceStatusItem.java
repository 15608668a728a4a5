package io.rdsrestore.sandbox.dts;

import io.rdsrestore.sandbox.dataplane.CopySpec;
import io.rdsrestore.sandbox.dataplane.PrecheckItem;
import io.rdsrestore.sandbox.dataplane.PrecheckNames;
import io.rdsrestore.sandbox.rds.Instance;
import io.rdsrestore.sandbox.rds.Instances;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The one precheck item that RDS answers, not the databases: both instances run, unlocked. */
final class InstanceStatusItem {
  private InstanceStatusItem() {}

  static PrecheckItem of(CopySpec spec, Instances instances, Instant now) {
    List<String> problems =
        Stream.of(spec.source(), spec.target())
            .flatMap(login -> problem(login.instanceId(), instances, now).stream())
            .toList();
    return PrecheckItem.of(
        PrecheckNames.INSTANCE_STATUS, "Instances cannot be worked with", problems);
  }

  private static Optional<String> problem(String id, Instances instances, Instant now) {
    Optional<Instance> instance = instances.find(id);
    if (instance.isEmpty()) {
      return Optional.of(id + " does not exist");
    }
    String status = instance.get().status(now);
    if (!status.equals("Running")) {
      return Optional.of(id + " is " + status);
    }
    String lockMode = instance.get().condition().lockMode();
    return lockMode.equals("Unlock")
        ? Optional.empty()
        : Optional.of(id + " is locked (" + lockMode + ")");
  }
}
