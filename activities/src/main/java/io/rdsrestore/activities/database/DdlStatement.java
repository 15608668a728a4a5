package io.rdsrestore.activities.database;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells statements that change tables by their first words; the rest of them stays unread. */
final class DdlStatement {
  private static final Pattern COMMENTS = Pattern.compile("(?s)/\\*.*?\\*/|^\\s+");
  private static final Pattern DDL =
      Pattern.compile(
          "(?is)\\s*(ALTER|CREATE|DROP|RENAME|TRUNCATE|OPTIMIZE)\\s+"
              + "(?:(?:IGNORE|ONLINE|OFFLINE|UNIQUE|FULLTEXT|SPATIAL|LOCAL|NO_WRITE_TO_BINLOG|OR\\s+REPLACE)\\s+)*"
              + "(TABLES?|INDEX|DATABASE|SCHEMA)\\b.*");

  private DdlStatement() {}

  /** For example {@code ALTER TABLE}; empty for a statement of another kind. */
  static Optional<String> kindOf(String sql) {
    Matcher matcher = DDL.matcher(COMMENTS.matcher(sql).replaceAll(" "));
    return matcher.matches()
        ? Optional.of((matcher.group(1) + " " + matcher.group(2)).toUpperCase(Locale.ROOT))
        : Optional.empty();
  }
}
