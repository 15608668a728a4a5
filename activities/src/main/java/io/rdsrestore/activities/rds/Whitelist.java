package io.rdsrestore.activities.rds;

import com.aliyuncs.rds.model.v20140815.ModifySecurityIpsRequest;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.cloud.CloudException;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.EnsureWhitelist;
import io.rdsrestore.workflows.activity.InstanceReference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Our whitelist group on an instance; no other group is touched. Both modes are always sent:
 * without one RDS overwrites the group Default.
 */
final class Whitelist {
  private static final String APPEND = "Append";
  private static final String COVER = "Cover";

  private final RdsApi rds;
  private final List<String> workerAddresses;

  Whitelist(RdsApi rds, List<String> workerAddresses) {
    this.rds = rds;
    this.workerAddresses = workerAddresses;
  }

  void open(EnsureWhitelist wanted) {
    Set<String> missing = new LinkedHashSet<>(wanted.dtsAddresses());
    missing.addAll(workerAddresses);
    addresses(wanted.instance()).ifPresent(missing::removeAll);
    if (!missing.isEmpty()) {
      modify(wanted.instance(), APPEND, String.join(",", missing));
    }
  }

  void close(InstanceReference instance) {
    try {
      Optional<Set<String>> addresses = addresses(instance);
      if (addresses.isPresent() && !addresses.get().equals(Set.of(RestoreMark.CLOSED_WHITELIST))) {
        modify(instance, COVER, RestoreMark.CLOSED_WHITELIST);
      }
    } catch (CloudException e) {
      // An instance that is gone lets nobody in.
      if (!e.isAbsent()) {
        throw e;
      }
    }
  }

  /** What our group holds; empty if there is none. */
  private Optional<Set<String>> addresses(InstanceReference instance) {
    return rds.whitelistGroups(instance).stream()
        .filter(group -> RestoreMark.WHITELIST_GROUP.equals(group.text("DBInstanceIPArrayName")))
        .findFirst()
        .map(Whitelist::split);
  }

  /** The addresses of a group. */
  static Set<String> split(Answer group) {
    Set<String> addresses = new LinkedHashSet<>();
    for (String address : group.textOrEmpty("SecurityIPList").split(",", -1)) {
      if (!address.isBlank()) {
        addresses.add(address.strip());
      }
    }
    return addresses;
  }

  private void modify(InstanceReference instance, String mode, String addresses) {
    ModifySecurityIpsRequest request = new ModifySecurityIpsRequest();
    request.setDBInstanceId(instance.instanceId());
    request.setDBInstanceIPArrayName(RestoreMark.WHITELIST_GROUP);
    request.setModifyMode(mode);
    request.setSecurityIps(addresses);
    rds.cloud().write(instance.regionId(), request);
  }
}
