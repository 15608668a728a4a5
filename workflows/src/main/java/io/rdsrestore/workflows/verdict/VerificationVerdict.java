package io.rdsrestore.workflows.verdict;

import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.guard.SourceCheck;
import io.rdsrestore.workflows.request.VerifyMode;
import io.rdsrestore.workflows.status.VerificationSummary;
import io.rdsrestore.workflows.verify.Power;
import java.util.List;
import java.util.stream.Collectors;

/** Sums up a comparison. Nothing is called equal that was not compared. */
public final class VerificationVerdict {
  private VerificationVerdict() {}

  /**
   * The summary.
   *
   * @param tables tables and other objects
   * @param keptExisting whether rows that were on the primary before were kept
   * @param source whether the clone stayed as it was: if not, what is equal to it may lack the same
   */
  public static VerificationSummary of(
      List<TableComparison> tables, VerifyMode mode, boolean keptExisting, SourceCheck source) {
    // What was not to come along is listed, and decides nothing.
    List<TableComparison> wanted =
        tables.stream().filter(table -> table.verdict() != ComparisonVerdict.NOT_RESTORED).toList();
    List<TableComparison> compared =
        wanted.stream().filter(table -> table.verdict() != ComparisonVerdict.NOT_COMPARED).toList();
    return new VerificationSummary(
        verdict(wanted, compared, mode, source),
        method(wanted, compared, mode, keptExisting),
        tables,
        source.text());
  }

  private static String verdict(
      List<TableComparison> wanted,
      List<TableComparison> compared,
      VerifyMode mode,
      SourceCheck source) {
    if (mode == VerifyMode.NONE || compared.isEmpty()) {
      return VerificationSummary.NOT_VERIFIED;
    }
    if (source.isChanged()
        || compared.stream().anyMatch(table -> table.verdict() == ComparisonVerdict.DIFFERENT)) {
      return VerificationSummary.DIFFERENT;
    }
    return compared.size() == wanted.size()
        ? VerificationSummary.EQUAL
        : VerificationSummary.EQUAL_WHERE_COMPARED;
  }

  private static String method(
      List<TableComparison> wanted,
      List<TableComparison> compared,
      VerifyMode mode,
      boolean keptExisting) {
    if (mode == VerifyMode.NONE) {
      return "nothing was compared, as the request asks";
    }
    if (compared.isEmpty()) {
      return wanted.isEmpty()
          ? "nothing was compared"
          : "nothing was compared: " + notCompared(wanted);
    }
    String kept =
        keptExisting
            ? "; rows that were on the primary before may differ, they were kept (keepExisting)"
            : "";
    String left = compared.size() == wanted.size() ? "" : "; not compared: " + notCompared(wanted);
    List<TableComparison> tables = compared.stream().filter(TableComparison::ofTable).toList();
    long allTables = wanted.stream().filter(TableComparison::ofTable).count();
    return "%d of %d tables by %s%s%s%s"
        .formatted(
            tables.size(), allTables, power(tables, mode), others(compared, wanted), kept, left);
  }

  private static String others(List<TableComparison> compared, List<TableComparison> wanted) {
    long all = wanted.stream().filter(object -> !object.ofTable()).count();
    return all == 0
        ? ""
        : "; %d of %d views, triggers and routines by their definitions"
            .formatted(compared.stream().filter(object -> !object.ofTable()).count(), all);
  }

  private static String power(List<TableComparison> compared, VerifyMode mode) {
    if (mode == VerifyMode.COUNTS) {
      return "exact row counts; rows with other contents would not show";
    }
    boolean weak =
        compared.stream()
            .anyMatch(
                table ->
                    table.power() != null && table.power().method() == Power.Method.WEAK_CHECKSUM);
    if (weak) {
      return "exact row counts and CHECKSUM_AGG, a weak checksum of 32 bits: rows that differ may not show";
    }
    long summed = compared.stream().filter(table -> table.sourceChecksum() != null).count();
    return summed == compared.size()
        ? "exact row counts and a checksum over every row"
        : "exact row counts, %d of them also by a checksum over every row".formatted(summed);
  }

  private static String notCompared(List<TableComparison> wanted) {
    return wanted.stream()
        .filter(table -> table.verdict() == ComparisonVerdict.NOT_COMPARED)
        .map(
            table ->
                table.note() == null ? table.source() : table.source() + " (" + table.note() + ")")
        .collect(Collectors.joining(", "));
  }
}
