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
import io.rdsrestore.workflows.guard.TableShapes;
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
  private final TableWatch tables;
  private final ActivityBoundary boundary;

  MigrationWait(
      DtsApi dts,
      SecondLook secondLook,
      PressureLooks pressure,
      TableWatch tables,
      ActivityBoundary boundary) {
    this.dts = dts;
    this.secondLook = secondLook;
    this.pressure = pressure;
    this.tables = tables;
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
      return MigrationLook.of(state, null, 0, null);
    }
    JobFacts job = found.get();
    int percent = MigrationPercent.of(job.answer());
    return switch (state) {
      case FINISHED -> withTables(wanted, MigrationLook.of(state, job.status(), DONE, null));
      case FAILED ->
          withTables(wanted, MigrationLook.of(state, job.status(), percent, message(job)));
      case RESTING, SUSPENDED, GONE -> MigrationLook.of(state, job.status(), percent, message(job));
      case RUNNING -> running(wanted, job, percent);
    };
  }

  private MigrationLook running(AwaitMigration wanted, JobFacts job, int percent) {
    Attempt attempt = Attempt.current();
    TableShapes known = known(wanted);
    Optional<TableWatch.Seen> seen = tables.look(wanted.tables(), known);
    MigrationLook look = MigrationLook.of(MigrationState.RUNNING, job.status(), percent, null);
    if (seen.isPresent() && !seen.get().changes().isEmpty()) {
      return look.withTables(seen.get().changes(), seen.get().shapes());
    }
    TableShapes learnt = seen.map(tables -> known.learning(tables.shapes())).orElse(known);
    attempt.note(new MigrationNote(percent + "%", learnt).text());
    String passed = pressure.look(wanted.watch());
    if (passed != null) {
      return look.withTables(List.of(), learnt).withPressure(passed);
    }
    boolean worthTelling =
        wanted.looksLeft() > 0
            && percent >= wanted.percentTold() + WORTH_TELLING_PERCENT
            && attempt.elapsed().compareTo(WORTH_TELLING_AFTER) >= 0;
    if (worthTelling) {
      return look.withTables(List.of(), learnt);
    }
    throw boundary.notYet("DTS job %s is %s, %d%%".formatted(job.id(), job.status(), percent));
  }

  /** At its end, whatever it is: what was changed since the last look explains the rest. */
  private MigrationLook withTables(AwaitMigration wanted, MigrationLook look) {
    return tables
        .lookNow(wanted.tables(), known(wanted))
        .map(seen -> look.withTables(seen.changes(), seen.shapes()))
        .orElse(look);
  }

  /** What the workflow knows, and what earlier attempts have seen. */
  private static TableShapes known(AwaitMigration wanted) {
    TableShapes before = wanted.tables() == null ? TableShapes.none() : wanted.tables().known();
    return Attempt.current()
        .lastNote()
        .map(MigrationNote::shapesIn)
        .map(before::learning)
        .orElse(before);
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
