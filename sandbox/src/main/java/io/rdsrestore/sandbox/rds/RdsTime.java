package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.http.ApiException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** The times of RDS's API: UTC, to the second or to the minute. */
final class RdsTime {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'");

  private RdsTime() {}

  static String seconds(Instant instant) {
    return SECONDS.format(instant.truncatedTo(ChronoUnit.SECONDS));
  }

  static Instant parseSeconds(String text, ApiException refusal) {
    try {
      return LocalDateTime.parse(text, SECONDS).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw refusal;
    }
  }

  static Instant parseMinutes(String parameter, String text) {
    try {
      return LocalDateTime.parse(text, MINUTES).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw ApiException.invalid(parameter, "yyyy-MM-ddTHH:mmZ is expected.");
    }
  }
}
