package io.rdsrestore.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rdsrestore.workflows.RestoreErrorCode;
import io.temporal.client.ActivityCanceledException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final Duration LONG = Patience.LIMIT;
  private static final Duration SHORT = Patience.LIMIT.minusSeconds(1);

  private static RuntimeException failing(
      Duration scheduledAfter, Duration gotOnAfter, Function<Patience, String> body) {
    Patience patience = new Patience(scheduledAfter, gotOnAfter);
    return catchThrowableOfType(RuntimeException.class, () -> patience.run(body));
  }

  private static String refused(Patience patience) {
    throw Failures.of(RestoreErrorCode.TRANSIENT, "the connection is refused", null);
  }

  private static boolean isForAPerson(RuntimeException failed) {
    return ((ApplicationFailure) failed).isNonRetryable();
  }

  @Test
  void I6_whatDoesNotGetOnForLongIsForAPerson() {
    RuntimeException failed = failing(LONG, Duration.ZERO, PatienceTest::refused);
    assertThat(isForAPerson(failed)).isTrue();
    assertThat(((ApplicationFailure) failed).getOriginalMessage())
        .isEqualTo("the connection is refused");
    assertThat(((ApplicationFailure) failed).getType())
        .isEqualTo(RestoreErrorCode.TRANSIENT.name());
  }

  @Test
  void whatHasGotOnLatelyIsTriedAgain() {
    assertThat(isForAPerson(failing(SHORT, Duration.ZERO, PatienceTest::refused))).isFalse();
    assertThat(isForAPerson(failing(LONG, Duration.ofSeconds(1), PatienceTest::refused))).isFalse();
    assertThat(
            isForAPerson(
                failing(
                    LONG,
                    Duration.ZERO,
                    patience -> {
                      patience.getsOn();
                      return refused(patience);
                    })))
        .isFalse();
  }

  @Test
  void aDefectOfOursIsToldByItsKindOnly() {
    RuntimeException failed =
        failing(
            LONG,
            Duration.ZERO,
            patience -> {
              throw new IllegalStateException("secret");
            });
    assertThat(isForAPerson(failed)).isTrue();
    assertThat(failed.getMessage()).contains("IllegalStateException").doesNotContain("secret");
  }

  @Test
  void beingCancelledIsNoFailure() {
    ActivityCanceledException asked = new ActivityCanceledException();
    assertThat(
            failing(
                LONG,
                Duration.ZERO,
                patience -> {
                  throw asked;
                }))
        .isSameAs(asked);
  }
}
