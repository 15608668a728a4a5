package io.rdsrestore.workflows.status;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.plan.RestorePlan;
import java.time.Instant;
import java.util.List;

/**
 * The answer of the query {@code status}.
 *
 * @param restoreId id that everything of this restore carries
 * @param instanceId the primary
 * @param regionId its region
 * @param phase where it is
 * @param waitingFor the open gate; null while no person is waited for
 * @param doing what is going on right now, in a sentence
 * @param plan null until it has been made
 * @param cloneStatus null until it has been asked for
 * @param task null until it has been configured
 * @param progress of the slow step that is going on; null otherwise
 * @param decisions everything people have sent, newest last; bounded
 * @param timeline what happened when, newest last; bounded
 * @param cost so far; null until something was bought
 * @param keptUntil until when a clone that outlives its restore is kept; null otherwise
 * @param report null until the end
 */
public record RestoreStatus(
    String restoreId,
    String instanceId,
    String regionId,
    RestorePhase phase,
    Gate waitingFor,
    String doing,
    RestorePlan plan,
    @JsonProperty("clone") CloneStatus cloneStatus,
    TaskStatus task,
    Progress progress,
    List<DecisionRecord> decisions,
    List<TimelineEntry> timeline,
    Cost cost,
    Instant keptUntil,
    RestoreReport report) {}
