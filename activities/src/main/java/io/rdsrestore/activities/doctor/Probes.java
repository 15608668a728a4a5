package io.rdsrestore.activities.doctor;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.dts.model.v20200101.DescribeDtsJobDetailRequest;
import com.aliyuncs.dts.model.v20200101.DescribePreCheckStatusRequest;
import com.aliyuncs.dts.model.v20200101.WhiteIpListRequest;
import com.aliyuncs.rds.model.v20140815.DescribeAccountsRequest;
import com.aliyuncs.rds.model.v20140815.DescribeBackupPolicyRequest;
import com.aliyuncs.rds.model.v20140815.DescribeBackupTasksRequest;
import com.aliyuncs.rds.model.v20140815.DescribeBackupsRequest;
import com.aliyuncs.rds.model.v20140815.DescribeDBInstanceConnectivityRequest;
import com.aliyuncs.rds.model.v20140815.DescribeDBInstanceIPArrayListRequest;
import com.aliyuncs.rds.model.v20140815.DescribeDBInstanceNetInfoRequest;
import com.aliyuncs.rds.model.v20140815.DescribeDBInstancePerformanceRequest;
import com.aliyuncs.rds.model.v20140815.DescribeDBInstanceSSLRequest;
import com.aliyuncs.rds.model.v20140815.DescribeDatabasesRequest;
import com.aliyuncs.rds.model.v20140815.DescribeLocalAvailableRecoveryTimeRequest;
import com.aliyuncs.rds.model.v20140815.DescribePriceRequest;
import com.aliyuncs.rds.model.v20140815.DescribeResourceUsageRequest;
import com.aliyuncs.rds.model.v20140815.ListTagResourcesRequest;
import io.rdsrestore.activities.DtsNetwork;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.rds.RdsTime;
import java.time.Duration;
import java.util.List;

/** The calls that show what may be read; required parameters as the actions' pages have them. */
final class Probes {
  /** No address of anybody: that it is not let in is an answer, too. */
  private static final String SOME_ADDRESS = "192.0.2.1";

  private Probes() {}

  /** All but those whose answers others need. */
  static List<Probe> all() {
    return List.of(
        Probe.onInstance("rds:DescribeAccounts", Probes::accounts),
        Probe.onInstance("rds:DescribeBackupPolicy", Probes::backupPolicy),
        Probe.onInstance("rds:DescribeBackupTasks", Probes::backupTasks),
        Probe.onInstance("rds:DescribeBackups", Probes::backups),
        Probe.onInstance("rds:DescribeDBInstanceConnectivity", Probes::connectivity),
        Probe.onInstance("rds:DescribeDBInstanceIPArrayList", Probes::whitelist),
        Probe.onInstance("rds:DescribeDBInstanceNetInfo", Probes::addresses),
        Probe.onInstance("rds:DescribeDBInstancePerformance", Probes::performance),
        Probe.onInstance("rds:DescribeDBInstanceSSL", Probes::ssl),
        Probe.onInstance("rds:DescribeDatabases", Probes::databases),
        Probe.onInstance("rds:DescribeLocalAvailableRecoveryTime", Probes::window),
        Probe.onInstance("rds:DescribePrice", Probes::price),
        Probe.onInstance("rds:DescribeResourceUsage", Probes::usage),
        Probe.onInstance("rds:ListTagResources", Probes::tags),
        Probe.onJob("dts:DescribeDtsJobDetail", Probes::jobDetail),
        Probe.onJob("dts:DescribePreCheckStatus", Probes::precheck),
        Probe.of("dts:WhiteIpList", Probes::dtsAddresses));
  }

  private static AcsRequest<?> accounts(Known known) {
    DescribeAccountsRequest request = new DescribeAccountsRequest();
    request.setDBInstanceId(known.instanceId());
    return request;
  }

  private static AcsRequest<?> backupPolicy(Known known) {
    DescribeBackupPolicyRequest request = new DescribeBackupPolicyRequest();
    request.setDBInstanceId(known.instanceId());
    return request;
  }

  private static AcsRequest<?> backupTasks(Known known) {
    DescribeBackupTasksRequest request = new DescribeBackupTasksRequest();
    request.setDBInstanceId(known.instanceId());
    return request;
  }

