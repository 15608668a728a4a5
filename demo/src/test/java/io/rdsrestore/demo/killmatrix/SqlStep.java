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
  RENAME_TABLE("RENAME TABLE .*", "EnsureSwapped", "EnsureSwappedBack", "EnsureMovedIn"),
  /** The move waits for it. */
  UNLOCK_TABLES("UNLOCK TABLES", "EnsureSwapped", "EnsureSwappedBack");

  private final Pattern text;
  private final ImmutableList<String> activities;

  SqlStep(String text, String... activities) {
    this.text = Pattern.compile(text);
    this.activities = ImmutableList.copyOf(activities);
  }

  /** Which of them a statement is; empty for all others. */
  static Optional<SqlStep> of(String sql) {
    return Stream.of(values()).filter(step -> step.text.matcher(sql).matches()).findFirst();
  }

  boolean isMadeBy(String activity) {
    return activities.contains(activity);
  }
}
