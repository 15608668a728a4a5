package io.rdsrestore.activities.dts;

import io.rdsrestore.activities.ActivityBoundary;
import io.rdsrestore.activities.SecondLook;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.workflows.activity.JobReference;
import io.rdsrestore.workflows.activity.PrecheckResult;
import java.util.List;

/** One look whether a precheck has ended, and how. */
final class PrecheckWait {
  private static final String PRECHECK_FINISHED = "Finished";

  private final DtsApi dts;
  private final SecondLook secondLook;
  private final ActivityBoundary boundary;

  PrecheckWait(DtsApi dts, SecondLook secondLook, ActivityBoundary boundary) {
    this.dts = dts;
    this.secondLook = secondLook;
    this.boundary = boundary;
  }

  PrecheckResult look(JobReference reference) {
    JobFacts job =
        secondLook.look(
            () -> dts.ownJob(reference), found -> found.state() == JobState.PRECHECK_FAILED);
    List<Answer> precheck = dts.precheck(reference.regionId(), reference.jobId());
    return switch (job.state()) {
      case PRECHECK_FAILED -> result(false, job, precheck);
      case PRECHECK_PASS, MIGRATING, RETRYING, MIGRATION_FAILED, FINISHED ->
          result(true, job, precheck);
      case SUSPENDING -> {
        // Paused by somebody: after the precheck that is the copy's matter.
        if (!PRECHECK_FINISHED.equalsIgnoreCase(PrecheckReader.state(precheck))) {
          throw notYet(job, precheck);
        }
        yield result(true, job, precheck);
      }
      case NOT_STARTED, NOT_CONFIGURED, PRECHECKING, OTHER -> throw notYet(job, precheck);
    };
  }

  private RuntimeException notYet(JobFacts job, List<Answer> precheck) {
    return boundary.notYet(
        "DTS job %s is %s%s"
            .formatted(job.id(), job.status(), PrecheckReader.beingChecked(precheck)));
  }

  private static PrecheckResult result(boolean passed, JobFacts job, List<Answer> precheck) {
    return new PrecheckResult(passed, job.status(), PrecheckReader.findings(precheck));
  }
}
