package io.rdsrestore.worker.language;

import io.rdsrestore.workflows.language.Phrasebook;
import io.rdsrestore.workflows.language.Translation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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

  /** What may be put into a hole: a name, a figure. */
  private static final List<String> NAMES = List.of("X1", "7");

  private static final Pattern WORD = Pattern.compile("[(\"'`]*[A-Za-z]?[a-z]+[.,;:!?)\"'`…]*");

  /** Between two names they say little: "3 of 4". */
  private static final Set<String> JOINTS =
      Set.of("as", "at", "by", "for", "is", "of", "to", "until");

  /** SQL over several lines, the next line of a command, and JSON of an example. */
  private static final Pattern CODE =
      Pattern.compile(
          "(?:SELECT|FROM|WHERE|AND|WorkflowType IN|INSERT INTO) .*|\\w+ (?:VARCHAR\\(|= VALUES\\().*|--[a-z-]+ (?!.*[.]$)|\"\\w+\": ");

  /** Two words of English in a row. */
  private static final Pattern ENGLISH =
      Pattern.compile("(?<![\\w.-])[A-Za-z]?[a-z]+,? [a-z]{2,}(?![\\w-])");

  /**
   * What is in quotes, a command up to the next Chinese letter, a field of a request and its value.
   */
  private static final Pattern COMMAND =
      Pattern.compile(
          "`[^`]*`|'[^']*'|\"[^\"]*\"|<[^>]*>|(?:[.]/rds-restore|rds-restore|temporal|aliyun|curl|echo|openssl|mysqldump|generate-request) [^\\u3000-\\uffef]*|(?:target|afterwards|mode|migrate) \\w+");

  private static final Pattern COLUMNS = Pattern.compile("\n|(?<=\\S)  +(?=\\S)");

  /** A hole that a sentence follows has one itself. */
  private static final Pattern SENTENCE = Pattern.compile(HOLE + " (?=[A-Z][a-z])");

  /** What is put in right beside another piece is there only sometimes. */
  private static final Pattern GLUED =
      Pattern.compile(
          "(?<=[HOLEa-z:])HOLE|HOLE(?=[a-z])|(?<=[a-z]{2}[.])HOLE$"
              .replace("HOLE", Character.toString(HOLE)));

  /**
   * What the book does not know of it; empty if it knows all. Lines and columns, two blanks apart,
   * are said one by one, as a command line does.
   */
  List<String> unknown() {
    String text = GLUED.matcher(template).replaceAll("");
    return Stream.of(
            text,
            SENTENCE.matcher(text).replaceAll(HOLE + ". "),
            text.endsWith(" ") ? text + HOLE : text)
        .distinct()
        .flatMap(each -> NAMES.stream().map(name -> each.replace(Character.toString(HOLE), name)))
        .map(SourceText::unknown)
        .min(Comparator.comparingInt(List::size))
        .orElseThrow();
  }

  private static List<String> unknown(String text) {
    return Arrays.stream(COLUMNS.split(text))
        .filter(SourceText::isProse)
        .flatMap(cell -> left(cell).stream())
        .toList();
  }

  /** Names are no English, so what English is left was in the text itself. */
  private static List<String> left(String cell) {
    Translation said = Phrasebook.chinese().translate(cell);
    return said.unknown().isEmpty() && isEnglish(said.text())
        ? List.of(said.text())
        : said.unknown();
  }

  /** Whether English is left in what is meant to be Chinese. */
  static boolean isEnglish(String said) {
    return ENGLISH.matcher(COMMAND.matcher(said).replaceAll(" ")).find();
  }

  /** Something that a person reads: two words that are no names, or one beside a name. */
  private static boolean isProse(String cell) {
    String text = cell.strip();
    long words =
        Arrays.stream(text.split("\\s+"))
            .filter(word -> word.length() > 1 && WORD.matcher(word).matches())
            .filter(word -> !JOINTS.contains(word))
            .count();
    boolean named = NAMES.stream().anyMatch(text::contains);
    return words > (named ? 0 : 1) && !CODE.matcher(text).lookingAt();
  }
}
