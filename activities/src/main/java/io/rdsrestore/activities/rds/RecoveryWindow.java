package io.rdsrestore.activities.rds;

import java.time.Instant;

/**
 * Between which instants any one can be restored.
 *
 * @param begin null if nothing tells
 * @param end null likewise
 */
record RecoveryWindow(Instant begin, Instant end) {
  static final RecoveryWindow NONE = new RecoveryWindow(null, null);
}
