package io.rdsrestore.workflows.verdict;

import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.request.VerifyMode;
import io.rdsrestore.workflows.status.VerificationSummary;
import java.util.List;
import java.util.stream.Collectors;

/** Sums up a comparison. Nothing is called equal that was not compared. */
public final class VerificationVerdict {
  private VerificationVerdict() {}

  /**
   * The summary.
   *
   * @param keptExisting whether rows that were on the primary before were kept
   */
  public static VerificationSummary of(
      List<TableComparison> tables, VerifyMode mode, boolean keptExisting) {
    List<TableComparison> compared =
        tables.stream().filter(table -> table.verdict() != ComparisonVerdict.NOT_COMPARED).toList();
    return new VerificationSummary(
        verdict(tables, compared, mode), method(tables, compared, mode, keptExisting), tables);
  }

  private static String verdict(
      List<TableComparison> tables, List<TableComparison> compared, VerifyMode mode) {
    if (mode == VerifyMode.NONE || compared.isEmpty()) {
      return VerificationSummary.NOT_VERIFIED;
    }
    if (compared.stream().anyMatch(table -> table.verdict() == ComparisonVerdict.DIFFERENT)) {
      return VerificationSummary.DIFFERENT;
    }
    return compared.size() == tables.size()
        ? VerificationSummary.EQUAL
        : VerificationSummary.EQUAL_WHERE_COMPARED;
  }

  private static String method(
      List<TableComparison> tables,
      List<TableComparison> compared,
      VerifyMode mode,
      boolean keptExisting) {
    if (mode == VerifyMode.NONE) {
      return "nothing was compared, as the request asks";
    }
    if (compared.isEmpty()) {
      return tables.isEmpty()
          ? "nothing was compared"
          : "nothing was compared: " + notCompared(tables);
    }
    String kept =
        keptExisting
            ? "; rows that were on the primary before may differ, they were kept (keepExisting)"
            : "";
    String left = compared.size() == tables.size() ? "" : "; not compared: " + notCompared(tables);
    return "%d of %d tables by %s%s%s"
        .formatted(compared.size(), tables.size(), power(compared, mode), kept, left);
  }

  private static String power(List<TableComparison> compared, VerifyMode mode) {
    if (mode == VerifyMode.COUNTS) {
      return "exact row counts; rows with other contents would not show";
    }
    long summed = compared.stream().filter(table -> table.sourceChecksum() != null).count();
    return summed == compared.size()
        ? "exact row counts and a checksum over every row"
        : "exact row counts, %d of them also by a checksum over every row".formatted(summed);
  }

  private static String notCompared(List<TableComparison> tables) {
    return tables.stream()
        .filter(table -> table.verdict() == ComparisonVerdict.NOT_COMPARED)
        .map(
            table ->
                table.note() == null ? table.source() : table.source() + " (" + table.note() + ")")
        .collect(Collectors.joining(", "));
  }
}
