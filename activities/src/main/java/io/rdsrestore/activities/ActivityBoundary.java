package io.rdsrestore.activities;

import io.rdsrestore.activities.cloud.CloudException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.function.Supplier;

/** The edge between our code and Temporal: refusals become failures that say when to come again. */
public final class ActivityBoundary {
  private static final Duration THROTTLED_STEP = Duration.ofSeconds(3);
  private static final Duration THROTTLED_LONGEST = Duration.ofMinutes(1);

  private final PollPacing pacing;

  public ActivityBoundary(PollPacing pacing) {
    this.pacing = pacing;
  }

  /** Runs the body of an activity. */
  public <T> T call(Supplier<T> body) {
    return Pulse.during(() -> refusalsAsFailures(body));
  }

  private <T> T refusalsAsFailures(Supplier<T> body) {
    try {
      return body.get();
    } catch (CloudException refused) {
      throw Failures.of(
          refused,
          Attempt.currentIfAny().map(attempt -> nextAttempt(refused, attempt)).orElse(null));
    }
  }

  /** Runs the body of an activity that returns nothing. */
  public void run(Runnable body) {
    call(
        () -> {
          body.run();
          return null;
        });
  }

  /** The failure of a look that did not find the thing yet; says what it saw. */
  public ApplicationFailure notYet(String seen) {
    return Failures.notYet(seen, pacing.next(Attempt.orDetached().elapsed()));
  }

  /** Fails as not yet until the look-ups have gone on for so long: a purchase had no answer. */
  public void lookOnUntil(Duration keepLooking, String seen) {
    if (Attempt.orDetached().elapsed().compareTo(keepLooking) < 0) {
      throw notYet(seen + "; looked for on, since a purchase had no answer");
    }
  }

  private Duration nextAttempt(CloudException refused, Attempt attempt) {
    return switch (refused.errorClass()) {
      case THROTTLED -> {
        Duration step = THROTTLED_STEP.multipliedBy(attempt.number());
        yield step.compareTo(THROTTLED_LONGEST) > 0 ? THROTTLED_LONGEST : step;
      }
      case BUSY -> pacing.next(attempt.elapsed());
      default -> null;
    };
  }
}
