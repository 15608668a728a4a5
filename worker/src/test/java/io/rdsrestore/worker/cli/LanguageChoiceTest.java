package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.language.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageChoiceTest {
  @Test
  void theOptionWinsThenTheVariableThenTheTerminal() {
    Map<String, String> chinese = Map.of("RDS_RESTORE_LANGUAGE", "zh", "LANG", "en_US.UTF-8");

    assertThat(LanguageChoice.of(List.of("status", "rm-1", "--language", "en"), chinese))
        .isEqualTo(Language.EN);
    assertThat(LanguageChoice.of(List.of("--language=zh", "status"), Map.of()))
        .isEqualTo(Language.ZH);
    assertThat(LanguageChoice.of(List.of("status"), chinese)).isEqualTo(Language.ZH);
    assertThat(LanguageChoice.of(List.of(), Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo(Language.ZH);
    assertThat(LanguageChoice.of(List.of(), Map.of("LC_ALL", "C", "LANG", "zh_CN.UTF-8")))
        .isEqualTo(Language.EN);
    assertThat(LanguageChoice.of(List.of(), Map.of())).isEqualTo(Language.EN);
  }

  @Test
  void whatIsNoLanguageIsPassedOver() {
    assertThat(LanguageChoice.of(List.of("--language", "fr"), Map.of("LANG", "zh_CN")))
        .isEqualTo(Language.ZH);
    assertThat(LanguageChoice.of(List.of("--language"), Map.of())).isEqualTo(Language.EN);
  }
}
