package io.rdsrestore.workflows.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says English texts of ours in another language, by whole phrases and by templates with holes
 * whose contents are said in it, too. Names, figures, commands and SQL stay as they are; so does
 * what it does not know, so that nothing is ever lost. It is pure, and the effort is bounded
 * whatever a text holds.
 */
public final class Phrasebook {
  private static final Pattern LITERAL_WORD =
      Pattern.compile("(?<![\\p{L}\\d])[A-Za-z]{2,}(?![\\p{L}\\d])");

  private final Map<String, Phrase> fixed = new HashMap<>();
  private final Map<String, List<Phrase>> byWord = new HashMap<>();
  private final List<Phrase> withoutWord = new ArrayList<>();
  private final List<Phrase> all;

  Phrasebook(List<Phrase> entries) {
    all = List.copyOf(entries);
    List<Phrase> phrases = new ArrayList<>(entries);
    entries.stream().map(Phrase::withoutLead).filter(Objects::nonNull).forEach(phrases::add);
    Map<String, Integer> frequency = new HashMap<>();
    for (Phrase phrase : phrases) {
      if (!phrase.isFixed()) {
        wholeWords(phrase).forEach(word -> frequency.merge(word, 1, Integer::sum));
      }
    }
    for (Phrase phrase : phrases) {
      if (phrase.isFixed()) {
        fixed.putIfAbsent(phrase.english(), phrase);
      } else {
        wholeWords(phrase).stream()
            .min(Comparator.comparing((String word) -> frequency.get(word)).thenComparing(w -> w))
            .ifPresentOrElse(
                word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(phrase),
                () -> withoutWord.add(phrase));
      }
    }
  }

  /** The book of Simplified Chinese. */
  public static Phrasebook chinese() {
    return Chinese.BOOK;
  }

  /** Reads the books, and looks into them once, so that nobody has to wait for it later. */
  public static void prepare() {
    var unused = chinese().say("The precheck failed: CHECK_SAME_OBJ");
  }

  /** The text in the language of the book. */
  public String say(String english) {
    return translate(english).text();
  }

  /** The text in the language of the book, and what of it the book does not know. */
  public Translation translate(String english) {
    return new Translator(this, Translator.MOST_TRIES).translate(english);
  }

  List<Phrase> phrases() {
    return all;
  }

  Phrase fixed(String english) {
    return fixed.get(english);
  }

  /** Templates that may fit, those first that explain the most of the text. */
  List<Phrase> candidates(String text) {
    List<Phrase> found = new ArrayList<>(withoutWord);
    Set<String> words = new LinkedHashSet<>();
    Matcher matcher = LITERAL_WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    words.forEach(word -> found.addAll(byWord.getOrDefault(word, List.of())));
    found.sort(Comparator.comparingInt(Phrase::weight).reversed().thenComparing(Phrase::english));
    return found;
  }

  /** Words of its literals that stand in every text of it: what touches a hole may go on in it. */
  private static List<String> wholeWords(Phrase phrase) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < phrase.literals().size(); i++) {
      String literal = phrase.literals().get(i);
      Matcher matcher = LITERAL_WORD.matcher(literal);
      while (matcher.find()) {
        boolean touchesBefore = i > 0 && matcher.start() == 0;
        boolean touchesAfter =
            i < phrase.literals().size() - 1 && matcher.end() == literal.length();
        if (!touchesBefore && !touchesAfter) {
          words.add(matcher.group());
        }
      }
    }
    return words;
  }

  /** Read once; a book that cannot be read is a mistake of the build. */
  private static final class Chinese {
    static final Phrasebook BOOK = new Phrasebook(PhraseFile.read(lines("zh.phrases")));

    private static List<String> lines(String name) {
      try (InputStream in = Phrasebook.class.getResourceAsStream(name);
          BufferedReader reader =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return reader.lines().toList();
      } catch (IOException e) {
        throw new IllegalStateException("the phrase book %s cannot be read".formatted(name), e);
      }
    }
  }
}
