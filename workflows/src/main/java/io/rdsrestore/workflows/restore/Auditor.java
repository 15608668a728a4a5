package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.activity.AuditActivities;
import io.rdsrestore.workflows.audit.AuditBatch;
import io.rdsrestore.workflows.audit.AuditSource;
import io.rdsrestore.workflows.decision.GateKeeper;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.util.List;

/**
 * Brings to the audit what it has to know. Nothing waits for it; where no audit is kept it costs no
 * event.
 */
final class Auditor {
  private final Restore restore;
  private final Journal journal;
  private CancellationScope sending;

  /** From now on it hears of every decision. */
  Auditor(Restore restore, GateKeeper keeper, Journal journal) {
    this.restore = restore;
    this.journal = journal;
    keeper.settled(record -> restore.audit.decided(source(restore), record));
  }

  /** This run of a restore, or of what keeps its clone, as the source of entries. */
  static AuditSource source(Restore restore) {
    WorkflowInfo info = Workflow.getInfo();
    return new AuditSource(
        info.getWorkflowId(),
        info.getRunId(),
        restore.restoreId,
        restore.request == null ? null : restore.request.instanceId(),
        restore.request == null ? null : restore.request.regionId(),
        restore.request == null ? null : restore.request.requestedBy(),
        restore.request == null ? null : restore.request.reason());
  }

  /** Sends beside whatever else goes on, until the workflow ends. */
  void begin() {
    sending =
        Workflow.newDetachedCancellationScope(
            () -> {
              var unused = Async.procedure(this::send);
            });
    sending.run();
  }

  /**
   * Before a refusal ends the workflow: what was about to be sent goes with the last lines. An
   * activity that is out when a workflow ends answers to nobody, and its answer in that moment
   * makes the server refuse the end once.
   */
  void stop() {
    if (restore.audit.isKept() && Changes.REFUSAL_STOPS_THE_AUDITOR.isIn()) {
      sending.cancel();
    }
  }

  private void send() {
    while (true) {
      try {
        Workflow.await(restore.audit::isDue);
      } catch (CanceledFailure stopped) {
        return;
      }
      AuditBatch batch = restore.audit.next();
      try {
        Workflow.newActivityStub(
                AuditActivities.class,
                ActivityPolicies.audit("audit " + batch.entries().get(0).kind()))
            .ensureAudited(batch);
      } catch (ActivityFailure failed) {
        if (failed.getCause() instanceof CanceledFailure) {
          return;
        }
        journal.note(
            "Could not bring %d lines to the audit, from %s on: %s"
                .formatted(
                    batch.entries().size(),
                    batch.entries().get(0).id(),
                    Trouble.of(failed).message()));
      }
      restore.audit.done(batch);
    }
  }

  /** The end of a workflow, and what is still on its way: handed over, and not waited for. */
  static void last(Restore restore) {
    handOver(restore.audit.last(source(restore), restore.report, Clock.now()));
  }

  /** Likewise, of one that was refused. */
  static void refused(Restore restore, String because) {
    handOver(restore.audit.refused(source(restore), because, Clock.now()));
  }

  private static void handOver(List<AuditBatch> batches) {
    for (AuditBatch batch : batches) {
      LastChild.start(
          RestoreContract.AUDIT_WORKFLOW_TYPE,
          RestoreContract.auditWorkflowId(batch.entries().get(batch.entries().size() - 1).id()),
          "brings the last lines to the audit",
          batch);
    }
  }
}
