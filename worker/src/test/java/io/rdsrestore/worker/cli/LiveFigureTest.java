package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.activities.database.ComparisonProgress;
import io.rdsrestore.workflows.json.RestoreJson;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveFigureTest {
  @Test
  void aComparisonSaysHowFarItIs() {
    String doing = "compared 10 of about 20 rows (50 %), 0 of 1 tables, about 3 s left";
    assertThat(said(new ComparisonProgress(doing, List.of(), Duration.ZERO))).isEqualTo(doing);
  }

  @Test
  void whatIsTextStaysAsItIs() {
    assertThat(said("reading the chosen tables")).isEqualTo("reading the chosen tables");
  }

  @Test
  void aCopySaysItsPercentAndKeepsTheRestForItself() {
    assertThat(said("{\"doing\":\"42%\",\"shapes\":{\"source\":{}}}")).isEqualTo("42%");
  }

  private static String said(Object progress) {
    return LiveFigure.of(
        List.of(
            PendingActivityInfo.newBuilder()
                .setHeartbeatDetails(RestoreJson.dataConverter().toPayloads(progress).orElseThrow())
                .build()),
        RestoreJson.dataConverter());
  }
}
