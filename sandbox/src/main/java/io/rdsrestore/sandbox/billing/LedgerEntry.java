package io.rdsrestore.sandbox.billing;

import java.time.Instant;

/**
 * One purchase.
 *
 * @param kind {@code clone} or {@code dts}
 * @param id of the RDS or DTS instance
 * @param releasedAt null while it is still paid for
 * @param restoreId the mark found in the description or job name; null if there is none
 */
public record LedgerEntry(
    String kind, String id, Instant boughtAt, Instant releasedAt, String restoreId) {

  LedgerEntry released(Instant at) {
    return new LedgerEntry(kind, id, boughtAt, at, restoreId);
  }
}
