package io.rdsrestore.worker.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.worker.cli.SpokenLines;
import io.rdsrestore.workflows.status.RestoreStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the commands print of all recorded restores, at each of their stops, is Chinese. */
class RecordedLinesTest {
  /** What a cloud, a person or a made-up database said, as it was said. */
  private static final Pattern FOREIGN =
      Pattern.compile(
          "Injected fault|DTS 的说明：.*|early eve|wrong instance|DELETE of shop.items|移除命令：.*");

  @Test
  void noLineOfARecordedRestoreIsHalfEnglish() throws Exception {
    Map<String, String> english = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    for (Map.Entry<String, List<RestoreStatus>> recorded : RecordedStatuses.all().entrySet()) {
      for (RestoreStatus status : recorded.getValue()) {
        for (String line : SpokenLines.of(status)) {
          if (seen.add(line) && SourceText.isEnglish(FOREIGN.matcher(line).replaceAll(""))) {
            english.putIfAbsent(line, recorded.getKey());
          }
        }
      }
    }

    assertThat(seen).hasSizeGreaterThan(1_000);
    assertThat(english).isEmpty();
  }
}
