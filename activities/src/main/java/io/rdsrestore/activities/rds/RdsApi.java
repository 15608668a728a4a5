package io.rdsrestore.activities.rds;

import com.aliyuncs.rds.model.v20140815.DescribeAccountsRequest;
import com.aliyuncs.rds.model.v20140815.DescribeDBInstanceAttributeRequest;
import com.aliyuncs.rds.model.v20140815.DescribeDBInstanceIPArrayListRequest;
import com.aliyuncs.rds.model.v20140815.DescribeDBInstanceNetInfoRequest;
import com.aliyuncs.rds.model.v20140815.DescribeDBInstanceSSLRequest;
import com.aliyuncs.rds.model.v20140815.DescribeDBInstancesRequest;
import com.aliyuncs.rds.model.v20140815.DescribeDatabasesRequest;
import com.aliyuncs.rds.model.v20140815.DescribeRegionsRequest;
import com.aliyuncs.rds.model.v20140815.DescribeResourceUsageRequest;
import io.rdsrestore.activities.SecondLook;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.activities.cloud.CloudException;
import io.rdsrestore.workflows.activity.InstanceReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The looks at RDS that several activities share: whole lists instead of pages. */
final class RdsApi {
  private static final int PAGE_SIZE = 100;

  /** Of MySQL and SQL Server, and of PostgreSQL. */
  private static final Set<String> SSL_ON = Set.of("yes", "on");

  private static final Set<String> SSL_OFF = Set.of("no", "off");

  private final CloudClient cloud;
  private final SecondLook secondLook;

  /**
   * Looks at RDS.
   *
   * @param secondLook confirms that an instance is not there, before that counts
   */
  RdsApi(CloudClient cloud, SecondLook secondLook) {
    this.cloud = cloud;
    this.secondLook = secondLook;
  }

  CloudClient cloud() {
    return cloud;
  }

  /** DescribeDBInstanceAttribute; empty if there is no such instance, twice (invariant I9). */
  Optional<Answer> instance(InstanceReference instance) {
    return secondLook.look(() -> instanceNow(instance), Optional::isEmpty);
  }

