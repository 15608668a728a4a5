package io.rdsrestore.activities;

import io.rdsrestore.activities.cloud.CloudException;
import io.rdsrestore.workflows.activity.CloudRefusal;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A look that nothing depends on: what the service does not tell is a reason, not a failure.
 * Passing trouble is tried again a few times first, by failing the attempt.
 *
 * @param value null if it is not known
 * @param unknownBecause null if it is known
 */
public record LenientRead<T>(T value, String unknownBecause) {
  private static final int ATTEMPTS = 3;

  /** One look; a null from it means that the service answered without the figure. */
  public static <T> LenientRead<T> of(Supplier<T> look) {
    try {
      T value = look.get();
      return new LenientRead<>(value, value == null ? "the answer holds no such figure" : null);
    } catch (CloudException e) {
      Optional<Attempt> attempt = Attempt.currentIfAny();
      boolean again = attempt.isPresent() && attempt.get().number() < ATTEMPTS;
      if (again && e.errorClass().restoreErrorCode().isRetryable()) {
        throw e;
      }
      return new LenientRead<>(null, reason(e));
    }
  }

  private static String reason(CloudException e) {
    CloudRefusal refusal = e.refusal();
    return refusal.code() == null
        ? "%s has no usable answer".formatted(refusal.action())
        : "%s is refused with %s".formatted(refusal.action(), refusal.code());
  }
}
