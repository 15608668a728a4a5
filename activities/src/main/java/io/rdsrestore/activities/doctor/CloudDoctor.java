package io.rdsrestore.activities.doctor;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import com.aliyuncs.dts.model.v20200101.DescribeDtsJobsRequest;
import com.aliyuncs.rds.model.v20140815.DescribeDBInstanceAttributeRequest;
import com.aliyuncs.rds.model.v20140815.DescribeDBInstancesRequest;
import com.aliyuncs.rds.model.v20140815.DescribeRegionsRequest;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.activities.cloud.CloudEndpoint;
import io.rdsrestore.activities.cloud.CloudException;
import io.rdsrestore.workflows.activity.CloudRefusal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tries every reading call that a worker makes, once, and says of the others that only doing them
 * would tell. Changes nothing, buys nothing.
 */
public final class CloudDoctor {
  private static final String CREDENTIALS = "credentials";
  private static final String REGION = "region";
  private static final String INSTANCE = "instance";
  private static final String WITHOUT_REPLICAS = "it is asked only of primaries with read replicas";
  private static final String BY_DOING = "it changes something: only a restore tells";

  /** Actions of the policy that no look can try, with the reason. */
  private static final List<Finding> UNTRIED =
      List.of(
          Finding.notCheckable("rds:DescribeReadDBInstanceDelay", WITHOUT_REPLICAS),
          Finding.notCheckable(
              "rds:DescribeLogBackupFiles",
              "it is asked of SQL Server only, by the plan of a restore"),
          Finding.notCheckable(
              "rds:DescribeMetaList", "it is asked of one backup set, by the plan of a restore"),
          Finding.notCheckable("rds:CloneDBInstance", BY_DOING),
          Finding.notCheckable("rds:CreateAccount", BY_DOING),
          Finding.notCheckable("rds:CreateBackup", BY_DOING),
          Finding.notCheckable("rds:CreateDatabase", BY_DOING),
          Finding.notCheckable("rds:DeleteAccount", BY_DOING),
          Finding.notCheckable("rds:DeleteDBInstance", BY_DOING),
          Finding.notCheckable("rds:GrantAccountPrivilege", BY_DOING),
          Finding.notCheckable("rds:ModifySecurityIps", BY_DOING),
          Finding.notCheckable("rds:ResetAccountPassword", BY_DOING),
          Finding.notCheckable("rds:TagResources", BY_DOING),
          Finding.notCheckable("dts:ConfigureDtsJob", BY_DOING),
          Finding.notCheckable("dts:CreateDtsInstance", BY_DOING),
          Finding.notCheckable("dts:DeleteDtsJob", BY_DOING),
          Finding.notCheckable("dts:ModifyDynamicConfig", BY_DOING),
          Finding.notCheckable("dts:SkipPreCheck", BY_DOING),
          Finding.notCheckable("dts:StartDtsJob", BY_DOING),
          Finding.notCheckable("dts:StopDtsJob", BY_DOING),
          Finding.notCheckable("dts:SuspendDtsJob", BY_DOING),
          Finding.notCheckable(
              "role of DTS",
              "whether DTS has been given AliyunDTSDefaultRole (newer accounts: AliyunServiceRoleForDTS) shows in a precheck; the DTS console asks for it at the first visit"));

  private final CloudClient cloud;
  private final InstantSource clock;

  /**
   * A doctor of one account.
   *
   * @param endpoint instead of Alibaba Cloud's own; null for these
   */
  public CloudDoctor(
      AlibabaCloudCredentialsProvider credentials, CloudEndpoint endpoint, InstantSource clock) {
    cloud = new CloudClient(credentials, endpoint);
    this.clock = clock;
  }

  /**
   * All that is found; ends early where nothing more can be, as without credentials.
   *
   * @param instanceId a primary to try the calls on; null: any of the region
   */
  public List<Finding> examine(String regionId, String instanceId) {
    List<Finding> findings = new ArrayList<>();
    Answer regions;
    try {
      regions = cloud.read(regionId, new DescribeRegionsRequest());
    } catch (CloudException e) {
      findings.add(refused("rds:DescribeRegions", e));
      return findings;
    }
    findings.add(Finding.ok(CREDENTIALS, "the cloud knows the access key"));
    findings.add(region(regions, regionId));
    findings.add(allowed("rds:DescribeRegions"));
    Known known = known(regionId, instanceId, findings);
    for (Probe probe : Probes.all()) {
      findings.add(result(probe, known));
    }
    findings.addAll(UNTRIED);
    return List.copyOf(findings);
  }