  private static AcsRequest<?> backups(Known known) {
    DescribeBackupsRequest request = new DescribeBackupsRequest();
    request.setDBInstanceId(known.instanceId());
    request.setStartTime(RdsTime.minutes(known.now().minus(Duration.ofDays(1))));
    request.setEndTime(RdsTime.minutes(known.now()));
    return request;
  }

  private static AcsRequest<?> connectivity(Known known) {
    DescribeDBInstanceConnectivityRequest request = new DescribeDBInstanceConnectivityRequest();
    request.setDbInstanceName(known.instanceId());
    request.setSourceIpAddress(SOME_ADDRESS);
    return request;
  }

  private static AcsRequest<?> whitelist(Known known) {
    DescribeDBInstanceIPArrayListRequest request = new DescribeDBInstanceIPArrayListRequest();
    request.setDBInstanceId(known.instanceId());
    return request;
  }

  private static AcsRequest<?> addresses(Known known) {
    DescribeDBInstanceNetInfoRequest request = new DescribeDBInstanceNetInfoRequest();
    request.setDBInstanceId(known.instanceId());
    return request;
  }

  private static AcsRequest<?> performance(Known known) {
    DescribeDBInstancePerformanceRequest request = new DescribeDBInstancePerformanceRequest();
    request.setDBInstanceId(known.instanceId());
    request.setKey("MySQL_Sessions");
    request.setStartTime(RdsTime.minutes(known.now().minus(Duration.ofMinutes(15))));
    request.setEndTime(RdsTime.minutes(known.now()));
    return request;
  }

  private static AcsRequest<?> ssl(Known known) {
    DescribeDBInstanceSSLRequest request = new DescribeDBInstanceSSLRequest();
    request.setDBInstanceId(known.instanceId());
    return request;
  }

  private static AcsRequest<?> databases(Known known) {
    DescribeDatabasesRequest request = new DescribeDatabasesRequest();
    request.setDBInstanceId(known.instanceId());
    return request;
  }

  private static AcsRequest<?> window(Known known) {
    DescribeLocalAvailableRecoveryTimeRequest request =
        new DescribeLocalAvailableRecoveryTimeRequest();
    request.setDBInstanceId(known.instanceId());
    return request;
  }

  private static AcsRequest<?> price(Known known) {
    DescribePriceRequest request = new DescribePriceRequest();
    request.setCommodityCode("bards");
    request.setPayType("Postpaid");
    request.setOrderType("BUY");
    request.setInstanceUsedType(0);
    request.setQuantity(1);
    Answer instance = known.instance();
    if (instance != null) {
      request.setEngine(instance.text("Engine"));
      request.setEngineVersion(instance.text("EngineVersion"));
      request.setDBInstanceClass(instance.text("DBInstanceClass"));
      request.setDBInstanceStorage((int) instance.number("DBInstanceStorage", 0));
      request.setDBInstanceStorageType(instance.text("DBInstanceStorageType"));
      request.setZoneId(instance.text("ZoneId"));
    }
    return request;
  }

  private static AcsRequest<?> usage(Known known) {
    DescribeResourceUsageRequest request = new DescribeResourceUsageRequest();
    request.setDBInstanceId(known.instanceId());
    return request;
  }

  private static AcsRequest<?> tags(Known known) {
    ListTagResourcesRequest request = new ListTagResourcesRequest();
    request.setResourceType("INSTANCE");
    request.setResourceIds(List.of(known.instanceId()));
    return request;
  }

  private static AcsRequest<?> jobDetail(Known known) {
    DescribeDtsJobDetailRequest request = new DescribeDtsJobDetailRequest();
    request.setDtsJobId(known.jobId());
    return request;
  }

  private static AcsRequest<?> precheck(Known known) {
    DescribePreCheckStatusRequest request = new DescribePreCheckStatusRequest();
    request.setDtsJobId(known.jobId());
    request.setJobCode("01");
    return request;
  }

  private static AcsRequest<?> dtsAddresses(Known known) {
    WhiteIpListRequest request = new WhiteIpListRequest();
    request.setRegion(known.regionId());
    request.setDestinationRegion(known.regionId());
    request.setType(DtsNetwork.VPC.type());
    return request;
  }
}
