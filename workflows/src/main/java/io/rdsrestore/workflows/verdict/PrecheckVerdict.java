package io.rdsrestore.workflows.verdict;

import static java.util.stream.Collectors.joining;

import io.rdsrestore.workflows.activity.PrecheckFinding;
import io.rdsrestore.workflows.activity.PrecheckResult;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.verdict.remedies.AccessDiagnosis;
import io.rdsrestore.workflows.verdict.remedies.PrecheckItems;
import io.rdsrestore.workflows.verdict.remedies.RestoreNames;
import java.util.List;
import java.util.Map;

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

  /**
   * The verdict.
   *
   * @param diagnoses what a look at the accesses found, by item
   * @param names for the commands
   */
  public static PrecheckVerdict of(
      PrecheckResult result, Map<String, AccessDiagnosis> diagnoses, RestoreNames names) {
    if (result.passed()) {
      return new PrecheckVerdict(true, "the precheck has passed", List.of(), false);
    }
    List<GateItem> items =
        failed(result).stream()
            .map(finding -> PrecheckItems.of(finding, diagnoses.get(finding.item()), names))
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

  /** The findings that keep the job from copying. */
  public static List<PrecheckFinding> failed(PrecheckResult result) {
    return result.findings().stream()
        .filter(finding -> FAILED.equalsIgnoreCase(finding.state()) && !finding.skipped())
        .toList();
  }
}