  private static Finding region(Answer regions, String regionId) {
    boolean isThere =
        regions.list("Regions", "RDSRegion").stream()
            .anyMatch(region -> regionId.equals(region.text("RegionId")));
    return isThere
        ? Finding.ok(REGION, regionId + " is a region of RDS")
        : Finding.missing(REGION, "RDS knows no region %s: look at its name".formatted(regionId));
  }

  /** What probes need; what can be read of it is found on the way. */
  private Known known(String regionId, String wanted, List<Finding> findings) {
    String first =
        firstOf(
                new DescribeDBInstancesRequest(),
                "rds:DescribeDBInstances",
                regionId,
                findings,
                answer -> answer.list("Items", "DBInstance"))
            .map(instance -> instance.text("DBInstanceId"))
            .orElse(null);
    String instanceId = wanted == null ? first : wanted;
    Answer instance = instance(regionId, instanceId, findings);
    DescribeDtsJobsRequest jobs = new DescribeDtsJobsRequest();
    jobs.setRegion(regionId);
    jobs.setJobType("MIGRATION");
    String jobId =
        firstOf(
                jobs,
                "dts:DescribeDtsJobs",
                regionId,
                findings,
                answer -> answer.list("DtsJobList", "DtsJobStatus"))
            .map(job -> job.text("DtsJobId"))
            .orElse(null);
    return new Known(
        regionId, instance == null ? null : instanceId, instance, jobId, clock.instant());
  }

  private Optional<Answer> firstOf(
      AcsRequest<?> request,
      String action,
      String regionId,
      List<Finding> findings,
      Function<Answer, List<Answer>> list) {
    try {
      Answer answer = cloud.read(regionId, request);
      findings.add(allowed(action));
      return list.apply(answer).stream().findFirst();
    } catch (CloudException e) {
      findings.add(refused(action, e));
      return Optional.empty();
    }
  }

  private Answer instance(String regionId, String instanceId, List<Finding> findings) {
    String action = "rds:DescribeDBInstanceAttribute";
    if (instanceId == null) {
      findings.add(
          Finding.notCheckable(
              action, "it takes an RDS instance in the region; name one with --instance"));
      return null;
    }
    DescribeDBInstanceAttributeRequest request = new DescribeDBInstanceAttributeRequest();
    request.setDBInstanceId(instanceId);
    try {
      Optional<Answer> found =
          cloud.read(regionId, request).list("Items", "DBInstanceAttribute").stream().findFirst();
      findings.add(allowed(action));
      findings.add(
          found.isPresent()
              ? Finding.ok(INSTANCE, "calls are tried on %s".formatted(instanceId))
              : absent(instanceId, regionId));
      return found.orElse(null);
    } catch (CloudException e) {
      findings.add(e.isAbsent() ? absent(instanceId, regionId) : refused(action, e));
      return null;
    }
  }

  private static Finding absent(String instanceId, String regionId) {
    return Finding.missing(
        INSTANCE, "there is no %s in %s: look at both names".formatted(instanceId, regionId));
  }

  private Finding result(Probe probe, Known known) {
    Optional<AcsRequest<?>> request = probe.request().apply(known);
    if (request.isEmpty()) {
      return Finding.notCheckable(probe.action(), "it takes " + probe.needs());
    }
    try {
      var unused = cloud.read(known.regionId(), request.get());
      return allowed(probe.action());
    } catch (CloudException e) {
      return refused(probe.action(), e);
    }
  }

  private static Finding allowed(String action) {
    return Finding.ok(action, "allowed");
  }

  private static Finding refused(String action, CloudException e) {
    CloudRefusal refusal = e.refusal();
    String code = refusal == null ? null : refusal.code();
    if (e.isOfCredentials()) {
      return Finding.missing(CREDENTIALS, e.getMessage());
    }
    if (e.isForbidden()) {
      return Finding.missing(action, "the cloud says %s".formatted(code));
    }
    return code == null || code.startsWith("SDK.")
        ? Finding.missing("endpoint", e.getMessage())
        : Finding.notCheckable(action, "the cloud answers %s".formatted(code));
  }
}
