package io.rdsrestore.demo.killmatrix;

import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.StaticCredentialsProvider;
import com.aliyuncs.dts.model.v20200101.DescribeDtsJobsRequest;
import com.aliyuncs.rds.model.v20140815.DescribeAccountsRequest;
import com.aliyuncs.rds.model.v20140815.DescribeDBInstanceIPArrayListRequest;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.activities.cloud.CloudEndpoint;
import io.rdsrestore.demo.World;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.billing.LedgerEntry;
import io.rdsrestore.workflows.RestoreMark;
import java.util.ArrayList;
import java.util.List;

/** What the cloud itself says about a restore: bought, released, left. */
final class Oracle {
  private final Sandbox sandbox;
  private final CloudClient cloud;

  Oracle(Sandbox sandbox) {
    this.sandbox = sandbox;
    cloud =
        new CloudClient(
            new StaticCredentialsProvider(
                new BasicCredentials(World.ACCESS_KEY_ID, World.ACCESS_KEY_SECRET)),
            CloudEndpoint.parse(sandbox.endpoint()));
  }

  List<LedgerEntry> bought(String restoreId, String kind) {
    return sandbox.ledger().stream()
        .filter(entry -> restoreId.equals(entry.restoreId()) && entry.kind().equals(kind))
        .toList();
  }

  /** Everything of this restore that is still there, in words. */
  List<String> left(String instanceId, String restoreId) {
    List<String> left = new ArrayList<>();
    sandbox.ledger().stream()
        .filter(entry -> restoreId.equals(entry.restoreId()) && entry.releasedAt() == null)
        .forEach(entry -> left.add("%s %s is still paid for".formatted(entry.kind(), entry.id())));
    jobs(restoreId).forEach(job -> left.add("DTS job %s is there".formatted(job)));
    DescribeAccountsRequest accounts = new DescribeAccountsRequest();
    accounts.setDBInstanceId(instanceId);
    cloud.read(Sandbox.REGION, accounts).list("Accounts", "DBInstanceAccount").stream()
        .map(account -> account.textOrEmpty("AccountName"))
        .filter(RestoreMark.accountName(restoreId)::equals)
        .forEach(account -> left.add("account %s is there".formatted(account)));
    DescribeDBInstanceIPArrayListRequest groups = new DescribeDBInstanceIPArrayListRequest();
    groups.setDBInstanceId(instanceId);
    cloud.read(Sandbox.REGION, groups).list("Items", "DBInstanceIPArray").stream()
        .filter(group -> RestoreMark.WHITELIST_GROUP.equals(group.text("DBInstanceIPArrayName")))
        .map(group -> group.textOrEmpty("SecurityIPList"))
        .filter(addresses -> !addresses.equals(RestoreMark.CLOSED_WHITELIST))
        .forEach(addresses -> left.add("the whitelist lets %s in".formatted(addresses)));
    return left;
  }

  /** Ids of clones and DTS jobs of this restore that are still there. */
  List<String> billed(String restoreId) {
    List<String> ids = new ArrayList<>(jobs(restoreId));
    bought(restoreId, "clone").stream()
        .filter(entry -> entry.releasedAt() == null)
        .forEach(entry -> ids.add(entry.id()));
    return ids;
  }

  private List<String> jobs(String restoreId) {
    DescribeDtsJobsRequest request = new DescribeDtsJobsRequest();
    request.setRegion(Sandbox.REGION);
    request.setJobType("MIGRATION");
    request.setPageSize(100);
    return cloud.read(Sandbox.REGION, request).list("DtsJobList", "DtsJobStatus").stream()
        .filter(job -> RestoreMark.isMarked(job.textOrEmpty("DtsJobName"), restoreId))
        .map(job -> job.textOrEmpty("DtsJobId"))
        .toList();
  }
}
