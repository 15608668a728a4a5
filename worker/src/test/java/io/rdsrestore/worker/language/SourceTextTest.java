package io.rdsrestore.worker.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The phrase book and what the sources say to people are the same. */
class SourceTextTest {
  /** Whose texts need no Chinese, with the reason. */
  private static final Pattern ENGLISH =
      Pattern.compile(
          // The book itself: its mistakes are those of a build.
          "workflows/.*/language/.*"
              // Markdown around texts that are said one by one.
              + "|.*/DetailsPage[.]java:.*"
              // Answers to programs.
              + "|.*/(?:HealthServer|CodecServer)[.]java:.*"
              // What metrics mean, and the log of who reads them.
              + "|.*/worker/monitor/.*"
              // Columns of a database's answer.
              + "|.*/DefinitionReader[.]java:.*"
              // A mistake of a program: whoever has a wrong key is told by its reader.
              + "|.*/PayloadKey[.]java:.*");

  private static List<SourceText> texts;

  @BeforeAll
  static void read() throws IOException {
    texts = SourceReader.ofModules("workflows", "activities", "worker");
  }

  @Test
  void theBookKnowsEveryText() {
    Map<String, String> unknown = new TreeMap<>();
    for (SourceText text : texts) {
      if (!ENGLISH.matcher(text.where()).matches()) {
        text.unknown().forEach(piece -> unknown.putIfAbsent(piece, text.toString()));
      }
    }

    assertThat(texts).hasSizeGreaterThan(5_000);
    assertThat(unknown).as("add to zh.phrases, docs/language.md says how").isEmpty();
  }

  @Test
  void everyPhraseIsStillSaid() throws IOException {
    SaidTexts said = SaidTexts.of(texts);
    List<String> phrases = SaidTexts.ownPhrases();

    assertThat(phrases).hasSizeGreaterThan(2_000);
    assertThat(phrases).filteredOn(phrase -> !said.says(phrase)).isEmpty();
    assertThat(said.says("Nobody says {0} any more")).isFalse();
  }
}
