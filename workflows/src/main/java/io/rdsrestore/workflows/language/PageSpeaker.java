package io.rdsrestore.workflows.language;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Speaks a page that is written again whenever a little of it changes. What it has said on the last
 * one it says again without a look into the book; and since a workflow that thinks for a second is
 * taken for a hanging one, a page costs so many tries at most. What is over stays in English until
 * the next page. Pure: the same pages in the same order are the same words.
 */
public final class PageSpeaker {
  /** The longest sentence of ours takes nearly as many; what people and DTS write may take more. */
  private static final int MOST_TRIES_A_TEXT = 10_000;

  /** A tenth of a second, on a page where all is new and hostile. */
  private static final int MOST_TRIES_A_PAGE = 20_000;

  private Map<String, String> last = Map.of();

  /** Writes a page, whose texts are said by what the writer is given. */
  public String page(Language language, Function<UnaryOperator<String>, String> writer) {
    if (language == Language.EN) {
      return writer.apply(UnaryOperator.identity());
    }
    Page page = new Page(last);
    String text = writer.apply(page::say);
    last = page.said;
    return text;
  }

  /** One page on its way. */
  private static final class Page {
    private final Map<String, String> before;
    private final Map<String, String> said = new HashMap<>();
    private final Translator translator = new Translator(Phrasebook.chinese(), MOST_TRIES_A_TEXT);
    private int triesLeft = MOST_TRIES_A_PAGE;

    Page(Map<String, String> before) {
      this.before = before;
    }

    String say(String english) {
      String known = said.getOrDefault(english, before.get(english));
      if (known == null) {
        if (triesLeft <= 0) {
          return english;
        }
        known = translator.translate(english).text();
        triesLeft -= translator.tries();
      }
      said.put(english, known);
      return known;
    }
  }
}
