package io.rdsrestore.sandbox.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SampleHistoryTest {
  private static final Instant BEGIN = Instant.parse("2026-11-22T08:00:00Z");

  @Test
  void theSameBeginGivesTheSameHistory() {
    Instant second = BEGIN.plusSeconds(300);
    assertThat(SampleHistory.beginningAt(BEGIN).at(second))
        .isEqualTo(SampleHistory.beginningAt(BEGIN.plusMillis(700)).at(second));
  }

  @Test
  void secondsAreInOrderAndOrdersChangeInEachOfThem() {
    SampleHistory history = SampleHistory.beginningAt(BEGIN);
    assertThat(history.transactions())
        .isSortedAccordingTo((a, b) -> Integer.compare(a.second(), b.second()));
    for (int second = 1; second <= SampleHistory.SECONDS; second++) {
      int now = second;
      assertThat(history.transactions())
          .anyMatch(
              transaction ->
                  transaction.second() == now
                      && transaction.changes().stream()
                          .anyMatch(change -> change.table() == SampleTable.ORDERS));
    }
  }

  @Test
  void rowsAreInsertedUpdatedAndDeleted() {
    assertThat(SampleHistory.beginningAt(BEGIN).transactions())
        .flatExtracting(SampleTransaction::changes)
        .hasAtLeastOneElementOfType(SampleChange.Insert.class)
        .hasAtLeastOneElementOfType(SampleChange.Update.class)
        .hasAtLeastOneElementOfType(SampleChange.Delete.class);
  }

  @Test
  void duplicateRowsChangeTheChecksum() {
    TableFingerprint.Builder once = new TableFingerprint.Builder();
    once.add("a", null);
    TableFingerprint.Builder thrice = new TableFingerprint.Builder();
    thrice.add("a", null);
    thrice.add("a", null);
    thrice.add("a", null);
    assertThat(once.build().checksum()).isNotEqualTo(thrice.build().checksum());
    TableFingerprint.Builder other = new TableFingerprint.Builder();
    other.add("a", "");
    assertThat(once.build()).isNotEqualTo(other.build());
  }
}
