package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.CapacityFacts;
import java.util.ArrayList;
import java.util.List;

/** What the restore does to the primary, to its replicas and to those who read it. */
final class SurroundingChecks {
  private SurroundingChecks() {}

  static List<PlanCheck> of(PlanInputs inputs) {
    String instance = inputs.primary().instance().instanceId();
    Surroundings around = inputs.surroundings();
    List<PlanCheck> checks = new ArrayList<>();
    if (around.capacity() != null) {
      CapacityFacts capacity = around.capacity();
      checks.add(WhitelistCheck.of(instance, capacity.whitelist(), around.dtsAddresses().size()));
      checks.addAll(
          DiskChecks.of(
              capacity,
              null,
              inputs.request().limits().diskPercent(),
              Engine.in(inputs.primary())));
      checks.addAll(
          ReplicaChecks.of(
              instance, capacity.replicas(), inputs.request().limits().replicaDelay()));
      checks.add(LoadCheck.of(instance, capacity.load(), inputs.request().migration()));
    }
    if (around.sourceJobs() != null) {
      checks.addAll(SourceJobChecks.of(instance, around.sourceJobs()));
    }
    checks.add(MigrationChecks.of(instance, inputs.leftovers()));
    return checks;
  }
}
