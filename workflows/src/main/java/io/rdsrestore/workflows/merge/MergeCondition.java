package io.rdsrestore.workflows.merge;

import com.google.common.base.Ascii;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rows of a restored table somebody wants, as an SQL condition on its columns: comparisons,
 * IN, LIKE, BETWEEN, AND, OR, arithmetic. No functions, no queries, no comments: nothing that could
 * do more than look at the row that it is asked about.
 */
public final class MergeCondition {
  /** Characters at most. */
  public static final int LONGEST = 2_000;

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|(?<name>[A-Za-z_][A-Za-z0-9_$]*|`[^`]+`)|'(?:[^'\\\\]|'')*'"
              + "|0x[0-9A-Fa-f]+|\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?"
              + "|(?<mark><=>|<=|>=|<>|!=|[-=<>+*/%(),.])");

  /** Words before which no function stands. */
  private static final Set<String> OPERATORS =
      Set.of("AND", "OR", "XOR", "NOT", "IN", "LIKE", "BETWEEN", "DIV", "MOD", "IS");

  /** What would begin or end a query. */
  private static final Set<String> REFUSED =
      Set.of(
          "SELECT",
          "FROM",
          "UNION",
          "INTO",
          "TABLE",
          "VALUES",
          "WITH",
          "FOR",
          "LIMIT",
          "LOCK",
          "PROCEDURE",
          "WINDOW",
          "OVER",
          "MATCH");

  private MergeCondition() {}

  /** What speaks against a condition; empty if nothing does. */
  public static Optional<String> problem(String condition) {
    if (condition.isBlank() || condition.length() > LONGEST) {
      return Optional.of("where has 1 to %d characters".formatted(LONGEST));
    }
    Matcher token = TOKEN.matcher(condition);
    int end = 0;
    int depth = 0;
    String before = "";
    while (end < condition.length()) {
      if (!token.find(end) || token.start() != end) {
        return Optional.of(
            "where has something that a comparison does not need, at character %d"
                .formatted(end + 1));
      }
      String text = token.group();
      end = token.end();
      if (text.isBlank()) {
        continue;
      }
      if (token.group("name") != null && REFUSED.contains(Ascii.toUpperCase(text))) {
        return Optional.of("where compares columns and values: no " + Ascii.toUpperCase(text));
      }
      if (text.equals("(")) {
        depth++;
        if (isName(before) && !OPERATORS.contains(Ascii.toUpperCase(before))) {
          return Optional.of("where calls no functions: " + Ascii.truncate(before, 40, "..."));
        }
      } else if (text.equals(")") && --depth < 0) {
        return Optional.of("where closes a parenthesis that it has not opened");
      } else if ((before + text).equals("--") || (before + text).equals("/*")) {
        return Optional.of("where has no comments and no double minus");
      }
      before = text;
    }
    return depth == 0 ? Optional.empty() : Optional.of("where leaves a parenthesis open");
  }

  private static boolean isName(String token) {
    return !token.isEmpty()
        && (token.charAt(0) == '`'
            || token.charAt(0) == '_'
            || Character.isLetter(token.charAt(0)));
  }
}
