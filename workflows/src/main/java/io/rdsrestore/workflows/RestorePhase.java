package io.rdsrestore.workflows;

/** Where a restore is. The last three are ends. */
public enum RestorePhase {
  PLANNING,
  PREPARING,
  CLONING,
  CONFIGURING,
  PRECHECKING,
  MIGRATING,
  VERIFYING,
  CLEANING,
  COMPLETED,
  ABORTED,
  FAILED;

  /** True for the phases that a restore ends in. */
  public boolean isEnd() {
    return this == COMPLETED || this == ABORTED || this == FAILED;
  }
}
