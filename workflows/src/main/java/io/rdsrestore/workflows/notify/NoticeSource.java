package io.rdsrestore.workflows.notify;

/**
 * What a notice is about.
 *
 * @param workflowId of the workflow that tells
 * @param runId of its run, for a link to it
 * @param restoreId null where no single restore is meant
 * @param instanceId the primary; null likewise
 * @param regionId its region; null likewise
 */
public record NoticeSource(
    String workflowId, String runId, String restoreId, String instanceId, String regionId) {

  /** How it is called in a headline. */
  String name() {
    return instanceId == null ? workflowId : instanceId;
  }
}
