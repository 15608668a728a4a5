package io.rdsrestore.workflows.request;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Reads {@code limits}: ISO 8601 durations, positive, none absurdly long; a cost; a share. */
final class LimitsReader {
  private static final int MAX_TEXT = 64;
  private static final Duration MAX_STEP = Duration.ofDays(7);
  private static final Duration MAX_LONG_STEP = Duration.ofDays(30);
  private static final BigDecimal MOST_COST = BigDecimal.valueOf(1_000_000_000);
  private static final int LEAST_DISK_PERCENT = 1;
  private static final int MOST_DISK_PERCENT = 99;
  private static final int MOST_THREADS = 100_000;

  /** Days, hours, minutes and seconds; months and years have no fixed length. */
  private static final Pattern DURATION =
      Pattern.compile("P(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+(\\.\\d{1,9})?S)?)?");

  private LimitsReader() {}

  static Limits read(JsonField field) {
    Limits defaults = Limits.defaults();
    if (!field.isObject()) {
      return defaults;
    }
    field.knows(
        "cloneWait",
        "precheckWait",
        "migrationWait",
        "decisionReminder",
        "decisionDeadline",
        "unknownOutcomeWait",
        "maxCost",
        "diskPercent",
        "replicaDelay",
        "threadsRunning");
    return new Limits(
        duration(field.child("cloneWait"), defaults.cloneWait(), MAX_STEP),
        duration(field.child("precheckWait"), defaults.precheckWait(), MAX_STEP),
        duration(field.child("migrationWait"), defaults.migrationWait(), MAX_LONG_STEP),
        duration(field.child("decisionReminder"), defaults.decisionReminder(), MAX_LONG_STEP),
        duration(field.child("decisionDeadline"), defaults.decisionDeadline(), MAX_LONG_STEP),
        duration(field.child("unknownOutcomeWait"), defaults.unknownOutcomeWait(), MAX_STEP),
        maxCost(field.child("maxCost")),
        field
            .child("diskPercent")
            .wholeNumber(LEAST_DISK_PERCENT, MOST_DISK_PERCENT)
            .map(Long::intValue)
            .orElse(defaults.diskPercent()),
        duration(field.child("replicaDelay"), defaults.replicaDelay(), MAX_STEP),
        field
            .child("threadsRunning")
            .wholeNumber(1, MOST_THREADS)
            .map(Long::intValue)
            .orElse(defaults.threadsRunning()));
  }

  static BigDecimal maxCost(JsonField field) {
    return field.amount(MOST_COST).orElse(null);
  }

  static Duration duration(JsonField field, Duration otherwise, Duration max) {
    return field.text(MAX_TEXT).map(text -> parse(field, text, max)).orElse(otherwise);
  }

  private static Duration parse(JsonField field, String text, Duration max) {
    Duration duration = parsed(text);
    if (duration == null) {
      field.problem(
          Words.quoted(text) + " is not an ISO 8601 duration of days to seconds, for example PT6H");
      return max;
    }
    if (duration.isZero()) {
      field.problem("must be longer than nothing");
    }
    if (duration.compareTo(max) > 0) {
      field.problem(
          "%s is longer than the %d days allowed".formatted(Words.brief(text), max.toDays()));
    }
    return duration;
  }

  private static Duration parsed(String text) {
    if (!DURATION.matcher(text).matches()) {
      return null;
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
