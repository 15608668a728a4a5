package io.rdsrestore.workflows.language;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What in a text is English prose, and what are names, figures, commands and SQL. */
final class Wording {
  private static final Pattern WORD = Pattern.compile("[(\"'`]*[A-Za-z]?[a-z]+[.,;:!?)\"'`…]*");

  private static final List<String> COMMANDS =
      List.of("./rds-restore", "rds-restore", "temporal", "aliyun", "curl", "mysqldump");

  /** The next line of a command: an option with its value. */
  private static final Pattern OPTION = Pattern.compile("--[a-z-]+ [^ ]*[/:].*");

  /** A line of JSON, such as an example of a request. */
  private static final Pattern JSON = Pattern.compile("[{\\[]?\"[A-Za-z]+\": [\"\\[{].*[]}\",]");

  private static final Pattern SQL =
      Pattern.compile(
          "(?:SELECT|INSERT|UPDATE|DELETE|RENAME TABLE|ALTER|CREATE|DROP|SHOW|GRANT|REVOKE|SET|USE|KILL|LOCK|UNLOCK|CALL) [^.].*",
          Pattern.DOTALL);

  /** Where statements begin that end a text: behind a colon or a comment, with a name or value. */
  private static final Pattern STATEMENTS =
      Pattern.compile(
          "(?<=^|: |\\*/ )(?:USE|SET|CREATE|DROP|ALTER|RENAME TABLE|INSERT|REPLACE|DELETE|UPDATE|GRANT|REVOKE) [^;]*?[`'=]");

  private Wording() {}

  /**
   * Where statements begin that go on to the end of the text, so that nothing in them is a mark of
   * ours; -1 for none.
   */
  static int statements(String text) {
    if (!text.endsWith(";")) {
      return -1;
    }
    Matcher matcher = STATEMENTS.matcher(text);
    return matcher.find() ? matcher.start() : -1;
  }

  /** Whether statements begin in this line and go on in the next. */
  static boolean opensStatements(String line) {
    return !line.endsWith(";") && STATEMENTS.matcher(line).find();
  }

  /** Whether it is to be run, so that not a letter of it may change; comments in it are prose. */
  static boolean isCommand(String text) {
    if (text.startsWith("PASSWORD=")
        || OPTION.matcher(text).matches()
        || JSON.matcher(text).matches()) {
      return true;
    }
    for (String command : COMMANDS) {
      if (text.startsWith(command + " ") && isProgram(text, command)) {
        return true;
      }
    }
    if (statements(text) == 0) {
      return true;
    }
    return text.indexOf(" -- ") < 0
        && text.indexOf("-- ") != 0
        && !text.startsWith("/* ")
        && SQL.matcher(text).matches();
  }

  /** Prose may begin with the name of a program, and goes on with a verb. */
  private static boolean isProgram(String text, String command) {
    return command.startsWith(".")
        || command.equals("curl")
        || text.startsWith("aliyun rds ")
        || text.startsWith("aliyun dts ")
        || text.startsWith("temporal workflow ")
        || text.startsWith("mysqldump --")
        || text.startsWith("rds-restore ");
  }

  /** Words that are no names: capitals and figures inside a word make it one. */
  static int words(String text) {
    int words = 0;
    int from = 0;
    while (from < text.length()) {
      int to = text.indexOf(' ', from);
      to = to < 0 ? text.length() : to;
      if (to - from > 1 && to - from < 40 && WORD.matcher(text.substring(from, to)).matches()) {
        words++;
      }
      from = to + 1;
    }
    return words;
  }

  /**
   * How unlikely it is that this fills one hole: more than one sentence or clause in it, or half a
   * pair of parentheses.
   */
  static int oddity(String argument) {
    int statements = statements(argument);
    return statements < 0
        ? oddityOfProse(argument)
        : oddityOfProse(argument.substring(0, statements));
  }

  private static int oddityOfProse(String argument) {
    int odd = 0;
    for (String end : List.of(". ", "; ", ": ", " (")) {
      if (argument.contains(end)) {
        odd++;
      }
    }
    if (argument.endsWith(":") || argument.endsWith(";") || argument.endsWith(",")) {
      odd++;
    }
    int open = 0;
    for (int i = 0; i < argument.length(); i++) {
      char c = argument.charAt(i);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (open < 0) {
        return odd + 3;
      }
    }
    return open == 0 ? odd : odd + 3;
  }

  static boolean isWide(char c) {
    return c >= 0x2E80;
  }

  /** Chinese and Latin letters stand apart by a blank, Chinese letters do not. */
  static void append(StringBuilder text, String piece) {
    String next = piece;
    if (text.length() > 0 && !next.isEmpty()) {
      char before = text.charAt(text.length() - 1);
      char after = next.charAt(0);
      if (before == ' ' && isWide(after) && endsWideBeforeBlank(text)) {
        text.setLength(text.length() - 1);
      } else if (after == ' ' && next.length() > 1 && isWide(before) && isWide(next.charAt(1))) {
        next = next.substring(1);
      } else if ((isLetter(before) && isIdeograph(after))
          || (isIdeograph(before) && isLetter(after))) {
        text.append(' ');
      } else if (after == ' ' && isPunctuation(before)) {
        next = next.substring(1);
      }
    }
    text.append(next);
  }

  private static boolean endsWideBeforeBlank(StringBuilder text) {
    return text.length() > 1 && isWide(text.charAt(text.length() - 2));
  }

  private static boolean isLetter(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '`');
  }

  private static boolean isIdeograph(char c) {
    return c >= 0x3400 && c <= 0x9FFF;
  }

  private static boolean isPunctuation(char c) {
    return "，。；：、（）".indexOf(c) >= 0;
  }
}
