package io.rdsrestore.workflows.verdict.remedies;

import io.rdsrestore.workflows.activity.PrecheckFinding;
import io.rdsrestore.workflows.decision.GateItem;

/** What failed in a precheck, with cause, remedy and commands. */
public final class PrecheckItems {
  private PrecheckItems() {}

  /**
   * A failed item as a gate shows it.
   *
   * @param diagnosis what a look at the accesses found; null if none was made
   */
  public static GateItem of(
      PrecheckFinding finding, AccessDiagnosis diagnosis, RestoreNames names) {
    CatalogueItem known =
        Catalogue.precheck(finding.item(), names.engine())
            .or(() -> Catalogue.precheck(Catalogue.ANY_OTHER_ITEM))
            .orElseThrow();
    return FailedItem.of(finding.item(), known, said(finding), finding.canSkip(), diagnosis, names);
  }

  private static String said(PrecheckFinding finding) {
    return finding.detail() == null || finding.detail().isBlank()
        ? finding.key()
        : finding.detail();
  }
}
