package io.rdsrestore.workflows.activity;

/** How a copy stands. */
public enum MigrationState {
  RUNNING,
  FINISHED,
  /** It failed, seen twice. */
  FAILED,
  /** It waits to be started, seen twice (DTS: PreCheckPass, NotStarted). */
  RESTING,
  /** Somebody paused it (DTS: Suspending). */
  SUSPENDED,
  /** The job is not there any more, seen twice. */
  GONE
}
