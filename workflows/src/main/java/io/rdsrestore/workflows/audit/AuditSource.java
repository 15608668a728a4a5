package io.rdsrestore.workflows.audit;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.status.RestoreReport;
import java.time.Instant;

/**
 * The run of a workflow that entries are of.
 *
 * @param workflowId its id
 * @param runId its run
 * @param restoreId whose
 * @param instanceId the primary
 * @param regionId of that
 * @param requestedBy as in the request
 * @param reason as in the request
 */
public record AuditSource(
    String workflowId,
    String runId,
    String restoreId,
    String instanceId,
    String regionId,
    String requestedBy,
    String reason) {

  AuditEntry start(Instant now) {
    return entry("start", AuditKind.START, now, null, null);
  }

  /** After a reset the same number may be of another decision: its time tells them apart. */
  AuditEntry decision(DecisionRecord decision) {
    return entry(
        "decision-%d/%s".formatted(decision.number(), decision.at()),
        AuditKind.DECISION,
        decision.at(),
        decision,
        null);
  }

  AuditEntry end(RestoreReport report, int notListed, Instant now) {
    return end(AuditEnd.of(report, notListed), now);
  }

  AuditEntry refused(String because, int notListed, Instant now) {
    return end(AuditEnd.refused(because, notListed), now);
  }

  private AuditEntry end(AuditEnd end, Instant now) {
    return entry("end/" + now, AuditKind.END, now, null, end);
  }

  private AuditEntry entry(
      String name, AuditKind kind, Instant at, DecisionRecord decision, AuditEnd end) {
    return new AuditEntry(
        restoreId + (RestoreContract.isRestore(workflowId) ? "/" : "/keep/") + name,
        kind,
        at,
        workflowId,
        runId,
        restoreId,
        instanceId,
        regionId,
        requestedBy,
        reason,
        decision,
        end);
  }
}
