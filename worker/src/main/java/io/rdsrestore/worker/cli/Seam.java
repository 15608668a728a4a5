package io.rdsrestore.worker.cli;

import com.google.common.base.Splitter;
import java.util.List;

/**
 * Where a line was put together from texts that are each said by itself. A book of phrases can only
 * guess where one ends and the next begins, since a sentence of ours may have the same colon
 * within.
 */
final class Seam {
  /** Unit separator: no text of ours has it, and nobody sees it, since {@link Speaker} takes it. */
  private static final char MARK = '\u001F';

  private static final Splitter PIECES = Splitter.on(MARK);

  private Seam() {}

  /** One text, what stands between, another text. */
  static String join(String one, String between, String other) {
    return one + MARK + between + MARK + other;
  }

  /** A name or label, a colon, and what is said of it. */
  static String colon(String name, String text) {
    return join(name, ": ", text);
  }

  /** A text that goes on with another one, such as a mark of a list before it. */
  static String then(String one, String other) {
    return one + MARK + other;
  }

  /** The texts that a line was put together from, and what stands between them. */
  static List<String> pieces(String line) {
    return PIECES.splitToList(line);
  }

  /** The line as a reader of English has it. */
  static String closed(String line) {
    return line.indexOf(MARK) < 0 ? line : String.join("", pieces(line));
  }
}
