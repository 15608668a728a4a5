package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.verify.RowTally;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a table is cut into parts that are compared one by one. */
interface Chunks {
  /**
   * The next part; empty after the last.
   *
   * @param source that the table is in
   */
  Optional<Chunk> next(Connection source) throws SQLException;

  /** Smaller parts of one that took too long; empty if it cannot be divided. */
  List<Chunk> divide(Connection source, Chunk chunk) throws SQLException;

  /** Learns how long a part took. */
  void took(Chunk chunk, RowTally tally, Duration time);

  /** How people call it. */
  String method();
}
