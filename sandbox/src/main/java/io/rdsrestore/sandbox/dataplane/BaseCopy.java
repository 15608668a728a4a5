package io.rdsrestore.sandbox.dataplane;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A backup set: a copy of an instance's data directory, taken while its server was stopped.
 *
 * @param directory the copied files, without binary logs
 * @param consistentAt it holds all that was committed by the end of this second, and nothing later
 * @param logPosition where the binary log goes on after it
 */
record BaseCopy(
    String backupId, Path directory, Instant consistentAt, BinlogPosition logPosition, long bytes) {

  /** What belongs to one server's run and must not go into a copy of its data. */
  static boolean isData(String fileName) {
    return !fileName.startsWith("binlog.")
        && !fileName.startsWith("relay.")
        && !fileName.endsWith(".info")
        && !fileName.endsWith(".pid")
        && !fileName.endsWith(".sock")
        && !fileName.startsWith("ibtmp")
        && !fileName.equals("auto.cnf");
  }
}
