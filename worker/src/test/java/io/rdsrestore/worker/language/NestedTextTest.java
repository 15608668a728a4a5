package io.rdsrestore.worker.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.worker.cli.SpokenLines;
import io.rdsrestore.workflows.language.Phrasebook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A line puts a text behind a name, a label, another text. The book has each by itself, and must
 * not be left to guess where it begins: each is said in a line as it is said alone.
 */
class NestedTextTest {
  /** One that nothing can be mistaken for. */
  private static final String PLAIN = "The table is not on the primary.";

  @Test
  void aTextIsSaidInALineAsItIsSaidAlone() throws IOException {
    Set<String> texts = sentences();
    long places = said(PLAIN);
    List<String> garbled = new ArrayList<>();
    for (String text : texts) {
      long said = said(text);
      if (said < places) {
        garbled.add("%d of %d lines: %s".formatted(said, places, text));
      }
    }

    assertThat(places).isGreaterThan(15);
    assertThat(texts).hasSizeGreaterThan(1_500);
    assertThat(garbled).isEmpty();
  }

  /** In how many lines a text stands as it is said alone. */
  private static long said(String text) {
    String alone = bare(Phrasebook.chinese().say(text));
    return SpokenLines.everywhere(text).stream().filter(line -> line.contains(alone)).count();
  }

  /** Of the sources, with a name in each hole: what the book says as one text. */
  private static Set<String> sentences() throws IOException {
    Set<String> sentences = new TreeSet<>();
    for (SourceText text : SourceReader.ofModules("workflows", "activities", "worker")) {
      String filled = text.template().replace(Character.toString(SourceText.HOLE), "X1");
      boolean line =
          filled.equals(filled.strip()) && !filled.contains("  ") && filled.indexOf('\n') < 0;
      if (line
          && filled.split(" ", -1).length > 3
          && Phrasebook.chinese().translate(filled).unknown().isEmpty()
          && !Phrasebook.chinese().say(filled).equals(filled)) {
        sentences.add(filled);
      }
    }
    return sentences;
  }

  private static String bare(String said) {
    return said.endsWith("。") ? said.substring(0, said.length() - 1) : said;
  }
}
