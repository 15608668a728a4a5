package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.dataplane.Address;
import io.rdsrestore.sandbox.http.JsonBody;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How the two describing actions show an instance. */
final class InstanceView {
  static final String VPC = "vpc-bp1sandbox00000000001";
  static final String VSWITCH = "vsw-bp1sandbox00000000001";

  private InstanceView() {}

  static Map<String, Object> attribute(Instance instance, Address address, Instant now) {
    Map<String, Object> view = common(instance, now);
    PrimarySpec facts = instance.facts();
    view.put("DBInstanceStorage", facts.storageGb());
    view.put("DBInstanceMemory", 4096L);
    view.put("DBInstanceCPU", "2");
    view.put("CreationTime", RdsTime.seconds(instance.createdAt()));
    view.put("MaintainTime", "18:00Z-22:00Z");
    view.put("AvailabilityValue", "100.0%");
    view.put("AccountMaxQuantity", 500);
    view.put("DBMaxQuantity", 500);
    view.put("MaxConnections", 2000);
    view.put("MaxIOPS", 8000);
    view.put("SecurityIPMode", "normal");
    view.put("SecurityIPList", String.join(",", instance.whitelist().entries()));
    view.put("TimeZone", "+08:00");
    view.put("SlaveZones", JsonBody.wrapped("SlaveZone", List.of()));
    view.put("DBClusterNodes", JsonBody.wrapped("DBClusterNode", List.of()));
    if (address != null) {
      view.put("ConnectionString", address.host());
      view.put("Port", Integer.toString(address.port()));
    }
    if (facts.engine().equals("SQLServer")) {
      view.put("Collation", "Chinese_PRC_CI_AS");
      view.put(
          "Extra",
          JsonBody.of(
              "RecoveryModel",
              "FULL",
              "DBInstanceIds",
              JsonBody.wrapped("DBInstanceId", List.of())));
    }
    return view;
  }

  static Map<String, Object> listed(Instance instance, Instant now) {
    Map<String, Object> view = common(instance, now);
    view.put("CreateTime", RdsTime.seconds(instance.createdAt()));
    return view;
  }

  private static Map<String, Object> common(Instance instance, Instant now) {
    PrimarySpec facts = instance.facts();
    return JsonBody.of(
        "DBInstanceId",
        facts.id(),
        "DBInstanceDescription",
        facts.description(),
        "DBInstanceStatus",
        instance.status(now),
        "DBInstanceType",
        facts.dbInstanceType(),
        "MasterInstanceId",
        instance.masterId(),
        "Engine",
        facts.engine(),
        "EngineVersion",
        facts.engineVersion(),
        "Category",
        facts.category(),
        "DBInstanceClass",
        facts.instanceClass(),
        "DBInstanceStorageType",
        facts.storageType(),
        "RegionId",
        facts.regionId(),
        "ZoneId",
        facts.regionId() + "-h",
        "VpcId",
        VPC,
        "VSwitchId",
        VSWITCH,
        "InstanceNetworkType",
        "VPC",
        "DBInstanceNetType",
        "Intranet",
        "ConnectionMode",
        "Standard",
        "LockMode",
        instance.condition().lockMode(),
        "LockReason",
        instance.condition().lockReason(),
        "PayType",
        "Postpaid",
        "ExpireTime",
        "",
        "ResourceGroupId",
        "rg-acfmysandbox0001",
        "DeletionProtection",
        instance.deletionProtection(),
        "ReadOnlyDBInstanceIds",
        JsonBody.wrapped(
            "ReadOnlyDBInstanceId",
            facts.readOnlyIds().stream().map(id -> JsonBody.of("DBInstanceId", id)).toList()));
  }
}
