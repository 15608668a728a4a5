package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.status.Cost;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Restores in a list. */
class ListTextTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  @Test
  void whoWaitsLongestComesFirstAndAllFits80Columns() {
    List<String> lines =
        new ListText(NOW)
            .lines(
                List.of(
                    line("aaaaaaaaaa", "completed", "COMPLETED", null, null, 60),
                    line("bbbbbbbbbb", "running", "CLONING", "nothing", null, null),
                    line("cccccccccc", "running", "PLANNING", "approval", 90, null),
                    line("dddddddddd", "terminated", "MIGRATING", null, null, 3600),
                    line("eeeeeeeeee", "running", "PRECHECKING", "restorePoint", 7300, null),
                    line("ffffffffff", "running", "SWAPPING", "swap", null, null)));

    assertThat(lines)
        .containsExactly(
            "RESTORE     PRIMARY               PHASE        WAITS FOR     SINCE    COST",
            "eeeeeeeeee  rm-bp1abcdefghijklmn  PRECHECKING  restorePoint  2 h      123.45 CNY",
            "  ./rds-restore status eeeeeeeeee",
            "cccccccccc  rm-bp1abcdefghijklmn  PLANNING     approval      1 min    123.45 CNY",
            "  ./rds-restore status cccccccccc",
            "ffffffffff  rm-bp1abcdefghijklmn  SWAPPING     swap          -        123.45 CNY",
            "  ./rds-restore status ffffffffff",
            "bbbbbbbbbb  rm-bp1abcdefghijklmn  CLONING      -             1 d      123.45 CNY",
            "aaaaaaaaaa  rm-bp1abcdefghijklmn  COMPLETED    -             1 min    123.45 CNY",
            "dddddddddd  rm-bp1abcdefghijklmn  terminated   -             1 h      123.45 CNY",
            "Look closer: ./rds-restore status ID; of what has ended: report ID")
        .allMatch(line -> DisplayWidth.of(line) <= 80);
  }

  /** An undo offer, or a kept clone, goes on under the restore's id. */
  @Test
  void aRestoreAndWhatOutlivesItHaveOneLine() {
    RestoreLine ended = line("aaaaaaaaaa", "completed", "COMPLETED", null, null, 60);
    RestoreLine kept = keep("running", "KEEPING", "cleanup", null);

    for (List<RestoreLine> found : List.of(List.of(ended, kept), List.of(kept, ended))) {
      assertThat(new ListText(NOW).lines(RestoreLine.oneEach(found)).subList(1, 3))
          .containsExactly(
              "aaaaaaaaaa  rm-bp1abcdefghijklmn  KEEPING      cleanup       -        123.45 CNY",
              "  ./rds-restore status restore-keep/aaaaaaaaaa");
    }
    assertThat(RestoreLine.oneEach(List.of(keep("completed", "COMPLETED", null, NOW), ended)))
        .as("what it was kept for is over")
        .containsExactly(ended);
    assertThat(RestoreLine.oneEach(List.of(ended, keep("terminated", "KEEPING", null, NOW))))
        .as("somebody has ended it: its clone may be there")
        .extracting(RestoreLine::state)
        .containsExactly("terminated");
  }

  /** No worker answers: Temporal's memo has the clone, since when it is paid, and its price. */
  @Test
  void whatACloneCostsIsKnownWithoutAWorker() {
    Instant since = NOW.minusSeconds(8_000);

    assertThat(MemoCost.of(since, "1.37 CNY", NOW).amount()).isEqualByComparingTo("4.11");
    assertThat(MemoCost.of(since, "1.37 CNY", NOW).currency()).isEqualTo("CNY");
    assertThat(MemoCost.of(null, "1.37 CNY", NOW)).as("no clone").isNull();
    assertThat(MemoCost.of(since, null, NOW)).as("an older worker's memo").isNull();
    assertThat(new ListText(NOW).lines(List.of(keep("running", "KEEPING", "cleanup", null))).get(1))
        .endsWith("  clone 3 h");
  }

  private static RestoreLine keep(String state, String phase, String waitingFor, Instant endedAt) {
    return new RestoreLine(
        "aaaaaaaaaa",
        "restore-keep/aaaaaaaaaa",
        "run",
        "rm-bp1abcdefghijklmn",
        "cn-hangzhou",
        state,
        phase,
        waitingFor,
        null,
        NOW.minusSeconds(60),
        endedAt,
        null,
        NOW.minusSeconds(8_000));
  }

  private static RestoreLine line(
      String restoreId,
      String state,
      String phase,
      String waitingFor,
      Integer waitingSeconds,
      Integer endedSeconds) {
    return new RestoreLine(
        restoreId,
        "restore/rm-bp1abcdefghijklmn",
        "run",
        "rm-bp1abcdefghijklmn",
        "cn-hangzhou",
        state,
        phase,
        waitingFor,
        waitingSeconds == null ? null : NOW.minusSeconds(waitingSeconds),
        NOW.minusSeconds(90_000),
        endedSeconds == null ? null : NOW.minusSeconds(endedSeconds),
        new Cost(new BigDecimal("123.45"), "CNY", "basis"),
        null);
  }
}
