package io.rdsrestore.worker.cli;

import io.rdsrestore.activities.ActivityImplementations;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.activity.CloudRefusal;
import io.rdsrestore.workflows.activity.DatabaseActivities;
import io.rdsrestore.workflows.activity.DtsActivities;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.RdsActivities;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.plan.PlanReads;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The reads of a plan without a workflow: tried a few times, then told to the person who asked. */
final class DirectReads implements PlanReads {
  private static final int ATTEMPTS = 3;
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final ActivityImplementations activities;

  DirectReads(ActivityImplementations activities) {
    this.activities = activities;
  }

  @Override
  public RdsActivities rds(String summary) {
    return activities.rds();
  }

  @Override
  public DtsActivities dts(String summary) {
    return activities.dts();
  }

  @Override
  public DatabaseActivities databases(String summary) {
    return activities.database();
  }

  @Override
  public InstanceFacts readPrimary(InstanceReference primary) {
    return must("read the primary", () -> activities.rds().readInstance(primary));
  }

  @Override
  public <T> T must(String what, Supplier<T> read) {
    for (int attempt = 1; ; attempt++) {
      try {
        return read.get();
      } catch (ApplicationFailure e) {
        if (e.isNonRetryable() || attempt == ATTEMPTS) {
          throw new UserError(ExitCode.FAILED, "Could not %s: %s".formatted(what, sentence(e)), e);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /** What was refused, with what to do where the sentence does not say it already. */
  private static String sentence(ApplicationFailure failure) {
    String message = failure.getOriginalMessage();
    String remedy =
        failure.getDetails().getSize() == 0
            ? null
            : failure.getDetails().get(0, CloudRefusal.class).remedy();
    return remedy == null || message.contains(remedy) ? message : message + " " + remedy;
  }

  @Override
  public SchemaFacts lookInto(Supplier<SchemaFacts> read) {
    try {
      return read.get();
    } catch (ApplicationFailure e) {
      return SchemaFacts.unreachable(e.getOriginalMessage());
    }
  }

  @Override
  public void together(List<Runnable> reads) {
    CompletableFuture<?>[] running =
        reads.stream().map(CompletableFuture::runAsync).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(running).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UserError error) {
        throw error;
      }
      throw e;
    }
  }

  @Override
  public Instant now() {
    return Instant.now();
  }
}
