package io.rdsrestore.activities;

import io.rdsrestore.activities.cloud.CloudException;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.CloudRefusal;
import io.temporal.failure.ApplicationFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes something exactly once although answers get lost (invariant I1).
 *
 * <p>It is looked up first. Before it is asked for, the attempt notes when: an attempt that finds
 * such a note without a definite refusal after it does not know how that ended, and only looks
 * until the look-up has stayed empty long enough.
 */
public final class OncePurchase {
  private static final String SENDING = "sending at ";
  private static final String REFUSED = "refused";
  private static final Duration FIRST_LOOK = Duration.ofSeconds(5);
  private static final Duration LAST_LOOKS = Duration.ofMinutes(1);

  private final Clock clock;

  public OncePurchase(Clock clock) {
    this.clock = clock;
  }

  /**
   * What there is now.
   *
   * @param action the call that makes it
   * @param wait how long a look-up must stay empty after a call of unknown outcome
   * @param lookUp finds it if it is there
   * @param send makes it
   */
  public <T> T ensure(
      String action, Duration wait, Supplier<Optional<T>> lookUp, Supplier<T> send) {
    return ensure(action, wait, lookUp, () -> {}, send);
  }

  /**
   * Likewise.
   *
   * @param permit fails if it must not be made; asked only where it would be
   */
  public <T> T ensure(
      String action,
      Duration wait,
      Supplier<Optional<T>> lookUp,
      Runnable permit,
      Supplier<T> send) {
    Optional<T> found = lookUp.get();
    if (found.isPresent()) {
      return found.get();
    }
    Attempt attempt = Attempt.current();
    Instant now = clock.instant();
    Optional<Instant> lastSent = attempt.lastNote().flatMap(OncePurchase::sentAt);
    if (lastSent.isPresent() && now.isBefore(lastSent.get().plus(wait))) {
      attempt.note(SENDING + lastSent.get());
      throw unknown(action, lastSent.get(), now, wait);
    }
    permit.run();
    noteSent(attempt, now);
    try {
      return send.get();
    } catch (CloudException refused) {
      if (refused.outcomeUnknown()) {
        throw unknown(action, now, now, wait);
      }
      attempt.noteDone(REFUSED);
      throw refused;
    }
  }

  /**
   * It is under way now. Should it vanish from where that is shown, it is looked for from now on,
   * however long ago it was sent.
   */
  public void underWay() {
    noteSent(Attempt.current(), clock.instant());
  }

  private static void noteSent(Attempt attempt, Instant at) {
    attempt.note(SENDING + at.truncatedTo(ChronoUnit.MILLIS));
  }

  private static ApplicationFailure unknown(
      String action, Instant sentAt, Instant now, Duration wait) {
    return Failures.of(
        RestoreErrorCode.OUTCOME_UNKNOWN,
        "%s of %s had no clear answer: looking for what it made until %s before it is sent again"
            .formatted(
                action,
                sentAt.truncatedTo(ChronoUnit.SECONDS),
                sentAt.plus(wait).truncatedTo(ChronoUnit.SECONDS)),
        new CloudRefusal(action, null, null, null),
        nextLook(Duration.between(sentAt, now)));
  }

  /** Often at first, then seldom: what is not there after minutes will hardly come. */
  private static Duration nextLook(Duration since) {
    Duration next = since.dividedBy(2);
    if (next.compareTo(FIRST_LOOK) < 0) {
      return FIRST_LOOK;
    }
    return next.compareTo(LAST_LOOKS) > 0 ? LAST_LOOKS : next;
  }

  private static Optional<Instant> sentAt(String note) {
    if (!note.startsWith(SENDING)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(note.substring(SENDING.length())));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
