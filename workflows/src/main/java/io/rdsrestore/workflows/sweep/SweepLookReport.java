package io.rdsrestore.workflows.sweep;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.rdsrestore.workflows.Counted;
import java.util.List;

/**
 * What a look found.
 *
 * @param summary in one sentence, with the command that removes it
 * @param orphans whose restore has ended or does not exist
 * @param kept clones that people wanted kept: no reason to alert
 * @param unknown what may belong to a restore in another namespace
 * @param unclear what looks like ours and may be somebody else's
 * @param inUse how many things belong to restores that run, or are kept
 * @param notRead what could not be looked into
 */
public record SweepLookReport(
    String summary,
    List<SweepFinding> orphans,
    List<SweepFinding> kept,
    List<SweepFinding> unknown,
    List<SweepFinding> unclear,
    int inUse,
    List<String> notRead) {

  /** Of what was found in these regions. */
  public static SweepLookReport of(
      String namespace, List<String> regions, List<SweepFinding> findings, List<String> notRead) {
    List<SweepFinding> orphans = with(findings, SweepVerdict.ORPHAN);
    List<SweepFinding> unknown = with(findings, SweepVerdict.UNKNOWN);
    return new SweepLookReport(
        summary(namespace, regions, orphans, unknown)
            + (notRead.isEmpty()
                ? ""
                : " What could not be looked into: %s.".formatted(String.join("; ", notRead))),
        orphans,
        with(findings, SweepVerdict.KEPT),
        unknown,
        with(findings, SweepVerdict.UNCLEAR),
        with(findings, SweepVerdict.IN_USE).size(),
        List.copyOf(notRead));
  }

  /** Whether a person has to look: something is left, or was not looked into. */
  @JsonIgnore
  public boolean isAlert() {
    return !orphans.isEmpty() || !unknown.isEmpty() || !notRead.isEmpty();
  }

  /** So many things that may go, in words. */
  public static String outlived(int things) {
    return "%s outlived %s restore"
        .formatted(
            Counted.of(things, "thing") + (things == 1 ? " has" : " have"),
            things == 1 ? "its" : "their");
  }

  private static String summary(
      String namespace,
      List<String> regions,
      List<SweepFinding> orphans,
      List<SweepFinding> unknown) {
    if (orphans.isEmpty() && unknown.isEmpty()) {
      return "Nothing has outlived its restore in %s.".formatted(String.join(", ", regions));
    }
    String left = orphans.isEmpty() ? "" : outlived(orphans.size());
    String strange =
        unknown.isEmpty()
            ? ""
            : "%s to restores that namespace %s does not know"
                .formatted(
                    Counted.of(unknown.size(), "thing")
                        + (unknown.size() == 1 ? " belongs" : " belong"),
                    namespace);
    return "%s%s%s; see and remove with: ./rds-restore sweep --namespace %s%s"
        .formatted(
            left,
            left.isEmpty() || strange.isEmpty() ? "" : ", ",
            strange,
            namespace,
            regions.stream().map(" --region "::concat).reduce("", String::concat));
  }

  private static List<SweepFinding> with(List<SweepFinding> findings, SweepVerdict verdict) {
    return findings.stream().filter(finding -> finding.verdict() == verdict).toList();
  }
}
