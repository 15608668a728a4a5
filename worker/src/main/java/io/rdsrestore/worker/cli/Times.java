package io.rdsrestore.worker.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants and durations for people, in the zone they sit in. */
final class Times {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final ZoneId zone;

  Times(ZoneId zone) {
    this.zone = zone;
  }

  static Times local() {
    return new Times(ZoneId.systemDefault());
  }

  String moment(Instant instant) {
    return MOMENT.format(instant.atZone(zone));
  }

  String clock(Instant instant) {
    return CLOCK.format(instant.atZone(zone));
  }

  /** The two largest units: {@code 3 d 4 h}, {@code 12 min 5 s}. */
  static String duration(Duration duration) {
    Duration rest = duration.isNegative() ? Duration.ZERO : duration;
    if (rest.toDays() > 0) {
      return "%d d %d h".formatted(rest.toDays(), rest.toHoursPart());
    }
    if (rest.toHours() > 0) {
      return "%d h %d min".formatted(rest.toHours(), rest.toMinutesPart());
    }
    if (rest.toMinutes() > 0) {
      return "%d min %d s".formatted(rest.toMinutes(), rest.toSecondsPart());
    }
    return "%d s".formatted(rest.toSeconds());
  }

  /** The largest unit: {@code 3 d}, {@code 12 min}. */
  static String about(Duration duration) {
    Duration rest = duration.isNegative() ? Duration.ZERO : duration;
    if (rest.toDays() > 0) {
      return rest.toDays() + " d";
    }
    if (rest.toHours() > 0) {
      return rest.toHours() + " h";
    }
    return rest.toMinutes() > 0 ? rest.toMinutes() + " min" : rest.toSeconds() + " s";
  }
}
