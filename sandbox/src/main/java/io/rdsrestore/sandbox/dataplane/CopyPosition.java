package io.rdsrestore.sandbox.dataplane;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many rows of each source table have been copied, so that a job that was suspended goes on
 * where it was: without it, a table without a primary key would get its first rows twice. Safe for
 * threads.
 */
public final class CopyPosition {
  private final Map<String, Long> rowsByTable = new ConcurrentHashMap<>();

  long rows(String table) {
    return rowsByTable.getOrDefault(table, 0L);
  }

  void add(String table, long rows) {
    rowsByTable.merge(table, rows, Long::sum);
  }
}
