package io.rdsrestore.sandbox.dts;

/** The states of a migration job, spelt as DTS spells them. */
enum JobStatus {
  NOT_CONFIGURED("NotConfigured"),
  NOT_STARTED("NotStarted"),
  PRECHECKING("Prechecking"),
  PRECHECK_FAILED("PrecheckFailed"),
  PRECHECK_PASS("PreCheckPass"),
  MIGRATING("Migrating"),
  /** Paused: there is no "Suspended". */
  SUSPENDING("Suspending"),
  MIGRATION_FAILED("MigrationFailed"),
  FINISHED("Finished");

  private final String text;

  JobStatus(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** Whether ConfigureDtsJob may still change the job. */
  boolean isChangeable() {
    return switch (this) {
      case NOT_CONFIGURED, NOT_STARTED, PRECHECK_PASS, PRECHECK_FAILED -> true;
      case PRECHECKING, MIGRATING, SUSPENDING, MIGRATION_FAILED, FINISHED -> false;
    };
  }
}
