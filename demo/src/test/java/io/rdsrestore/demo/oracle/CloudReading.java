package io.rdsrestore.demo.oracle;

import com.aliyuncs.dts.model.v20200101.DescribeDtsJobsRequest;
import com.aliyuncs.rds.model.v20140815.DescribeAccountsRequest;
import com.aliyuncs.rds.model.v20140815.DescribeDBInstanceIPArrayListRequest;
import com.aliyuncs.rds.model.v20140815.DescribeLocalAvailableRecoveryTimeRequest;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.workflows.RestoreMark;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads from a cloud, as anybody may, what {@link Observation}s are made of. */
public final class CloudReading {
  private final CloudClient cloud;
  private final String regionId;

  public CloudReading(CloudClient cloud, String regionId) {
    this.cloud = cloud;
    this.regionId = regionId;
  }

  /** Names of the accounts of an instance. */
  public Set<String> accounts(String instanceId) {
    DescribeAccountsRequest request = new DescribeAccountsRequest();
    request.setDBInstanceId(instanceId);
    Set<String> names = new TreeSet<>();
    cloud
        .read(regionId, request)
        .list("Accounts", "DBInstanceAccount")
        .forEach(account -> names.add(account.textOrEmpty("AccountName")));
    return names;
  }

  /** The earliest instant to which an instance can go back. */
  public Instant windowBegin(String instanceId) {
    DescribeLocalAvailableRecoveryTimeRequest request =
        new DescribeLocalAvailableRecoveryTimeRequest();
    request.setDBInstanceId(instanceId);
    return Instant.parse(cloud.read(regionId, request).textOrEmpty("RecoveryBeginTime"));
  }

  /** Addresses by whitelist group of an instance. */
  public Map<String, String> whitelist(String instanceId) {
    DescribeDBInstanceIPArrayListRequest request = new DescribeDBInstanceIPArrayListRequest();
    request.setDBInstanceId(instanceId);
    Map<String, String> groups = new TreeMap<>();
    cloud
        .read(regionId, request)
        .list("Items", "DBInstanceIPArray")
        .forEach(
            group ->
                groups.put(
                    group.textOrEmpty("DBInstanceIPArrayName"),
                    group.textOrEmpty("SecurityIPList")));
    // What DTS itself adds, in one of the variants, is DTS's.
    groups.keySet().removeIf(name -> name.startsWith("ali_dms") || name.startsWith("dts"));
    return groups;
  }

  /**
   * Ids of the DTS jobs of a restore that are there, bought or only configured.
   *
   * @param restoreId null if there was no restore
   */
  public List<String> jobs(String restoreId) {
    if (restoreId == null) {
      return List.of();
    }
    DescribeDtsJobsRequest request = new DescribeDtsJobsRequest();
    request.setRegion(regionId);
    request.setJobType("MIGRATION");
    request.setPageSize(100);
    return cloud.read(regionId, request).list("DtsJobList", "DtsJobStatus").stream()
        .filter(job -> RestoreMark.isMarked(job.textOrEmpty("DtsJobName"), restoreId))
        .map(job -> job.textOrEmpty("DtsJobId"))
        .toList();
  }
}
