package io.rdsrestore.workflows.swap;

import io.rdsrestore.workflows.plan.SqlName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of a database in the text of a trigger, view or routine that moves to another one. */
public final class DatabaseReferences {
  private static final String ANSI_QUOTES = "ANSI_QUOTES";
  private static final String NO_BACKSLASH_ESCAPES = "NO_BACKSLASH_ESCAPES";

  /** What begins a comment that the server executes: its content counts. */
  private static final String EXECUTED = "/\\*M?!\\d*";

  private static final String COMMENT = "/\\*.*?\\*/|--(?=\\s|$)[^\\n]*|#[^\\n]*";
  private static final String WORD = "[\\p{L}\\p{N}_$]+";

  private DatabaseReferences() {}

  /**
   * The same statement with one database's name replaced wherever it qualifies another name; names
   * of others, texts in quotes, variables and comments stay as they are.
   *
   * @param sqlMode that the statement is read in: it says what quotes and backslashes mean
   */
  public static String moved(String sql, String from, String to, String sqlMode) {
    boolean backslash = !sqlMode.contains(NO_BACKSLASH_ESCAPES);
    boolean namesInDoubleQuotes = sqlMode.contains(ANSI_QUOTES);
    Matcher tokens = tokens(backslash).matcher(sql);
    StringBuilder moved = new StringBuilder();
    String before = "";
    while (tokens.find()) {
      String token = tokens.group();
      boolean qualifies =
          name(token, namesInDoubleQuotes).equalsIgnoreCase(from)
              && !before.equals(".")
              && !before.equals("@")
              && sql.substring(tokens.end()).stripLeading().startsWith(".");
      tokens.appendReplacement(
          moved, Matcher.quoteReplacement(qualifies ? SqlName.quote(to) : token));
      if (!token.isBlank()) {
        before = token;
      }
    }
    return tokens.appendTail(moved).toString();
  }

  private static Pattern tokens(boolean backslash) {
    return Pattern.compile(
        String.join(
            "|",
            EXECUTED,
            COMMENT,
            quoted('\'', backslash),
            quoted('"', backslash),
            quoted('`', false),
            WORD,
            "\\s+",
            "."),
        Pattern.DOTALL);
  }

  private static String quoted(char quote, boolean backslash) {
    // Possessive: a text of many thousand characters must not take as deep a stack.
    return backslash
        ? "%1$s(?:[^%1$s\\\\]|\\\\.|%1$s%1$s)*+%1$s".formatted(quote)
        : "%1$s(?:[^%1$s]|%1$s%1$s)*+%1$s".formatted(quote);
  }

  /** What a token names; empty if it is no name. */
  private static String name(String token, boolean namesInDoubleQuotes) {
    char first = token.charAt(0);
    boolean isQuoted = first == '`' || (first == '"' && namesInDoubleQuotes);
    if (isQuoted && token.length() > 1) {
      String quote = String.valueOf(first);
      return token.substring(1, token.length() - 1).replace(quote + quote, quote);
    }
    return Character.isLetterOrDigit(first) || first == '_' || first == '$' ? token : "";
  }
}
