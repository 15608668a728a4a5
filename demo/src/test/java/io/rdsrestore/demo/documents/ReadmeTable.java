package io.rdsrestore.demo.documents;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The README's table of commands: what is done, ours, and the Temporal CLI's. */
public final class ReadmeTable {
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");

  private ReadmeTable() {}

  /** Our command of the row that begins so, as its words after {@code ./rds-restore}. */
  public static List<String> ours(String row) {
    List<String> words = words(row, 1, "./rds-restore");
    return words.subList(1, words.size());
  }

  /** The Temporal CLI's, as its words after {@code temporal}. */
  public static List<String> temporal(String row) {
    List<String> words = words(row, 2, "temporal");
    return words.subList(1, words.size());
  }

  private static List<String> words(String row, int column, String program) {
    String cell =
        Documents.read(Documents.project().resolve("README.md"))
            .lines()
            .filter(line -> line.startsWith("| " + row))
            .map(line -> Arrays.asList(line.split("\\s*\\|\\s*")).get(column + 1))
            .findFirst()
            .orElseThrow();
    Matcher span = SPAN.matcher(cell);
    while (span.find()) {
      List<String> words = ShellWords.commands(span.group(1)).get(0);
      if (words.get(0).equals(program)) {
        return words;
      }
    }
    throw new IllegalStateException("no command of %s in row %s".formatted(program, row));
  }
}
