package io.rdsrestore.sandbox.dataplane;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Renames databases where a statement names them, in backquotes before a dot. */
final class QualifiedNames {
  /** Text in quotes, which stays as it is, or a name in backquotes that may qualify another. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "'(?:[^'\\\\]|\\\\.|'')*'|\"(?:[^\"\\\\]|\\\\.|\"\")*\"|`((?:[^`]|``)+)`(\\.)?",
          Pattern.DOTALL);

  private QualifiedNames() {}

  static String rename(String sql, Map<String, String> databases) {
    return QUOTED
        .matcher(sql)
        .replaceAll(
            match -> {
              String renamed = match.group(2) == null ? null : databases.get(match.group(1));
              return Matcher.quoteReplacement(
                  renamed == null ? match.group() : Sql.name(renamed) + ".");
            });
  }
}
