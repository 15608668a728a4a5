package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.ApiException;
import io.rdsrestore.sandbox.settings.Variant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All instances there are, in the order of their creation. Guarded by the cloud's lock. */
public final class Instances {
  private final Map<String, Instance> byId = new LinkedHashMap<>();
  private final RdsContext context;

  Instances(RdsContext context) {
    this.context = context;
  }

  void add(Instance instance) {
    byId.put(instance.id(), instance);
  }

  void remove(String id) {
    byId.remove(id);
  }

  Collection<Instance> all() {
    return byId.values();
  }

  public Optional<Instance> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The instance that a call is about. In another region it does not exist. */
  Instance require(ApiCall call) {
    String region = call.text("RegionId");
    return find(call.require("DBInstanceId"))
        .filter(instance -> region == null || instance.regionId().equals(region))
        .orElseThrow(Instances::notFound);
  }

  /** As {@link #require}, if the instance can be changed now. */
  Instance requireRunning(ApiCall call) {
    Instance instance = require(call);
    requireRunning(instance);
    return instance;
  }

  void requireRunning(Instance instance) {
    InstantSource clock = context.clock();
    String status = instance.status(clock.instant());
    if (!status.equals("Running")) {
      throw new ApiException(
          context.variants().error(Variant.wrongStatus),
          "The operation is not permitted due to status of instance: " + status);
    }
    String lockMode = instance.condition().lockMode();
    if (!lockMode.equals("Unlock")) {
      throw new ApiException(
          403,
          "OperationDenied.LockMode",
          "The operation is not permitted when the instance is locked: " + lockMode);
    }
  }

  static ApiException notFound() {
    return new ApiException(
        404, "InvalidDBInstanceId.NotFound", "The specified instance does not exist.");
  }
}
