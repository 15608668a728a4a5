package io.rdsrestore.sandbox.dataplane;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether the destination would refuse, or read otherwise, what the source accepts. */
final class SqlModeItems implements PrecheckFamily {
  /** Where the destination has one and the source has not, rows can be refused. */
  private static final Set<String> STRICTER =
      Set.of(
          "NO_ZERO_DATE",
          "NO_ZERO_IN_DATE",
          "STRICT_ALL_TABLES",
          "STRICT_TRANS_TABLES",
          "TRADITIONAL");

  /** Where only one side has one, definitions mean something else. */
  private static final Set<String> OTHER_GRAMMAR =
      Set.of("ANSI", "ANSI_QUOTES", "PIPES_AS_CONCAT", "IGNORE_SPACE", "NO_BACKSLASH_ESCAPES");

  private final Connection source;
  private final Connection target;

  SqlModeItems(Connection source, Connection target) {
    this.source = source;
    this.target = target;
  }

  @Override
  public List<PrecheckItem> run() throws SQLException {
    Set<String> atSource = modes(source);
    Set<String> atTarget = modes(target);
    Set<String> different = new TreeSet<>();
    for (String mode : STRICTER) {
      if (atTarget.contains(mode) && !atSource.contains(mode)) {
        different.add(mode + " in the destination only");
      }
    }
    for (String mode : OTHER_GRAMMAR) {
      if (atTarget.contains(mode) != atSource.contains(mode)) {
        different.add(mode + " on one side only");
      }
    }
    return List.of(
        PrecheckItem.of(PrecheckNames.SQL_MODES, "The values of sql_mode differ", different));
  }

  private static Set<String> modes(Connection server) throws SQLException {
    return Set.of(Query.text(server, "SELECT @@GLOBAL.sql_mode").split(",", -1));
  }
}
