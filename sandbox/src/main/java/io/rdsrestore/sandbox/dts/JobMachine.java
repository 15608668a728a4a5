package io.rdsrestore.sandbox.dts;

import io.rdsrestore.sandbox.dataplane.CopyPosition;
import io.rdsrestore.sandbox.dataplane.CopySpec;
import io.rdsrestore.sandbox.dataplane.DataPlaneException;
import io.rdsrestore.sandbox.dataplane.PrecheckItem;
import io.rdsrestore.sandbox.dataplane.PrecheckNames;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.sandbox.settings.Variant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Moves jobs from state to state. What is due is worked out from the clock at every look, with the
 * time at which it was due, so a late look finds what a punctual one would have found.
 */
final class JobMachine {
  /** To skip one of these is to keep what is there, as {@code targetTableMode} 2 does. */
  private static final Set<String> KEEPING_ITEMS =
      Set.of(PrecheckNames.SAME_OBJECTS, PrecheckNames.EMPTY_TABLES);

  private final DtsContext context;

  JobMachine(DtsContext context) {
    this.context = context;
  }

  void startPrecheck(Job job, Instant at) {
    job.status = JobStatus.PRECHECKING;
    job.errorMessage = "";
    job.precheckId = context.ids().next("", 15);
    job.precheckStartedAt = at;
    CopySpec spec = job.config.spec();
    PrecheckItem status = InstanceStatusItem.of(spec, context.instances(), at);
    job.precheck =
        CompletableFuture.supplyAsync(
            () -> items(status, context.dataPlane().precheck(spec)), context.workers());
    lookWhenDone(job, job.precheck, at, context.timings().precheck());
  }

  /** What was found out, with the failures that were asked for. */
  private List<PrecheckItem> items(PrecheckItem status, List<PrecheckItem> found) {
    List<PrecheckItem> items = new ArrayList<>(found);
    items.add(status);
    for (FaultRule fault : context.faults().takeEach(FaultRule.PRECHECK)) {
      items.removeIf(item -> item.item().equals(fault.code()));
      items.add(PrecheckItem.of(fault.code(), "Failed on request: " + fault.code() + "."));
    }
    return List.copyOf(items);
  }

  /**
   * Starts or resumes. What an earlier attempt has made is then kept, not an obstacle; so is what
   * stands in the way of a job whose check for it was skipped. A suspended copy goes on at its row.
   */
  void startCopy(Job job, Instant at) {
    CopyRun earlier = job.copy;
    CopySpec spec =
        earlier == null && Collections.disjoint(job.skipped, KEEPING_ITEMS)
            ? job.config.spec()
            : job.config.spec().keepingWhatIsThere();
    boolean resumes = job.status == JobStatus.SUSPENDING;
    CopyRun run = new CopyRun(() -> job.limit, resumes ? earlier.position() : new CopyPosition());
    CompletableFuture<Void> before =
        earlier == null
            ? CompletableFuture.completedFuture(null)
            : earlier.outcome().handle((done, failure) -> null);
    job.copy = run;
    job.copyStartedAt = at;
    job.status = JobStatus.MIGRATING;
    job.errorMessage = "";
    run.setOutcome(before.thenRunAsync(() -> copy(spec, run), context.workers()));
    lookWhenDone(job, run.outcome(), at, context.timings().copy());
  }

  void stop(Job job, JobStatus status) {
    if (job.copy != null) {
      job.copy.stop();
    }
    job.status = status;
    if (status == JobStatus.SUSPENDING) {
      job.suspendedAt = context.clock().instant();
    }
    if (status == JobStatus.FINISHED) {
      job.finishedAt = context.clock().instant();
    }
  }

  /** Brings the job to the state it has by now. */
  void look(Job job) {
    Instant now = context.clock().instant();
    if (job.status == JobStatus.PRECHECKING) {
      lookAtPrecheck(job, now);
    }
    if (job.status == JobStatus.MIGRATING) {
      lookAtCopy(job, now);
    }
  }

  private void lookAtPrecheck(Job job, Instant now) {
    Instant due = job.precheckStartedAt.plus(context.timings().precheck());
    if (now.isBefore(due) || !job.precheck.isDone()) {
      return;
    }
    try {
      job.items = List.copyOf(job.precheck.join());
    } catch (CompletionException e) {
      job.status = JobStatus.PRECHECK_FAILED;
      job.errorMessage = reason(e);
      return;
    }
    if (job.items.stream().anyMatch(job::blocks)) {
      job.status = JobStatus.PRECHECK_FAILED;
    } else if (context.variants().is(Variant.restsInPreCheckPass)) {
      job.status = JobStatus.PRECHECK_PASS;
    } else {
      startCopy(job, due);
    }
  }

  private void lookAtCopy(Job job, Instant now) {
    Instant due = job.copyStartedAt.plus(context.timings().copy());
    CompletableFuture<Void> outcome = job.copy.outcome();
    if (outcome.isCompletedExceptionally()) {
      job.status = JobStatus.MIGRATION_FAILED;
      job.errorMessage = failure(outcome);
    } else if (!now.isBefore(due) && outcome.isDone()) {
      job.status = JobStatus.FINISHED;
      job.finishedAt = due;
    }
  }

  private void copy(CopySpec spec, CopyRun run) {
    Optional<CopyAccident> accident = accident(FaultRule.When.before, spec, run);
    accident.filter(found -> !found.isOfDatabases()).ifPresent(CopyAccident::happen);
    context.dataPlane().copy(spec, accident.isPresent() ? accident.get() : run);
    accident(FaultRule.When.afterCommit, spec, run).ifPresent(CopyAccident::happen);
  }

  private Optional<CopyAccident> accident(FaultRule.When when, CopySpec spec, CopyRun run) {
    return context
        .faults()
        .take(FaultRule.COPY, when)
        .map(fault -> new CopyAccident(fault, spec, context.dataPlane(), run));
  }

  /** So that a copy starts in time even if nobody looks. */
  private void lookWhenDone(Job job, CompletableFuture<?> future, Instant begin, Duration least) {
    Instant due = begin.plus(least);
    var unused =
        future.whenComplete(
            (done, failure) -> {
              Instant now = context.clock().instant();
              context.busy().add(begin, now.isAfter(due) ? now : due);
              lookLocked(job);
            });
    context.scheduler().schedule(due, () -> lookLocked(job));
  }

  private void lookLocked(Job job) {
    synchronized (context.lock()) {
      look(job);
    }
  }

  private static String failure(CompletableFuture<Void> outcome) {
    try {
      outcome.join();
      return "";
    } catch (CompletionException e) {
      return reason(e);
    }
  }

  private static String reason(CompletionException e) {
    return e.getCause() instanceof DataPlaneException
        ? e.getCause().getMessage()
        : "DTS-1000000 internal error";
  }

  /** The part of the least duration that has gone by, 0 to 1. */
  double elapsed(Job job) {
    Duration least = context.timings().copy();
    if (least.isZero()) {
      return 1;
    }
    Duration gone = Duration.between(job.copyStartedAt, context.clock().instant());
    return Math.min(1, Math.max(0, (double) gone.toMillis() / least.toMillis()));
  }
}
