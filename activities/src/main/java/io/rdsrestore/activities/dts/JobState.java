package io.rdsrestore.activities.dts;

import io.rdsrestore.workflows.activity.MigrationState;

/** Where a migration job stands (DTS: Status, compared without regard to case). */
enum JobState {
  NOT_STARTED("notstarted"),
  NOT_CONFIGURED("notconfigured"),
  PRECHECKING("prechecking"),
  PRECHECK_FAILED("precheckfailed"),
  PRECHECK_PASS("precheckpass"),
  MIGRATING("migrating"),
  RETRYING("retrying"),
  /** Paused: DTS has no other word for it. */
  SUSPENDING("suspending"),
  MIGRATION_FAILED("migrationfailed"),
  FINISHED("finished"),
  /** Anything else is waited on. */
  OTHER("");

  private final String lowerCase;

  JobState(String lowerCase) {
    this.lowerCase = lowerCase;
  }

  static JobState of(String lowerCase) {
    for (JobState state : values()) {
      if (state.lowerCase.equals(lowerCase)) {
        return state;
      }
    }
    return OTHER;
  }

  /** Whether ConfigureDtsJob may still change the job. */
  boolean isConfigurable() {
    return switch (this) {
      case NOT_STARTED, NOT_CONFIGURED, PRECHECK_FAILED, PRECHECK_PASS -> true;
      case PRECHECKING, MIGRATING, RETRYING, SUSPENDING, MIGRATION_FAILED, FINISHED, OTHER -> false;
    };
  }

  /** Whether StartDtsJob is allowed. */
  boolean isStartable() {
    return switch (this) {
      case NOT_STARTED, PRECHECK_FAILED, PRECHECK_PASS, SUSPENDING, MIGRATION_FAILED -> true;
      case NOT_CONFIGURED, PRECHECKING, MIGRATING, RETRYING, FINISHED, OTHER -> false;
    };
  }

  /** How a copy stands whose job is in this state. */
  MigrationState asMigration() {
    return switch (this) {
      case FINISHED -> MigrationState.FINISHED;
      case MIGRATION_FAILED, PRECHECK_FAILED -> MigrationState.FAILED;
      case SUSPENDING -> MigrationState.SUSPENDED;
      case NOT_STARTED, PRECHECK_PASS -> MigrationState.RESTING;
      case NOT_CONFIGURED, PRECHECKING, MIGRATING, RETRYING, OTHER -> MigrationState.RUNNING;
    };
  }

  /** Whether rows may be on their way, now or again by itself. */
  boolean mayWrite() {
    return switch (this) {
      case MIGRATING, RETRYING, SUSPENDING, MIGRATION_FAILED -> true;
      case NOT_STARTED,
          NOT_CONFIGURED,
          PRECHECKING,
          PRECHECK_FAILED,
          PRECHECK_PASS,
          FINISHED,
          OTHER ->
          false;
    };
  }
}