  private Optional<Answer> instanceNow(InstanceReference instance) {
    DescribeDBInstanceAttributeRequest request = new DescribeDBInstanceAttributeRequest();
    request.setDBInstanceId(instance.instanceId());
    try {
      return cloud.read(instance.regionId(), request).list("Items", "DBInstanceAttribute").stream()
          .findFirst();
    } catch (CloudException e) {
      if (e.isAbsent()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** DescribeDBInstances, with a search key if it is not null: all pages. */
  List<Answer> instances(String regionId, String searchKey) {
    return instances(regionId, searchKey, null);
  }

  /** DescribeDBInstances with a tag of this key, whatever its value: all pages. */
  List<Answer> instancesTagged(String regionId, String key) {
    return instances(regionId, null, "{\"%s\":\"\"}".formatted(key));
  }

  /** DescribeRegions: their ids. */
  Set<String> regions(String regionId) {
    return cloud.read(regionId, new DescribeRegionsRequest()).list("Regions", "RDSRegion").stream()
        .map(region -> region.textOrEmpty("RegionId"))
        .collect(Collectors.toSet());
  }

  private List<Answer> instances(String regionId, String searchKey, String tags) {
    return Pages.all(
        cloud,
        regionId,
        page -> {
          DescribeDBInstancesRequest request = new DescribeDBInstancesRequest();
          request.setSearchKey(searchKey);
          request.setTags(tags);
          request.setPageSize(PAGE_SIZE);
          request.setPageNumber(page);
          return request;
        },
        "Items",
        "DBInstance");
  }

  /** DescribeDatabases: all pages; none at all is looked at twice. */
  List<Answer> databases(InstanceReference instance) {
    return secondLook.look(() -> databasesNow(instance), List::isEmpty);
  }

  private List<Answer> databasesNow(InstanceReference instance) {
    List<Answer> databases = new ArrayList<>();
    for (int page = 1; ; page++) {
      DescribeDatabasesRequest request = new DescribeDatabasesRequest();
      request.setDBInstanceId(instance.instanceId());
      request.setPageSize(PAGE_SIZE);
      request.setPageNumber(page);
      List<Answer> found = cloud.read(instance.regionId(), request).list("Databases", "Database");
      databases.addAll(found);
      // The answer names no total.
      if (found.size() < PAGE_SIZE) {
        return databases;
      }
    }
  }

  /** DescribeDatabases with DBName. */
  Optional<Answer> database(InstanceReference instance, String name) {
    DescribeDatabasesRequest request = new DescribeDatabasesRequest();
    request.setDBInstanceId(instance.instanceId());
    request.setDBName(name);
    try {
      return cloud.read(instance.regionId(), request).list("Databases", "Database").stream()
          .filter(database -> name.equals(database.text("DBName")))
          .findFirst();
    } catch (CloudException e) {
      if (e.isAbsent()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** DescribeAccounts: all pages; none at all is looked at twice. */
  List<Answer> accounts(InstanceReference instance) {
    return secondLook.look(() -> accountsNow(instance), List::isEmpty);
  }

  private List<Answer> accountsNow(InstanceReference instance) {
    return Pages.all(
        cloud,
        instance.regionId(),
        page -> {
          DescribeAccountsRequest request = new DescribeAccountsRequest();
          request.setDBInstanceId(instance.instanceId());
          request.setPageSize(PAGE_SIZE);
          request.setPageNumber(page);
          return request;
        },
        "Accounts",
        "DBInstanceAccount");
  }

  /** DescribeAccounts with AccountName; empty if account or instance is not there. */
  Optional<Answer> account(InstanceReference instance, String name) {
    DescribeAccountsRequest request = new DescribeAccountsRequest();
    request.setDBInstanceId(instance.instanceId());
    request.setAccountName(name);
    try {
      return cloud.read(instance.regionId(), request).list("Accounts", "DBInstanceAccount").stream()
          .filter(account -> name.equals(account.text("AccountName")))
          .findFirst();
    } catch (CloudException e) {
      if (e.isAbsent()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** DescribeDBInstanceNetInfo. */
  List<Answer> addresses(InstanceReference instance) {
    DescribeDBInstanceNetInfoRequest request = new DescribeDBInstanceNetInfoRequest();
    request.setDBInstanceId(instance.instanceId());
    return cloud.read(instance.regionId(), request).list("DBInstanceNetInfos", "DBInstanceNetInfo");
  }

  /**
   * DescribeDBInstanceSSL: SSLEnabled.
   *
   * @return null if that is not told: the worker may not ask, or the instance is of a kind that has
   *     no such setting
   */
  Boolean ssl(InstanceReference instance) {
    DescribeDBInstanceSSLRequest request = new DescribeDBInstanceSSLRequest();
    request.setDBInstanceId(instance.instanceId());
    try {
      String told = cloud.read(instance.regionId(), request).textOrEmpty("SSLEnabled");
      return SSL_ON.contains(told.toLowerCase(Locale.ROOT))
          ? Boolean.TRUE
          : SSL_OFF.contains(told.toLowerCase(Locale.ROOT)) ? Boolean.FALSE : null;
    } catch (CloudException e) {
      if (e.errorClass().restoreErrorCode().isRetryable()) {
        throw e;
      }
      return null;
    }
  }

  /** DescribeResourceUsage. */
  Answer usage(InstanceReference instance) {
    DescribeResourceUsageRequest request = new DescribeResourceUsageRequest();
    request.setDBInstanceId(instance.instanceId());
    return cloud.read(instance.regionId(), request);
  }

  /** DescribeDBInstanceIPArrayList. */
  List<Answer> whitelistGroups(InstanceReference instance) {
    DescribeDBInstanceIPArrayListRequest request = new DescribeDBInstanceIPArrayListRequest();
    request.setDBInstanceId(instance.instanceId());
    return cloud.read(instance.regionId(), request).list("Items", "DBInstanceIPArray");
  }
}
