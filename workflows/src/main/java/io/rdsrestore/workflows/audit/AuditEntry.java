package io.rdsrestore.workflows.audit;

import io.rdsrestore.workflows.decision.DecisionRecord;
import java.time.Instant;

/**
 * One line of the audit. It holds no row values, no keys and no secrets (I7).
 *
 * @param id the same however often it is sent, so that a double can be told
 * @param kind what it is about
 * @param at when that was
 * @param workflowId where
 * @param runId in which run
 * @param restoreId of which restore
 * @param instanceId its primary
 * @param regionId of that
 * @param requestedBy as in the request; a claim
 * @param reason as in the request
 * @param decision of a decision; null otherwise
 * @param end of an end; null otherwise
 */
public record AuditEntry(
    String id,
    AuditKind kind,
    Instant at,
    String workflowId,
    String runId,
    String restoreId,
    String instanceId,
    String regionId,
    String requestedBy,
    String reason,
    DecisionRecord decision,
    AuditEnd end) {}
