package io.rdsrestore.activities.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * When tables were last written to, as far as a server knows: InnoDB tells from MySQL 5.7 on, and
 * forgets it at a restart.
 */
final class LastWrites {
  private LastWrites() {}

  /**
   * Whether somebody wrote after the copy, in a sentence; empty if that is not known.
   *
   * @param copyEndedAt by the clock of the workflow
   */
  static Optional<String> since(Connection target, TableName table, Instant copyEndedAt)
      throws SQLException {
    Optional<Long> seconds =
        new Catalog(target)
                .rows(
                    """
                    SELECT UNIX_TIMESTAMP(update_time) FROM information_schema.tables
                    WHERE table_schema = ? AND table_name = ? AND update_time IS NOT NULL\
                    """,
                    row -> row.getLong(1),
                    table.database(),
                    table.table())
                .stream()
                .findFirst();
    return seconds
        .map(Instant::ofEpochSecond)
        .map(
            last ->
                last.isAfter(copyEndedAt)
                    ? "It was last written to at %s, after the copy had ended at %s."
                        .formatted(last, copyEndedAt)
                    : "It was not written to after the copy had ended at %s."
                        .formatted(copyEndedAt));
  }
}
