package io.rdsrestore.demo.oracle;

import io.rdsrestore.sandbox.billing.LedgerEntry;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.status.RestoreReport;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What can be seen of one restore from outside, at its end or at the gate where it waits.
 *
 * @param restoreId null if the request was refused
 * @param ledger all purchases
 * @param jobs ids of its DTS jobs that are there, bought or only configured
 * @param approvalNeeded whether a person must approve before anything is bought
 * @param approvedAt null if nobody has
 * @param askedAgain decisions that were acted on and may ask for another purchase
 * @param report null while it has not ended
 * @param gate what it waits for; null if for nothing
 * @param failed why the workflow failed; null if it did not
 * @param onlyNoise nothing happened that a person must decide: no more than retries can bear
 * @param gatesSeen ids, beside those of the approval
 * @param calls of the cloud
 * @param mostCalls how many there may be
 * @param takenByPeople clones that somebody deleted in the console
 * @param before the primary, and what people have changed since
 * @param allowed what was asked for
 * @param after the primary now
 * @param keepOver whether a clone was to be kept, and the time for it is over
 */
public record Observation(
    String restoreId,
    List<LedgerEntry> ledger,
    List<String> jobs,
    boolean approvalNeeded,
    Instant approvedAt,
    int askedAgain,
    RestoreReport report,
    Gate gate,
    String failed,
    boolean onlyNoise,
    List<String> gatesSeen,
    long calls,
    long mostCalls,
    Set<String> takenByPeople,
    PrimaryState before,
    Allowed allowed,
    PrimaryState after,
    boolean keepOver) {}
