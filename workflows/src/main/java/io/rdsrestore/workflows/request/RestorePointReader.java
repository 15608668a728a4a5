package io.rdsrestore.workflows.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code restoreTo}: an instant with its zone and whole seconds, or a backup set. */
final class RestorePointReader {
  private static final int MAX_TIME = 64;
  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?<fraction>\\.\\d+)?(?<zone>Z|[+-]\\d{2}:\\d{2})?");

  private RestorePointReader() {}

  static RestorePoint read(JsonField field, Instant now) {
    if (!field.isRequiredObject()) {
      return null;
    }
    field.knows("time", "backupId");
    JsonField time = field.child("time");
    JsonField backupId = field.child("backupId");
    if (time.isAbsent() == backupId.isAbsent()) {
      field.problem(
          time.isAbsent()
              ? "needs time or backupId"
              : "has both time and backupId; exactly one is wanted");
    }
    return new RestorePoint(instant(time, now).orElse(null), CloudName.other(backupId));
  }

  private static Optional<Instant> instant(JsonField field, Instant now) {
    Optional<Instant> instant = field.text(MAX_TIME).flatMap(text -> parse(field, text));
    instant
        .filter(time -> time.isAfter(now))
        .ifPresent(
            time -> field.problem("%s is in the future (now it is %s)".formatted(time, now)));
    return instant;
  }

  private static Optional<Instant> parse(JsonField field, String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      field.problem(
          Words.quoted(text)
              + " is not an ISO 8601 time with seconds and zone, for example"
              + " 2026-11-22T16:15:00+08:00");
      return Optional.empty();
    }
    if (matcher.group("fraction") != null) {
      field.problem(
          text
              + " has fractions of a second; RDS restores to whole seconds, each with all its commits");
    }
    if (matcher.group("zone") == null) {
      field.problem(text + " has no zone; add Z for UTC or an offset like +08:00");
    }
    if (matcher.group("fraction") != null || matcher.group("zone") == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      field.problem(text + " does not exist in the calendar");
      return Optional.empty();
    }
  }
}
