package io.rdsrestore.workflows.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.request.VerifyMode;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a table never goes beyond what was compared. */
class TableVerdictTest {
  private static final Difference INDEX = new Difference("index by_name", "BTREE [name]", null);

  private static RowTally tally(
      long compared, long differentChunks, long missing, long changed, long more, long unhashed) {
    Checksum sum = new Checksum(BigInteger.TEN, BigInteger.ONE);
    return new RowTally(
        100,
        100,
        compared,
        sum,
        sum,
        5,
        differentChunks,
        missing,
        changed,
        more,
        unhashed,
        false,
        false);
  }

  private static TableComparison verdict(
      RowTally tally, String trouble, boolean kept, List<Difference> structure, VerifyMode mode) {
    return new TableVerdict(
            new TablePosition("a.t", "b.t", 5, 0, tally, true, trouble, "by primary key"),
            structure,
            mode,
            kept,
            !kept)
        .comparison();
  }

  private static TableComparison checksum(RowTally tally, boolean kept) {
    return verdict(tally, null, kept, List.of(), VerifyMode.CHECKSUM);
  }

  @Test
  void equalIsWhatWasComparedAndIsEqual() {
    TableComparison equal = checksum(tally(100, 0, 0, 0, 0, 0), false);
    assertThat(equal.verdict()).isEqualTo(ComparisonVerdict.EQUAL);
    assertThat(equal.power()).isEqualTo(Power.exact());
    assertThat(equal.note()).isNull();
    assertThat(equal.sourceChecksum()).isEqualTo("000000000000000a0000000000000001");
  }

  @Test
  void whatWasNotHashedIsNotCompared() {
    TableComparison unhashed = checksum(tally(100, 0, 0, 0, 0, 2), false);
    assertThat(unhashed.verdict()).isEqualTo(ComparisonVerdict.NOT_COMPARED);
    assertThat(unhashed.power().method()).isEqualTo(Power.Method.NOT_COMPARED);
    TableComparison broken =
        verdict(tally(100, 0, 0, 0, 0, 0), "too slow", false, List.of(), VerifyMode.CHECKSUM);
    assertThat(broken.verdict()).isEqualTo(ComparisonVerdict.NOT_COMPARED);
    assertThat(broken.sourceChecksum()).isNull();
  }

  @Test
  void aDifferenceThatWasFoundCountsAlsoIfTheRestWasNotCompared() {
    assertThat(
            verdict(tally(50, 1, 0, 1, 0, 0), "too slow", false, List.of(), VerifyMode.CHECKSUM)
                .verdict())
        .isEqualTo(ComparisonVerdict.DIFFERENT);
  }

  @Test
  void structureCountsUnlessTheTableWasThereBefore() {
    assertThat(verdict(tally(100, 0, 0, 0, 0, 0), null, false, List.of(INDEX), VerifyMode.CHECKSUM))
        .satisfies(each -> assertThat(each.verdict()).isEqualTo(ComparisonVerdict.DIFFERENT))
        .satisfies(each -> assertThat(each.differences()).containsExactly(INDEX));
    assertThat(
            verdict(tally(100, 0, 0, 0, 0, 0), null, true, List.of(INDEX), VerifyMode.CHECKSUM)
                .verdict())
        .isEqualTo(ComparisonVerdict.EQUAL);
  }

  @Test
  void keptRowsAreNoDamageButLostOnesAre() {
    assertThat(checksum(tally(100, 0, 0, 3, 2, 0), true).verdict())
        .isEqualTo(ComparisonVerdict.COMPLETE);
    assertThat(checksum(tally(100, 1, 1, 0, 0, 0), true).verdict())
        .isEqualTo(ComparisonVerdict.DIFFERENT);
    assertThat(checksum(tally(100, 1, 0, 0, 0, 0), true).verdict())
        .as("without a key nobody knows")
        .isEqualTo(ComparisonVerdict.NOT_COMPARED);
  }

  @Test
  void countsSayThatTheyAreCounts() {
    TableComparison counted =
        verdict(tally(0, 0, 0, 0, 0, 0), null, false, List.of(), VerifyMode.COUNTS);
    assertThat(counted.verdict()).isEqualTo(ComparisonVerdict.EQUAL);
    assertThat(counted.power().method()).isEqualTo(Power.Method.COUNTED);
    assertThat(counted.power().missProbability()).isEqualTo(1.0);
    assertThat(counted.sourceChecksum()).isNull();
  }

  @Test
  void aSampleIsWeakerTheLessItSaw() {
    assertThat(checksum(tally(25, 0, 0, 0, 0, 0), false).power().missProbability()).isEqualTo(0.75);
  }
}
