package io.rdsrestore.demo.killmatrix;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Statements on the primary at which a worker is hit, and the activities that send them. */
enum SqlStep {
  /** Rows of the copy are fingerprinted. */
  COMPARE("(?s)SELECT SQL_NO_CACHE COUNT.*`shop_back`.*", "CompareTables"),
  /** From here on nobody else writes into the table. */
  LOCK_TABLES("LOCK TABLES .*", "EnsureSwapped", "EnsureSwappedBack"),
  /** Numbers that were given out do not come again. */
  ALTER_TABLE("ALTER TABLE .*", "EnsureSwapped", "EnsureSwappedBack", "EnsureMovedIn"),
  /** The move itself. */
  RENAME_TABLE(
      "RENAME TABLE .*",
      "EnsureSwapped",
      "EnsureSwappedBack",
      "EnsureMovedIn",
      "EnsureDatabaseMovedIn"),
  /** The move waits for it. */
  UNLOCK_TABLES("UNLOCK TABLES", "EnsureSwapped", "EnsureSwappedBack"),
  /** The table that keeps what a merge has done. */
  CREATE_SAVED("(?s)CREATE TABLE IF NOT EXISTS `shop`\\.`orders_merged_.*", "EnsureMerged"),
  /** What a part of a merge is about to change is kept. */
  SAVE("(?s)INSERT INTO `shop`\\.`orders_merged_.*", "EnsureMerged"),
  /** Missing rows of a part come back. */
  INSERT("(?s)INSERT INTO `shop`\\.`orders` .*", "EnsureMerged"),
  /** Changed rows of a part get their restored version. */
  REPLACE("(?s)UPDATE .* SET c\\..*'replaced'", "EnsureMerged"),
  /** A part is merged. */
  COMMIT_MERGED("COMMIT", "EnsureMerged"),
  /** What of a part goes out again, or is left, is noted. */
  CHOOSE("(?s)UPDATE .* SET (s\\.)?rr_did = .*", "EnsureUnmerged"),
  /** Inserted rows of a part go out again. */
  REMOVE("(?s)DELETE `shop`\\.`orders` .*", "EnsureUnmerged"),
  /** Replaced rows of a part are put back. */
  PUT_BACK("(?s)UPDATE .* SET c\\..*'putBack'", "EnsureUnmerged"),
  /** A part is taken out. */
  COMMIT_UNMERGED("COMMIT", "EnsureUnmerged");

  private final Pattern text;
  private final ImmutableList<String> activities;

  SqlStep(String text, String... activities) {
    this.text = Pattern.compile(text);
    this.activities = ImmutableList.copyOf(activities);
  }

  /**
   * Which of them a statement is; empty for all others.
   *
   * @param last the one before, which tells whose a COMMIT is; null for none
   */
  static Optional<SqlStep> of(String sql, SqlStep last) {
    return Stream.of(values())
        .filter(step -> step.text.matcher(sql).matches())
        .filter(
            step -> !step.isCommit() || (last != null && step.activities.equals(last.activities)))
        .findFirst();
  }

  private boolean isCommit() {
    return this == COMMIT_MERGED || this == COMMIT_UNMERGED;
  }

  boolean isMadeBy(String activity) {
    return activities.contains(activity);
  }
}
