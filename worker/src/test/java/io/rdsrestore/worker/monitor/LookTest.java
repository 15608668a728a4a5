package io.rdsrestore.worker.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LookTest {
  private final AtomicBoolean well = new AtomicBoolean(true);
  private final AtomicInteger forgotten = new AtomicInteger();
  private final List<String> said = new ArrayList<>();
  private final Look look =
      new Look("something", this::read, forgotten::incrementAndGet, said::add);

  @Test
  void whatWasSeenIsForgottenOnceAfterSomeFailuresInARow() {
    run(1);
    well.set(false);
    run(Look.FAILURES_UNTIL_FORGOTTEN - 1);
    assertThat(forgotten).hasValue(0);
    well.set(true);
    run(1);
    well.set(false);
    run(Look.FAILURES_UNTIL_FORGOTTEN - 1);
    assertThat(forgotten).as("it worked in between").hasValue(0);
    run(1);
    assertThat(forgotten).hasValue(1);
    run(20);
    assertThat(forgotten).hasValue(1);
  }

  @Test
  void aFailureIsSaidOnceAndItsEndToo() {
    run(3);
    assertThat(said).isEmpty();
    well.set(false);
    run(20);
    well.set(true);
    run(3);
    assertThat(said)
        .containsExactly(
            "The metrics do not show something: java.lang.IllegalStateException: no answer",
            "The metrics show something again.");
  }

  @Test
  void oneThatIsStoppedFailsNoMore() {
    well.set(false);
    look.stop();
    run(20);
    assertThat(forgotten).hasValue(0);
    assertThat(said).isEmpty();
  }

  private void run(int times) {
    for (int i = 0; i < times; i++) {
      look.run();
    }
  }

  private void read() {
    if (!well.get()) {
      throw new IllegalStateException("no answer");
    }
  }
}
