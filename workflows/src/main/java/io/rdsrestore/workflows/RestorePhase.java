package io.rdsrestore.workflows;

/** Where a restore is, or what keeps its clone. The last three are ends. */
public enum RestorePhase {
  PLANNING,
  PREPARING,
  CLONING,
  CONFIGURING,
  PRECHECKING,
  MIGRATING,
  VERIFYING,
  /** Restored tables take the places of the current ones, if a person decides so. */
  SWAPPING,
  CLEANING,
  /** The restore has ended; its clone is kept for a time, by a workflow of its own. */
  KEEPING,
  COMPLETED,
  ABORTED,
  FAILED;

  /** True for the phases that a restore ends in. */
  public boolean isEnd() {
    return this == COMPLETED || this == ABORTED || this == FAILED;
  }
}
