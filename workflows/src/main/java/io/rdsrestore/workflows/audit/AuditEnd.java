package io.rdsrestore.workflows.audit;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.status.Cost;
import io.rdsrestore.workflows.status.LeftBehind;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.RestoreReport;
import java.util.List;

/**
 * How it ended.
 *
 * @param phase {@code COMPLETED}, {@code ABORTED} or {@code FAILED}
 * @param outcome as in the report; null where there is none
 * @param summary of the report, or why it was refused
 * @param cost null if nothing was bought
 * @param left what is left of ours
 * @param decisionsNotListed how many ignored decisions have no line of their own
 */
public record AuditEnd(
    RestorePhase phase,
    Outcome outcome,
    String summary,
    Cost cost,
    List<String> left,
    int decisionsNotListed) {

  static AuditEnd of(RestoreReport report, int decisionsNotListed) {
    return new AuditEnd(
        report.end(),
        report.outcome(),
        report.summary(),
        report.cost(),
        report.left().stream().map(LeftBehind::what).toList(),
        decisionsNotListed);
  }

  static AuditEnd refused(String because, int decisionsNotListed) {
    return new AuditEnd(RestorePhase.FAILED, null, because, null, List.of(), decisionsNotListed);
  }
}
