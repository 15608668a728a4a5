package io.rdsrestore.workflows.verdict;

import static java.util.stream.Collectors.joining;

import io.rdsrestore.workflows.activity.PrecheckFinding;
import io.rdsrestore.workflows.activity.PrecheckResult;
import io.rdsrestore.workflows.decision.GateItem;
import java.util.List;
import java.util.Optional;

/**
 * What a precheck means and what can be done about it. Whether it passed is for DTS to say.
 *
 * @param passed whether the copy may go on
 * @param reason in one sentence
 * @param items what failed and is not skipped, one by one; warnings do not block and are left out
 * @param anySkippable whether DTS lets one of them be skipped
 */
public record PrecheckVerdict(
    boolean passed, String reason, List<GateItem> items, boolean anySkippable) {
  private static final String FAILED = "Failed";

  public static PrecheckVerdict of(PrecheckResult result) {
    if (result.passed()) {
      return new PrecheckVerdict(true, "the precheck has passed", List.of(), false);
    }
    List<GateItem> items =
        result.findings().stream()
            .filter(finding -> FAILED.equalsIgnoreCase(finding.state()) && !finding.skipped())
            .map(PrecheckVerdict::item)
            .toList();
    if (items.isEmpty()) {
      return new PrecheckVerdict(
          false,
          "The precheck has not passed (DTS: %s), but DTS names no item that failed"
              .formatted(result.jobState()),
          List.of(
              GateItem.of(
                  "precheck",
                  "DTS names no item",
                  "look at the job's precheck in the DTS console, then retry")),
          false);
    }
    return new PrecheckVerdict(
        false,
        "The precheck failed: " + items.stream().map(GateItem::name).collect(joining(", ")),
        items,
        items.stream().anyMatch(GateItem::canSkip));
  }

  private static GateItem item(PrecheckFinding finding) {
    Optional<PrecheckRemedy> known = PrecheckRemedies.of(finding.item());
    return new GateItem(
        finding.item(),
        known.map(PrecheckRemedy::meaning).orElse("not known here") + said(finding),
        known
            .map(PrecheckRemedy::remedy)
            .orElse(
                "look at this item in the DTS console, where it is explained; mend it and retry"),
        List.of(),
        finding.canSkip(),
        null);
  }

  private static String said(PrecheckFinding finding) {
    String said = isBlank(finding.detail()) ? finding.key() : finding.detail();
    return isBlank(said) ? "" : "; DTS says: " + said;
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
