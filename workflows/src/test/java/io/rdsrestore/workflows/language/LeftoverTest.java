package io.rdsrestore.workflows.language;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rdsrestore.workflows.restore.SpokenTexts;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What all recorded restores have said to people is in the phrase book. */
class LeftoverTest {
  @Test
  void nothingEnglishIsLeftOver() throws Exception {
    Set<String> texts = SpokenTexts.ofAllHistories();
    Map<String, String> unknown = new TreeMap<>();
    for (String text : texts) {
      Translation said = Phrasebook.chinese().translate(text);
      said.unknown().forEach(piece -> unknown.putIfAbsent(piece, text));
    }

    assertTrue(texts.size() > 500, () -> "heard only " + texts.size() + " texts");
    assertTrue(
        unknown.isEmpty(),
        () ->
            "add to zh.phrases (docs/language.md says how): "
                + String.join("\n  ", unknown.entrySet().stream().map(Object::toString).toList()));
  }
}
