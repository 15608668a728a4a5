package io.rdsrestore.worker.language;

import io.rdsrestore.workflows.language.Phrasebook;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text as a source has it: its literals joined, what is put into it at runtime as {@link #HOLE}.
 *
 * @param where file and line
 * @param template with holes
 */
record SourceText(String where, String template) {
  /** No text of ours has it. */
  static final char HOLE = '\u0001';

  /** What may be put into a hole: a name, a figure, a sentence. */
  private static final List<String> NAMES = List.of("X1", "7", "X1.");

  private static final Pattern WORD = Pattern.compile("[(\"'`]*[A-Za-z]?[a-z]+[.,;:!?)\"'`…]*");

  /** SQL over several lines, the next line of a command, and JSON of an example. */
  private static final Pattern CODE =
      Pattern.compile("(?:SELECT|FROM|WHERE|AND) .*|--[a-z-]+ (?!.*[.]$)|\"\\w+\": ");

  private static final Pattern COLUMNS = Pattern.compile("\n|(?<=\\S)  +(?=\\S)");

  /** What is put in right beside another piece is there only sometimes. */
  private static final Pattern GLUED = Pattern.compile("(?<=[HOLEa-z:])HOLE|HOLE(?=[a-z])|(?<=[.])HOLE$".replace("HOLE", Character.toString(HOLE)));

  /**
   * What the book does not know of it; empty if it knows all. Lines and columns, two blanks apart,
   * are said one by one, as a command line does.
   */
  List<String> unknown() {
    String text = GLUED.matcher(template).replaceAll("");
    return Stream.of(text, text.endsWith(" ") ? text + HOLE : text)
        .flatMap(each -> NAMES.stream().map(name -> each.replace(Character.toString(HOLE), name)))
        .map(SourceText::unknown)
        .min(Comparator.comparingInt(List::size))
        .orElseThrow();
  }

  private static List<String> unknown(String text) {
    return Arrays.stream(COLUMNS.split(text))
        .filter(SourceText::isProse)
        .flatMap(cell -> Phrasebook.chinese().translate(cell).unknown().stream())
        .toList();
  }

  /** Two words at least that are no names: something that a person reads. */
  private static boolean isProse(String cell) {
    long words =
        Arrays.stream(cell.strip().split("\\s+"))
            .filter(word -> word.length() > 1 && WORD.matcher(word).matches())
            .count();
    return words > 1 && !CODE.matcher(cell.strip()).lookingAt();
  }
}
