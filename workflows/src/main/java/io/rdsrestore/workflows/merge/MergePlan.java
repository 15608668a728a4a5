package io.rdsrestore.workflows.merge;

import com.google.common.hash.Hashing;
import io.rdsrestore.workflows.json.RestoreJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A merge as it has been counted: what a person may decide about.
 *
 * @param mode which rows
 * @param where of which rows of the restored tables, in SQL; null: all
 * @param looks what would happen to each table
 */
public record MergePlan(MergeMode mode, String where, List<MergeLook> looks) {
  private static final int LENGTH = 12;

  /** So many rows more, or such a part of them, are as good as the same. */
  private static final long FEW = 10;

  private static final long SHARE = 20;

  /** What a decision names, so that it is about these counts and no others. */
  public String hash() {
    return Hashing.sha256()
        .hashString(
            RestoreJson.write(List.of(mode, where == null ? "" : where, looks)),
            StandardCharsets.UTF_8)
        .toString()
        .substring(0, LENGTH);
  }

  /** Those that can be merged. */
  public List<MergeTable> tables() {
    return looks.stream().filter(MergeLook::isPossible).map(MergeLook::table).toList();
  }

  /** Rows that would be written. */
  public long rows() {
    return looks.stream().filter(MergeLook::isPossible).mapToLong(look -> look.rows(mode)).sum();
  }

  /**
   * Whether it is about clearly more than another count of the same was, or some of it cannot be
   * done any more. An application that is at work moves the counts a little.
   */
  public boolean isMoreThan(MergePlan before) {
    return tables().size() < before.tables().size()
        || rows() > before.rows() + Math.max(FEW, before.rows() / SHARE);
  }

  /** What it is about, in a few words. */
  public String text() {
    return "mode %s%s".formatted(mode.word(), where == null ? "" : " where " + where);
  }

  /** For a report, of a merge that has begun and of which no end is known. */
  public String begun() {
    String undo =
        looks.stream()
            .filter(look -> look.isPossible() && look.undoSql() != null)
            .flatMap(look -> look.undoSql().stream())
            .collect(Collectors.joining(" "));
    return "A merge (%s) into %s has begun and did not come to its end: rows may be merged. What became of each, and what was there before, is in %s.%s"
        .formatted(
            text(),
            tables().stream()
                .map(table -> table.current().toString())
                .collect(Collectors.joining(", ")),
            tables().stream()
                .map(table -> table.saved().toString())
                .collect(Collectors.joining(", ")),
            undo.isEmpty() ? "" : " To take it back: " + undo);
  }
}
