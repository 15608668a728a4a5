package io.rdsrestore.activities.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.language.Language;
import io.rdsrestore.workflows.notify.NoticeSource;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelTest {
  @ParameterizedTest
  @CsvSource({",,EN", ",ZH,ZH", ",EN,EN", "ZH,,ZH", "EN,ZH,EN", "ZH,EN,ZH"})
  void speaksItsOwnLanguageElseThatOfTheRestoreElseEnglish(
      Language own, Language ofRestore, Language spoken) {
    Channel channel = new Channel("ops", ChannelKind.SLACK, "env:URL", null, List.of(), own);
    NoticeSource source =
        new NoticeSource("restore/rm-1", "run", "kmpz4hx7sx", "rm-1", "cn-hangzhou", ofRestore);

    assertThat(channel.languageFor(source)).isEqualTo(spoken);
  }
}
