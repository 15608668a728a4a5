package io.rdsrestore.sandbox.rds;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Knows which tables a database had at some time, as far as RDS keeps such lists. */
@FunctionalInterface
public interface BackupContents {
  /** Tables by database; empty if no list is kept. */
  Map<String, List<String>> at(String instanceId, Instant instant);
}
