package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreMark;

/** What a restore makes, in words, and the command that removes it by hand. */
final class OursInWords {
  private OursInWords() {}

  /** For people. */
  static String describe(Restore.Ours ours, Restore restore) {
    return switch (ours) {
      case JOB -> "DTS job " + (restore.task == null ? restore.jobName() : restore.task.jobId());
      case CLONE ->
          "clone "
              + (restore.clone == null
                  ? RestoreMark.of(restore.restoreId)
                  : restore.clone.instanceId());
      case ACCOUNT -> "account " + RestoreMark.accountName(restore.restoreId);
      case WHITELIST -> "whitelist group " + RestoreMark.WHITELIST_GROUP;
    };
  }

  /** The command that removes it. */
  static String removeWith(Restore.Ours ours, Restore restore) {
    String primary = restore.request.instanceId();
    String region = restore.request.regionId();
    return switch (ours) {
      case JOB ->
          restore.task == null
              ? "aliyun dts DescribeDtsJobs --RegionId %s --Type name --Params '%s'"
                  .formatted(region, restore.jobName())
              : "aliyun dts DeleteDtsJob --RegionId %s --DtsJobId %s"
                  .formatted(region, restore.task.jobId());
      case CLONE ->
          restore.clone == null
              ? "aliyun rds DescribeDBInstances --RegionId %s --SearchKey %s"
                  .formatted(region, RestoreMark.of(restore.restoreId))
              : "aliyun rds DeleteDBInstance --RegionId %s --DBInstanceId %s"
                  .formatted(region, restore.clone.instanceId());
      case ACCOUNT ->
          "aliyun rds DeleteAccount --RegionId %s --DBInstanceId %s --AccountName %s"
              .formatted(region, primary, RestoreMark.accountName(restore.restoreId));
      case WHITELIST ->
          "aliyun rds ModifySecurityIps --RegionId %s --DBInstanceId %s --DBInstanceIPArrayName %s --ModifyMode Cover --SecurityIps %s"
              .formatted(
                  region, primary, RestoreMark.WHITELIST_GROUP, RestoreMark.CLOSED_WHITELIST);
    };
  }
}
