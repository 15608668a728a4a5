package io.rdsrestore.activities.dts;

import io.rdsrestore.activities.ActivityBoundary;
import io.rdsrestore.activities.Attempt;
import io.rdsrestore.activities.SecondLook;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.cloud.MessageScrubber;
import io.rdsrestore.workflows.activity.AwaitMigration;
import io.rdsrestore.workflows.activity.JobReference;
import io.rdsrestore.workflows.activity.MigrationLook;
import io.rdsrestore.workflows.activity.MigrationState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One look at a copy. */
final class MigrationWait {
  private static final int WORTH_TELLING_PERCENT = 10;
  private static final Duration WORTH_TELLING_AFTER = Duration.ofSeconds(15);
  private static final int DONE = 100;

  private final DtsApi dts;
  private final SecondLook secondLook;
  private final PressureLooks pressure;
  private final ActivityBoundary boundary;

  MigrationWait(
      DtsApi dts, SecondLook secondLook, PressureLooks pressure, ActivityBoundary boundary) {
    this.dts = dts;
    this.secondLook = secondLook;
    this.pressure = pressure;
    this.boundary = boundary;
  }

  MigrationLook look(AwaitMigration wanted) {
    JobReference reference = wanted.job();
    Optional<JobFacts> found =
        secondLook.look(
            () -> dts.jobWithStages(reference.regionId(), reference.jobId()),
            job -> isFinal(stateOf(job)));
    MigrationState state = stateOf(found);
    if (isFinal(state) && stateOf(dts.job(reference.regionId(), reference.jobId())) != state) {
      throw boundary.notYet(
          "DTS job %s is %s in the list of jobs, and not by itself"
              .formatted(reference.jobId(), state));
    }
    if (found.isEmpty()) {
      return new MigrationLook(state, null, 0, null, null);
    }
    JobFacts job = found.get();
    int percent = MigrationPercent.of(job.answer());
    return switch (state) {
      case FINISHED -> new MigrationLook(state, job.status(), DONE, null, null);
      case FAILED, RESTING, SUSPENDED, GONE ->
          new MigrationLook(state, job.status(), percent, message(job), null);
      case RUNNING -> running(wanted, job, percent);
    };
  }

  private MigrationLook running(AwaitMigration wanted, JobFacts job, int percent) {
    Attempt attempt = Attempt.current();
    attempt.note(percent + "%");
    String passed = pressure.look(wanted.watch());
    if (passed != null) {
      return new MigrationLook(MigrationState.RUNNING, job.status(), percent, null, passed);
    }
    boolean worthTelling =
        wanted.looksLeft() > 0
            && percent >= wanted.percentTold() + WORTH_TELLING_PERCENT
            && attempt.elapsed().compareTo(WORTH_TELLING_AFTER) >= 0;
    if (worthTelling) {
      return new MigrationLook(MigrationState.RUNNING, job.status(), percent, null, null);
    }
    throw boundary.notYet("DTS job %s is %s, %d%%".formatted(job.id(), job.status(), percent));
  }

  /** Also FINISHED: a job that is released before it has finished leaves half of the rows. */
  private static boolean isFinal(MigrationState state) {
    return state != MigrationState.RUNNING;
  }

  private static MigrationState stateOf(Optional<JobFacts> job) {
    if (job.isEmpty()) {
      return MigrationState.GONE;
    }
    return job.get().state().asMigration();
  }

  private static String message(JobFacts job) {
    Answer answer = job.answer();
    for (String text :
        new String[] {
          answer.text("ErrorMessage"),
          answer.part(MigrationPercent.DATA).text("ErrorMessage"),
          answer.part(MigrationPercent.STRUCTURE).text("ErrorMessage"),
          answer.part("PrecheckStatus").text("ErrorMessage")
        }) {
      if (text != null) {
        return MessageScrubber.scrub(text, List.of());
      }
    }
    return null;
  }
}
