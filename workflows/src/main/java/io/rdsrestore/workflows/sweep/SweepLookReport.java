package io.rdsrestore.workflows.sweep;

import java.util.List;

/**
 * What a look found.
 *
 * @param summary in one sentence, with the command that removes it
 * @param orphans whose restore has ended or does not exist
 * @param kept clones that people wanted kept: no reason to alert
 * @param unclear what looks like ours and may be somebody else's
 * @param inUse how many things belong to restores that run, or are kept
 * @param notRead what could not be looked into
 */
public record SweepLookReport(
    String summary,
    List<SweepFinding> orphans,
    List<SweepFinding> kept,
    List<SweepFinding> unclear,
    int inUse,
    List<String> notRead) {

  /** Of what was found in these regions. */
  public static SweepLookReport of(
      List<String> regions, List<SweepFinding> findings, List<String> notRead) {
    List<SweepFinding> orphans = with(findings, SweepVerdict.ORPHAN);
    return new SweepLookReport(
        summary(regions, orphans)
            + (notRead.isEmpty()
                ? ""
                : " What could not be looked into: %s.".formatted(String.join("; ", notRead))),
        orphans,
        with(findings, SweepVerdict.KEPT),
        with(findings, SweepVerdict.UNCLEAR),
        with(findings, SweepVerdict.IN_USE).size(),
        List.copyOf(notRead));
  }

  private static String summary(List<String> regions, List<SweepFinding> orphans) {
    return orphans.isEmpty()
        ? "Nothing has outlived its restore in %s.".formatted(String.join(", ", regions))
        : "%d thing%s outlived %s restore; see and remove with: ./rds-restore sweep%s"
            .formatted(
                orphans.size(),
                orphans.size() == 1 ? " has" : "s have",
                orphans.size() == 1 ? "its" : "their",
                regions.stream().map(" --region "::concat).reduce("", String::concat));
  }

  private static List<SweepFinding> with(List<SweepFinding> findings, SweepVerdict verdict) {
    return findings.stream().filter(finding -> finding.verdict() == verdict).toList();
  }
}
