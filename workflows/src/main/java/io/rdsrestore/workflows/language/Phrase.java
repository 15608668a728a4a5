package io.rdsrestore.workflows.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of a phrase book: what stands between the holes of the English template, and the pieces
 * of its translation.
 *
 * @param english the template as it stands in the book, the key
 * @param literals what stands before, between and after its holes: one more than there are holes
 * @param pieces of the translation, in their order
 */
record Phrase(String english, List<String> literals, List<Piece> pieces) {
  private static final Pattern LEAD = Pattern.compile("[,;.] ");
  private static final Pattern HOLE = Pattern.compile("\\{(\\d)([-=!]?)\\}");

  /** How what fills a hole is treated. */
  enum Use {
    /** Translated, but a single word is a name and stays. */
    TEXT,
    /** Translated, single words too: {@code {0!}}. */
    WORD,
    /** A name or somebody else's text, as it is: {@code {0=}}. */
    VERBATIM,
    /** Only English grammar needs it, for example a plural's s: {@code {0-}}. */
    DROPPED
  }

  /**
   * A part of a translation.
   *
   * @param literal null for a hole
   * @param hole its number in the English template
   */
  record Piece(String literal, int hole, Use use) {}

  Phrase {
    literals = List.copyOf(literals);
    pieces = List.copyOf(pieces);
  }

  /**
   * Reads an entry.
   *
   * @throws IllegalArgumentException if the holes of both sides are not the same
   */
  static Phrase of(String english, String translated) {
    List<String> literals = new ArrayList<>();
    Matcher source = HOLE.matcher(english);
    int from = 0;
    while (source.find()) {
      if (digit(source) != literals.size()) {
        throw new IllegalArgumentException("holes are not numbered in their order: " + english);
      }
      literals.add(english.substring(from, source.start()));
      from = source.end();
    }
    literals.add(english.substring(from));
    List<Piece> pieces = new ArrayList<>();
    Matcher target = HOLE.matcher(translated);
    from = 0;
    while (target.find()) {
      literal(translated.substring(from, target.start()), pieces);
      pieces.add(new Piece(null, digit(target), use(target.group(2))));
      from = target.end();
    }
    literal(translated.substring(from), pieces);
    long filled =
        pieces.stream().filter(p -> p.literal() == null).map(Piece::hole).distinct().count();
    boolean known =
        pieces.stream().allMatch(p -> p.literal() != null || p.hole() < literals.size() - 1);
    if (filled != literals.size() - 1 || !known) {
      throw new IllegalArgumentException("both sides must have the same holes: " + english);
    }
    return new Phrase(english, literals, pieces);
  }

  private static int digit(Matcher hole) {
    return Integer.parseInt(hole.group(1));
  }

  private static void literal(String text, List<Piece> pieces) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, -1, Use.TEXT));
    }
  }

  private static Use use(String mark) {
    return switch (mark) {
      case "!" -> Use.WORD;
      case "=" -> Use.VERBATIM;
      case "-" -> Use.DROPPED;
      default -> Use.TEXT;
    };
  }

  /**
   * What goes on with a sentence, for where the sentence has been taken apart before it; null if it
   * does not begin with a comma or semicolon.
   */
  Phrase withoutLead() {
    Matcher lead = LEAD.matcher(english);
    if (!lead.lookingAt() || pieces.get(0).literal() == null) {
      return null;
    }
    List<String> rest = new ArrayList<>(literals);
    rest.set(0, literals.get(0).substring(lead.end()));
    List<Piece> said = new ArrayList<>(pieces);
    String first = pieces.get(0).literal().replaceFirst("^[，；。]", "");
    said.remove(0);
    if (!first.isEmpty()) {
      said.add(0, new Piece(first, -1, Use.TEXT));
    }
    return new Phrase(english.substring(lead.end()), rest, said);
  }

  boolean isFixed() {
    return literals.size() == 1;
  }

  /** How much of a text it explains by itself: the more, the surer the match. */
  int weight() {
    return literals.stream().mapToInt(String::length).sum();
  }

  /**
   * What fills the holes so that the whole text comes out; null if it does not fit. Each literal is
   * looked for once, so the effort is that of reading the text.
   *
   * @param first whether each literal is taken at its first or at its last place
   */
  List<String> arguments(String text, boolean first) {
    int last = literals.size() - 1;
    int begin = literals.get(0).length();
    int end = text.length() - literals.get(last).length();
    if (end < begin || !text.startsWith(literals.get(0)) || !text.endsWith(literals.get(last))) {
      return null;
    }
    String[] found = new String[last];
    if (first) {
      for (int i = 1; i < last; i++) {
        int at = text.indexOf(literals.get(i), begin);
        if (at < 0 || at + literals.get(i).length() > end) {
          return null;
        }
        found[i - 1] = text.substring(begin, at);
        begin = at + literals.get(i).length();
      }
      found[last - 1] = text.substring(begin, end);
    } else {
      for (int i = last - 1; i > 0; i--) {
        int at = text.lastIndexOf(literals.get(i), end - literals.get(i).length());
        if (at < begin) {
          return null;
        }
        found[i] = text.substring(at + literals.get(i).length(), end);
        end = at;
      }
      found[0] = text.substring(begin, end);
    }
    return List.of(found);
  }
}
