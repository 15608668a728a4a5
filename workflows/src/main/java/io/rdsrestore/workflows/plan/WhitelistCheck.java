package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.WhitelistFacts;

/**
 * Whether the whitelist of the primary takes our group: an instance has at most 200 groups, and a
 * group at most 1,000 addresses (ModifySecurityIps).
 */
final class WhitelistCheck {
  private static final String ID = "whitelist";
  private static final int MAX_GROUPS = 200;
  private static final int MAX_ADDRESSES = 1000;

  private WhitelistCheck() {}

  static PlanCheck of(String instance, WhitelistFacts whitelist, int dtsAddresses) {
    if (whitelist.groups() == null) {
      return PlanCheck.notChecked(
          ID, "the whitelist of %s: %s".formatted(instance, whitelist.unknownBecause()));
    }
    if (!whitelist.ownGroup() && whitelist.groups() >= MAX_GROUPS) {
      return PlanCheck.blocker(
          ID,
          "%s has %d whitelist groups, and RDS allows %d: there is no room for %s"
              .formatted(instance, whitelist.groups(), MAX_GROUPS, RestoreMark.WHITELIST_GROUP),
          "remove a group that nobody needs in the RDS console, then retry");
    }
    int addresses = whitelist.ownAddresses() + dtsAddresses;
    if (addresses > MAX_ADDRESSES) {
      return PlanCheck.blocker(
          ID,
          "group %s of %s would hold %d addresses, and RDS allows %d"
              .formatted(RestoreMark.WHITELIST_GROUP, instance, addresses, MAX_ADDRESSES),
          "empty it, then retry: aliyun rds ModifySecurityIps --DBInstanceId %s --DBInstanceIPArrayName %s --ModifyMode Cover --SecurityIps %s"
              .formatted(instance, RestoreMark.WHITELIST_GROUP, RestoreMark.CLOSED_WHITELIST));
    }
    return PlanCheck.ok(
        ID,
        "%s has %d of %d whitelist groups; %d addresses of DTS join group %s"
            .formatted(
                instance,
                whitelist.groups(),
                MAX_GROUPS,
                dtsAddresses,
                RestoreMark.WHITELIST_GROUP));
  }
}
