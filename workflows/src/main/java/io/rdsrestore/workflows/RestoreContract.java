package io.rdsrestore.workflows;

import io.temporal.common.SearchAttributeKey;
import java.util.List;
import java.util.stream.Stream;

/** The durable names that every caller of the workflow uses, in any language. */
public final class RestoreContract {
  /** Temporal's name of the workflow. */
  public static final String WORKFLOW_TYPE = "RestoreToPrimary";

  /** Temporal's name of the workflow that keeps a clone beyond its restore. */
  public static final String KEEP_WORKFLOW_TYPE = "KeepClone";

  /** Temporal's name of the workflow that looks for what has outlived its restore. */
  public static final String SWEEP_WORKFLOW_TYPE = "SweepLook";

  /** Temporal's name of the workflow that tells people the last word of one that ends. */
  public static final String NOTIFY_WORKFLOW_TYPE = "Notify";

  /** Workflow type of what brings the last lines of a workflow to the audit. */
  public static final String AUDIT_WORKFLOW_TYPE = "Audit";

  /** Where workers of this project listen. */
  public static final String TASK_QUEUE = "rds-restore";

  /** Where they listen for notices: a receiver that hangs takes no place of a restore's own. */
  public static final String NOTIFY_TASK_QUEUE = "rds-restore-notify";

  public static final String QUERY_STATUS = "status";
  public static final String DECIDE = "decide";
  public static final String SIGNAL_APPROVE = "approve";
  public static final String SIGNAL_RETRY = "retry";
  public static final String SIGNAL_SKIP_PRECHECK_ITEMS = "skipPrecheckItems";
  public static final String SIGNAL_CHANGE_OBJECTS = "changeObjects";
  public static final String SIGNAL_ABORT = "abort";

  /** Actions that are signals of their own, too; all others go as {@link #DECIDE}. */
  public static final List<String> NAMED_SIGNALS =
      List.of(
          SIGNAL_APPROVE,
          SIGNAL_RETRY,
          SIGNAL_SKIP_PRECHECK_ITEMS,
          SIGNAL_CHANGE_OBJECTS,
          SIGNAL_ABORT);

  /** All signals that a restore knows. */
  public static final List<String> SIGNALS =
      Stream.concat(Stream.of(DECIDE), NAMED_SIGNALS.stream()).toList();

  public static final SearchAttributeKey<String> PHASE =
      SearchAttributeKey.forKeyword("RestorePhase");
  public static final SearchAttributeKey<String> INSTANCE =
      SearchAttributeKey.forKeyword("RestoreInstance");
  public static final SearchAttributeKey<String> REGION =
      SearchAttributeKey.forKeyword("RestoreRegion");
  public static final SearchAttributeKey<String> WAITING_FOR =
      SearchAttributeKey.forKeyword("RestoreWaitingFor");

  /** All of type Keyword; a namespace must know them before a restore can run in it. */
  public static final List<SearchAttributeKey<String>> SEARCH_ATTRIBUTES =
      List.of(PHASE, INSTANCE, REGION, WAITING_FOR);

  /** Value of {@link #WAITING_FOR} while no person is waited for. */
  public static final String WAITING_FOR_NOTHING = "nothing";

  /** Largest decision, in bytes of its JSON, that is looked at. */
  public static final int MAX_DECISION_BYTES = 64 * 1024;

  private static final String WORKFLOW_ID_PREFIX = "restore/";
  private static final String KEEP_WORKFLOW_ID_PREFIX = "restore-keep/";
  private static final String NOTIFY_WORKFLOW_ID_PREFIX = "restore-notify/";
  private static final String AUDIT_WORKFLOW_ID_PREFIX = "restore-audit/";

  private RestoreContract() {}

  /** The workflow id of a restore: the lock that keeps two restores off one primary. */
  public static String workflowId(String instanceId) {
    return WORKFLOW_ID_PREFIX + instanceId;
  }

  /** The workflow id of what keeps the clone of a restore that has ended. */
  public static String keepWorkflowId(String restoreId) {
    return KEEP_WORKFLOW_ID_PREFIX + restoreId;
  }

  /** The workflow id of what tells people the last word of a workflow: the same word once. */
  public static String notifyWorkflowId(String noticeId) {
    return NOTIFY_WORKFLOW_ID_PREFIX + noticeId;
  }

  /** The workflow id of what brings the last lines of a workflow to the audit. */
  public static String auditWorkflowId(String entryId) {
    return AUDIT_WORKFLOW_ID_PREFIX + entryId;
  }

  /** Whether a workflow id is that of a restore, and not of what keeps its clone. */
  public static boolean isRestore(String workflowId) {
    return workflowId.startsWith(WORKFLOW_ID_PREFIX);
  }
}
