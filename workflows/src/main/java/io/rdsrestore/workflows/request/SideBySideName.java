package io.rdsrestore.workflows.request;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The database that one goes to beside its original: {@code <db>_restored_<yyyyMMddHHmm>}. */
public final class SideBySideName {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmm").withZone(ZoneOffset.UTC);

  private SideBySideName() {}

  /**
   * Its name.
   *
   * @param restorePoint the instant, or that of the backup set; told in UTC, to the minute
   */
  public static String of(String database, Instant restorePoint) {
    return database + "_restored_" + STAMP.format(restorePoint);
  }
}
