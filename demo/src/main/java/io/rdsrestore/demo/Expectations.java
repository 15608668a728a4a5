package io.rdsrestore.demo;

import io.rdsrestore.demo.DemoResult.LedgerSummary;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.VerificationSummary;
import java.util.ArrayList;
import java.util.List;

/** What must hold at the end of the story; each that does not is a failure in words. */
final class Expectations {
  private final List<String> failures = new ArrayList<>();

  static List<String> failuresOf(LostTableStory.Ending ending, LedgerSummary ledger) {
    Expectations expectations = new Expectations();
    expectations.check(ending);
    expectations.check(ending.report());
    expectations.check(ledger);
    return expectations.failures;
  }

  private void check(LostTableStory.Ending ending) {
    expect(
        ending.after().equals(ending.before()),
        "the restored rows are those of the second before the accident (%s, now %s)"
            .formatted(ending.before(), ending.after()));
    expect(
        ending.report().decisions().size() == 2,
        "two decisions were made, not " + ending.report().decisions().size());
  }

  private void check(RestoreReport report) {
    expect(report.end() == RestorePhase.COMPLETED, "the restore is completed, not " + report.end());
    expect(report.outcome() == Outcome.IN_PLACE, "the data is in place, not " + report.outcome());
    expect(
        report.verification() != null
            && report.verification().verdict().equals(VerificationSummary.EQUAL),
        "counts and checksums agree: " + report.verification());
    expect(report.left().isEmpty(), "nothing is left: " + report.left());
  }

  private void check(LedgerSummary ledger) {
    expect(ledger.clonesBought() == 1, "one clone was bought, not " + ledger.clonesBought());
    expect(ledger.clonesLeft() == 0, "no clone is left, not " + ledger.clonesLeft());
    expect(ledger.dtsJobsBought() == 1, "one DTS job was bought, not " + ledger.dtsJobsBought());
    expect(ledger.dtsJobsLeft() == 0, "no DTS job is left, not " + ledger.dtsJobsLeft());
    expect(ledger.accountsLeft() == 0, "no account is left, not " + ledger.accountsLeft());
  }

  private void expect(boolean holds, String what) {
    if (!holds) {
      failures.add("It does not hold that " + what);
    }
  }
}
