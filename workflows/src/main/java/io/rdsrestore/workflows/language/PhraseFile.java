package io.rdsrestore.workflows.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The form of a phrase book: a line with the English template, below it, indented by four blanks,
 * its translation; blank lines and lines that begin with {@code #!} are for people.
 */
final class PhraseFile {
  private static final String INDENT = "    ";

  private PhraseFile() {}

  /**
   * Reads all entries.
   *
   * @throws IllegalArgumentException if a line is out of place, or a template there twice
   */
  static List<Phrase> read(List<String> lines) {
    List<Phrase> phrases = new ArrayList<>();
    Set<String> known = new HashSet<>();
    String english = null;
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#!")) {
        continue;
      }
      if (line.startsWith(INDENT) && english != null) {
        if (!known.add(english)) {
          throw new IllegalArgumentException("twice in the book: " + english);
        }
        phrases.add(Phrase.of(english, line.substring(INDENT.length())));
        english = null;
      } else if (english == null && !line.startsWith(INDENT)) {
        english = line;
      } else {
        throw new IllegalArgumentException("no pair of template and translation at: " + line);
      }
    }
    if (english != null) {
      throw new IllegalArgumentException("no translation of: " + english);
    }
    return phrases;
  }
}
