package io.rdsrestore.workflows.notify;

import io.rdsrestore.workflows.language.Language;

/**
 * What a notice is about.
 *
 * @param workflowId of the workflow that tells
 * @param runId of its run, for a link to it
 * @param restoreId null where no single restore is meant
 * @param instanceId the primary; null likewise
 * @param regionId its region; null likewise
 * @param language that its restore speaks to people who are in no place of a language of its own;
 *     null: none is said
 */
public record NoticeSource(
    String workflowId,
    String runId,
    String restoreId,
    String instanceId,
    String regionId,
    Language language) {

  /** How it is called in a headline. */
  String name() {
    return instanceId == null ? workflowId : instanceId;
  }
}
