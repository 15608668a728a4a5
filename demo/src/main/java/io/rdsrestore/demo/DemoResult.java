package io.rdsrestore.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.status.VerificationSummary;
import java.util.List;
import java.util.Map;

/**
 * What the demo came to, for programs.
 *
 * @param result {@code passed}, or {@code failed}
 * @param failures what did not hold; empty if passed
 * @param phases those that the restore went through, in order
 * @param decisions every decision
 * @param verification what was compared
 * @param ledger what was bought and what is left
 * @param temporal {@code dev-server} or {@code embedded}
 * @param historyEvents length of the workflow's history, as a real server writes it
 * @param apiCalls calls to the cloud, by action
 * @param addedSeconds the restore's duration beyond the cloud's own and the person's
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DemoResult(
    String result,
    List<String> failures,
    List<String> phases,
    List<DecisionRecord> decisions,
    VerificationSummary verification,
    LedgerSummary ledger,
    String temporal,
    int historyEvents,
    Map<String, Long> apiCalls,
    double addedSeconds) {

  /** The oracle for "never pay twice, leave nothing behind". */
  public record LedgerSummary(
      int clonesBought, int clonesLeft, int dtsJobsBought, int dtsJobsLeft, long accountsLeft) {}
}
