package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.dataplane.Address;
import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.JsonBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whitelists and addresses. */
final class NetworkActions {
  private static final int SPLITTING_PORT = 3306;

  private final RdsContext context;
  private final Instances instances;

  NetworkActions(RdsContext context, Instances instances) {
    this.context = context;
    this.instances = instances;
  }

  Map<String, Object> describeIpArrays(ApiCall call) {
    Instance instance = instances.require(call);
    String networkType = call.text("WhitelistNetworkType");
    List<Map<String, Object>> groups =
        instance.whitelist().groups().stream()
            .filter(group -> networkType == null || group.networkType().equals(networkType))
            .map(
                group ->
                    JsonBody.of(
                        "DBInstanceIPArrayName",
                        group.name(),
                        "DBInstanceIPArrayAttribute",
                        group.attribute(),
                        "SecurityIPList",
                        String.join(",", group.entries()),
                        "SecurityIPType",
                        "IPv4",
                        "WhitelistNetworkType",
                        group.networkType()))
            .toList();
    return JsonBody.of("Items", JsonBody.wrapped("DBInstanceIPArray", groups));
  }

  Map<String, Object> modifySecurityIps(ApiCall call) {
    Instance instance = instances.requireRunning(call);
    instance
        .whitelist()
        .modify(
            call.text("DBInstanceIPArrayName", "default"),
            call.text("DBInstanceIPArrayAttribute"),
            call.text("WhitelistNetworkType"),
            call.text("ModifyMode", "Cover"),
            call.require("SecurityIps"));
    if (instance.masterId() == null) {
      context.dataPlane().setWhitelist(instance.id(), instance.whitelist().entries());
    }
    return JsonBody.of("TaskId", context.ids().nextNumber());
  }

  /** By the whitelist alone: nothing else can come between in the sandbox. */
  Map<String, Object> describeConnectivity(ApiCall call) {
    Instance instance =
        instances.find(call.require("DbInstanceName")).orElseThrow(Instances::notFound);
    String source = call.require("SourceIpAddress");
    boolean letIn = instance.whitelist().letsIn(source);
    return JsonBody.of(
        "DbInstanceName",
        instance.id(),
        "ConnCheckResult",
        letIn ? "Success" : "Failed",
        "ConnCheckErrorCode",
        letIn ? "" : "SRC_IP_NOT_IN_USER_WHITELIST",
        "ConnCheckErrorMessage",
        letIn ? "" : "Src ip:" + source + " not in user whitelist");
  }

  /** An instance that is not there yet has no address. */
  Map<String, Object> describeNetInfo(ApiCall call) {
    Instance instance = instances.require(call);
    List<Map<String, Object>> infos = new ArrayList<>();
    if (instance.isRunning(context.clock().instant())) {
      if (instance.condition().readWriteSplitting()) {
        infos.add(splitting(instance.id()));
      }
      infos.add(netInfo(context.dataPlane().address(instance.dataId())));
    }
    return JsonBody.of(
        "InstanceNetworkType",
        "VPC",
        "SecurityIPMode",
        "normal",
        "DBInstanceNetInfos",
        JsonBody.wrapped("DBInstanceNetInfo", infos));
  }

  /** {@code DescribeDBInstanceSSL}: of MySQL, only what it tells of every instance. */
  Map<String, Object> describeSsl(ApiCall call) {
    Instance instance = instances.require(call);
    boolean on = instance.condition().ssl();
    return JsonBody.of(
        "SSLEnabled",
        on ? "Yes" : "No",
        "ForceEncryption",
        "0",
        "RequireUpdate",
        "No",
        "ConnectionString",
        on ? context.dataPlane().address(instance.dataId()).host() : "");
  }

  /** What spreads reads over the replicas: before the others, so that the first is not the one. */
  private static Map<String, Object> splitting(String instanceId) {
    Map<String, Object> info =
        new LinkedHashMap<>(
            netInfo(new Address(instanceId + "rw.mysql.rds.aliyuncs.invalid", SPLITTING_PORT)));
    info.put("ConnectionStringType", "ReadWriteSplitting");
    info.put("DistributionType", "Standard");
    info.put("MaxDelayTime", "30");
    return info;
  }

  private static Map<String, Object> netInfo(Address address) {
    return JsonBody.of(
        "ConnectionString",
        address.host(),
        "ConnectionStringType",
        "Normal",
        "IPAddress",
        address.host(),
        "IPType",
        "Private",
        "Port",
        Integer.toString(address.port()),
        "VPCId",
        InstanceView.VPC,
        "VSwitchId",
        InstanceView.VSWITCH,
        "SecurityIPGroups",
        JsonBody.wrapped("securityIPGroup", List.of()),
        "DBInstanceWeights",
        JsonBody.wrapped("DBInstanceWeight", List.of()));
  }
}
