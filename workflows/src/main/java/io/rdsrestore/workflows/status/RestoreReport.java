package io.rdsrestore.workflows.status;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.RestorePoint;
import java.time.Instant;
import java.util.List;

/**
 * The result of a restore.
 *
 * @param restoreId its id
 * @param instanceId the primary
 * @param end {@code COMPLETED}, {@code ABORTED} or {@code FAILED}
 * @param outcome where the restored data is; null of a clone that was kept
 * @param summary all of it in one sentence
 * @param requestedBy as in the request
 * @param reason as in the request
 * @param restoreTo the restore point
 * @param startedAt when the workflow started
 * @param endedAt when it ended
 * @param objects what went where
 * @param verification what was compared and how
 * @param notRestored what this selection could not bring
 * @param putBackSql SQL that puts rows back from beside, or undoes a swap or a merge; empty if in
 *     place
 * @param sqlPurpose what that SQL does; null if there is none
 * @param left what is left of ours and how to remove it
 * @param notes what else is good to know
 * @param cost what it cost; null if nothing was bought
 * @param decisions every decision
 */
public record RestoreReport(
    String restoreId,
    String instanceId,
    RestorePhase end,
    Outcome outcome,
    String summary,
    String requestedBy,
    String reason,
    RestorePoint restoreTo,
    Instant startedAt,
    Instant endedAt,
    List<ObjectTarget> objects,
    VerificationSummary verification,
    List<String> notRestored,
    List<String> putBackSql,
    SqlPurpose sqlPurpose,
    List<LeftBehind> left,
    List<String> notes,
    Cost cost,
    List<DecisionRecord> decisions) {}
