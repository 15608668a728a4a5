package io.rdsrestore.activities.rds;

import com.aliyuncs.rds.model.v20140815.DescribeDBInstanceConnectivityRequest;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.cloud.CloudException;
import io.rdsrestore.workflows.activity.AccessFacts;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.ReadAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks whether whitelist and account of an instance let DTS in. */
final class AccessReader {
  private final RdsApi rds;

  AccessReader(RdsApi rds) {
    this.rds = rds;
  }

  AccessFacts read(ReadAccess wanted) {
    List<String> entries = new ArrayList<>();
    for (Answer group : rds.whitelistGroups(wanted.instance())) {
      entries.addAll(List.of(group.textOrEmpty("SecurityIPList").split(",", -1)));
    }
    Connectivity connectivity = connectivity(wanted);
    return new AccessFacts(
        wanted.dtsAddresses().stream().filter(address -> !isLetIn(address, entries)).toList(),
        rds.account(wanted.instance(), wanted.accountName())
            .map(InstanceReader::account)
            .orElse(null),
        hasAddress(wanted.instance()),
        connectivity.result(),
        connectivity.code());
  }

  private boolean hasAddress(InstanceReference instance) {
    return rds.addresses(instance).stream()
        .anyMatch(address -> address.text("ConnectionString") != null);
  }

  private static boolean isLetIn(String address, List<String> entries) {
    Optional<AddressRange> wanted = AddressRange.parse(address);
    return entries.stream()
        .anyMatch(entry -> entry.strip().equals(address) || covers(entry, wanted));
  }

  private static boolean covers(String entry, Optional<AddressRange> wanted) {
    Optional<AddressRange> range = AddressRange.parse(entry);
    return range.isPresent() && wanted.isPresent() && range.get().contains(wanted.get());
  }

  private record Connectivity(String result, String code) {}

  /** A hint that not every instance type and identity is given: doing without it is no failure. */
  private Connectivity connectivity(ReadAccess wanted) {
    Optional<String> address =
        wanted.dtsAddresses().stream().map(each -> each.split("/", 2)[0]).findFirst();
    if (address.isEmpty()) {
      return new Connectivity(null, null);
    }
    DescribeDBInstanceConnectivityRequest request = new DescribeDBInstanceConnectivityRequest();
    request.setDbInstanceName(wanted.instance().instanceId());
    request.setSourceIpAddress(address.get());
    try {
      Answer answer = rds.cloud().read(wanted.instance().regionId(), request);
      return new Connectivity(answer.text("ConnCheckResult"), answer.text("ConnCheckErrorCode"));
    } catch (CloudException e) {
      return new Connectivity(null, e.refusal() == null ? null : e.refusal().code());
    }
  }
}
