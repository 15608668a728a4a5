package io.rdsrestore.workflows.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.TableComparison;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceCheckTest {
  private static final TableComparison EQUAL = compared(ComparisonVerdict.EQUAL, 90);

  @Test
  void rowsThatHaveGoneFromBothAreSaid() {
    SourceCheck check =
        SourceCheck.of(Map.of("shop.orders", 100L), List.of(), null, List.of(EQUAL));
    assertThat(check.isChanged()).isTrue();
    assertThat(check.text())
        .isEqualTo(
            "the clone has been changed: shop.orders in the clone had 100 rows before the copy, and has 90 now");
  }

  @Test
  void theSameNumberIsSaidOfThoseThatWereCounted() {
    SourceCheck check =
        SourceCheck.of(
            Map.of("shop.orders", 90L, "shop.items", 1L),
            List.of(),
            "events may run",
            List.of(EQUAL));
    assertThat(check.isChanged()).isFalse();
    assertThat(check.text())
        .startsWith("the clone was not changed: 1 table had")
        .endsWith("; events may run");
  }

  @Test
  void whatNobodyCountedIsNotKnown() {
    assertThat(SourceCheck.of(Map.of(), List.of(), null, List.of(EQUAL)).text())
        .isEqualTo("whether the clone was changed is not known");
    // A table that is missing on the primary was not counted in the clone either.
    assertThat(
            SourceCheck.of(
                    Map.of("shop.orders", 90L),
                    List.of(),
                    null,
                    List.of(compared(ComparisonVerdict.DIFFERENT, 0)))
                .isChanged())
        .isFalse();
  }

  @Test
  void aChangeThatWasSeenCountsWhateverTheRowsSay() {
    assertThat(
            SourceCheck.of(
                    Map.of("shop.orders", 90L),
                    List.of("somebody dropped it"),
                    null,
                    List.of(EQUAL))
                .changes())
        .containsExactly("somebody dropped it");
  }

  private static TableComparison compared(ComparisonVerdict verdict, long rows) {
    return new TableComparison("shop.orders", "shop.orders", verdict, rows, rows, null, null, null);
  }
}
