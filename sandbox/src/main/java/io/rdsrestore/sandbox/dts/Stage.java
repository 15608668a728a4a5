package io.rdsrestore.sandbox.dts;

import io.rdsrestore.sandbox.http.JsonBody;
import java.util.Map;

/**
 * One stage of a job as DescribeDtsJobs shows it.
 *
 * @param percent 0 to 100
 * @param progress what is done, as text
 */
record Stage(String status, int percent, String progress, String errorMessage) {
  private static final double STRUCTURE_SHARE = 0.2;

  Map<String, Object> view() {
    return JsonBody.of(
        "Status",
        status,
        "Percent",
        Integer.toString(percent),
        "Progress",
        progress,
        "ErrorMessage",
        errorMessage);
  }

  static Stage structure(Job job, JobMachine machine) {
    if (job.copy == null || !job.config.spec().structure()) {
      return notStarted();
    }
    double fraction =
        Math.min(job.copy.structureFraction(), machine.elapsed(job) / STRUCTURE_SHARE);
    return of(job, fraction, "");
  }

  static Stage data(Job job, JobMachine machine) {
    if (job.copy == null || !job.config.spec().data()) {
      return notStarted();
    }
    double share = job.config.spec().structure() ? STRUCTURE_SHARE : 0;
    double elapsed = (machine.elapsed(job) - share) / (1 - share);
    double fraction = Math.max(0, Math.min(job.copy.rowsFraction(), elapsed));
    boolean waits = job.status == JobStatus.MIGRATING && fraction == 0;
    return waits ? notStarted() : of(job, fraction, Long.toString(job.copy.rowsDone()));
  }

  static Stage notStarted() {
    return new Stage("NotStarted", 0, "", "");
  }

  private static Stage of(Job job, double fraction, String progress) {
    if (job.status == JobStatus.FINISHED || fraction >= 1) {
      return new Stage("Finished", 100, progress, "");
    }
    int percent = (int) Math.min(99, Math.round(100 * fraction));
    return switch (job.status) {
      case MIGRATION_FAILED -> new Stage("Failed", percent, progress, job.errorMessage);
      case SUSPENDING -> new Stage("Suspending", percent, progress, "");
      default -> new Stage("Migrating", percent, progress, "");
    };
  }
}
