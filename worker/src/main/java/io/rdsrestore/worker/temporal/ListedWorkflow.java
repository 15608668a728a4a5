package io.rdsrestore.worker.temporal;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestoreMark;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.common.SearchAttributeKey;
import java.time.Instant;

/** What a namespace's list tells of restores, and of what outlives them. */
public final class ListedWorkflow {
  /** The visibility query for both. */
  public static final String OURS =
      "WorkflowType IN ('%s', '%s')"
          .formatted(RestoreContract.WORKFLOW_TYPE, RestoreContract.KEEP_WORKFLOW_TYPE);

  private ListedWorkflow() {}

  /** A search attribute; null where it has none. */
  public static String attribute(WorkflowExecutionMetadata one, SearchAttributeKey<String> key) {
    return one.getTypedSearchAttributes().get(key);
  }

  /** Something of the memo; null where it is not there. */
  public static String memo(WorkflowExecutionMetadata one, String key) {
    return one.getMemo(key, String.class, String.class);
  }

  /** An instant of the memo; null where it is not there, or none. */
  public static Instant memoInstant(WorkflowExecutionMetadata one, String key) {
    String value = memo(one, key);
    return value == null ? null : RestoreMark.instant(value).orElse(null);
  }
}
