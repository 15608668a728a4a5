package io.rdsrestore.workflows.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageSpeakerTest {
  private static final String OURS = "The precheck failed: CHECK_SAME_OBJ";
  private static final String SAID = "预检查失败：CHECK_SAME_OBJ";

  /** Of words that are in many templates, each its own. */
  private static final List<String> HOSTILE =
      IntStream.range(0, 12)
          .mapToObj(
              i ->
                  "no %d: ".formatted(i)
                      + "the clone of a table is not on the primary, and its rows are in the copy; "
                          .repeat(20))
          .toList();

  private final PageSpeaker speaker = new PageSpeaker();

  private String page(List<String> texts) {
    return speaker.page(
        Language.ZH, say -> texts.stream().map(say).collect(Collectors.joining("\n")));
  }

  @Test
  void saysWhatItIsGivenInItsLanguage() {
    assertThat(page(List.of(OURS, "rm-primary01"))).isEqualTo(SAID + "\nrm-primary01");
    assertThat(speaker.page(Language.EN, say -> say.apply(OURS))).isEqualTo(OURS);
  }

  @Test
  void whatItHasNoTimeForComesWithTheNextPages() {
    List<String> texts =
        IntStream.rangeClosed(0, HOSTILE.size())
            .mapToObj(i -> i == HOSTILE.size() ? OURS : HOSTILE.get(i))
            .toList();

    assertThat(page(texts)).doesNotContain(SAID).endsWith(OURS);
    String last = "";
    for (int i = 0; i < HOSTILE.size() && !last.endsWith(SAID); i++) {
      last = page(texts);
    }
    assertThat(last).endsWith(SAID);
  }

  @Test
  void aHostilePageTakesFarLessThanTheSecondThatAWorkflowHas() {
    page(List.of(OURS));
    long begin = System.nanoTime();
    page(HOSTILE);

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(900));
  }

  @Test
  void onlyWhatTheLastPageHadIsKept() {
    String first = said(OURS);
    assertThat(first).isEqualTo(SAID);
    assertThat(said(OURS)).isSameAs(first);

    said("rm-primary01");
    assertThat(said(OURS)).isEqualTo(SAID).isNotSameAs(first);
  }

  /** A page of one text, as the very object that it was said with. */
  private String said(String text) {
    return speaker.page(Language.ZH, say -> say.apply(text));
  }
}
