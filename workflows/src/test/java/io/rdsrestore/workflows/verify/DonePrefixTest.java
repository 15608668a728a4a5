package io.rdsrestore.workflows.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DonePrefixTest {
  private static RowTally chunk(long ordinal) {
    Checksum sum =
        new Checksum(
            BigInteger.valueOf(ordinal).shiftLeft(60), BigInteger.valueOf(ordinal).negate());
    return new RowTally(ordinal, ordinal, ordinal, sum, sum, 1, 0, 0, 0, 0, 0, false, false);
  }

  @Property
  void saysNoMoreThanWhatIsDoneWithoutAGap(
      @ForAll @IntRange(min = 1, max = 30) int chunks, @ForAll Random random) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < chunks; i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    DonePrefix prefix = new DonePrefix(0, RowTally.NOTHING);
    List<Integer> done = new ArrayList<>();
    for (int ordinal : order) {
      prefix.done(ordinal, chunk(ordinal));
      done.add(ordinal);
      int gap = 0;
      RowTally expected = RowTally.NOTHING;
      while (done.contains(gap)) {
        expected = expected.plus(chunk(gap++));
      }
      assertThat(prefix.next()).isEqualTo(gap);
      assertThat(prefix.tally()).isEqualTo(expected);
      assertThat(prefix.rows()).isEqualTo(done.stream().mapToLong(Integer::longValue).sum());
    }
  }

  @Property
  void chunksFitIntoTheirTime(
      @ForAll @LongRange(min = 1, max = 1_000_000_000) long nanosARow,
      @ForAll @LongRange(min = 1, max = ChunkSize.LARGEST) long largest) {
    ChunkSize size = new ChunkSize(Duration.ofSeconds(1), largest);
    for (int i = 0; i < 12; i++) {
      assertThat(size.rows()).isBetween(1L, largest);
      size.took(size.rows(), Duration.ofNanos(nanosARow * size.rows()));
    }
    long nanos = nanosARow * size.rows();
    assertThat(nanos <= 1_000_000_000L || size.rows() <= ChunkSize.SMALLEST)
        .as("%d rows of %d ns", size.rows(), nanosARow)
        .isTrue();
  }

  @Test
  void anEmptyChunkTeachesNothing() {
    ChunkSize size = new ChunkSize(Duration.ofSeconds(1), ChunkSize.LARGEST);
    long before = size.rows();
    size.took(0, Duration.ofSeconds(9));
    assertThat(size.rows()).isEqualTo(before);
  }
}
