package io.rdsrestore.workflows;

import java.time.Duration;

/** How people say a time that something takes. */
public final class HoursAndMinutes {
  private static final int TO_THE_NEXT = 30;
  private static final int HOUR = 60;

  private HoursAndMinutes() {}

  /** For example "2 h 5 min", to the nearest minute; of what is negative "0 min". */
  public static String of(Duration time) {
    long minutes = Math.max(0, time.plusSeconds(TO_THE_NEXT).toMinutes());
    return minutes < HOUR
        ? "%d min".formatted(minutes)
        : "%d h %d min".formatted(minutes / HOUR, minutes % HOUR);
  }
}
