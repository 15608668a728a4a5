package io.rdsrestore.activities.rds;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** Times as RDS writes them: UTC with Z, to the second in answers, to the minute in filters. */
public final class RdsTime {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm'Z'").withZone(ZoneOffset.UTC);

  private RdsTime() {}

  /** A filter's time. */
  public static String minutes(Instant instant) {
    return MINUTES.format(instant);
  }

  /** RestoreTime: {@code yyyy-MM-ddTHH:mm:ssZ}. */
  static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** An answer's time; null if there is none that can be read. */
  static Instant parse(String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
