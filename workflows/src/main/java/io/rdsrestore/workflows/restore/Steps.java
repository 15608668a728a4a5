package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.DatabaseActivities;
import io.rdsrestore.workflows.activity.DtsActivities;
import io.rdsrestore.workflows.activity.RdsActivities;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How a phase acts: activities, and what is done when one does not come to its end. */
final class Steps {
  private final Restore restore;
  private final Gates gates;
  private final Turnover turnover;

  Steps(Restore restore, Gates gates, Turnover turnover) {
    this.restore = restore;
    this.gates = gates;
    this.turnover = turnover;
  }

  static RdsActivities rds(ActivityOptions options) {
    return Workflow.newActivityStub(RdsActivities.class, options);
  }

  static DtsActivities dts(ActivityOptions options) {
    return Workflow.newActivityStub(DtsActivities.class, options);
  }

  static DatabaseActivities databases(ActivityOptions options) {
    return Workflow.newActivityStub(DatabaseActivities.class, options);
  }

  /** An activity whose failure the caller handles itself; being cancelled is not a failure. */
  static <T> T attempt(Supplier<T> activity) throws StepFailed {
    try {
      return activity.get();
    } catch (ActivityFailure failure) {
      if (failure.getCause() instanceof CanceledFailure cancelled) {
        throw cancelled;
      }
      throw new StepFailed(Trouble.of(failure));
    }
  }

  /** As {@link #attempt(Supplier)}, for activities that answer nothing. */
  static void attempt(Functions.Proc activity) throws StepFailed {
    attempt(
        () -> {
          activity.apply();
          return null;
        });
  }

  /**
   * An activity that the restore cannot go on without: as long as it fails a person is asked, who
   * may mend something and retry.
   *
   * @param what it does, as the object of "could not"
   */
  <T> T must(String what, Supplier<T> activity) {
    return must(what, activity, trouble -> {});
  }

  /**
   * As {@link #must(String, Supplier)}.
   *
   * @param onTrouble told of each failure before the person is asked
   */
  <T> T must(String what, Supplier<T> activity, Consumer<Trouble> onTrouble) {
    return must(what, activity, onTrouble, decision -> {});
  }

  /**
   * As {@link #must(String, Supplier, Consumer)}.
   *
   * @param onDecision told of what the person decides, before it is tried again
   */
  <T> T must(
      String what,
      Supplier<T> activity,
      Consumer<Trouble> onTrouble,
      Consumer<Decision> onDecision) {
    if (restore.isAskedAbout(what)) {
      // The run before this one had asked; it is not tried again without an answer.
      gates
          .unanswered(GateKind.FAILURE)
          .ifPresent(
              asked -> {
                Decision decision = gates.askOrStop(asked);
                use(decision);
                onDecision.accept(decision);
              });
      restore.failedStep = null;
    }
    while (true) {
      try {
        return attempt(activity);
      } catch (StepFailed failed) {
        Trouble trouble = failed.trouble();
        onTrouble.accept(trouble);
        restore.failedStep = what;
        Decision decision =
            gates.askAfterFailure(
                "Could not %s: %s".formatted(what, trouble.message()),
                List.of(GateItem.of(trouble.code().name(), trouble.message(), remedy(trouble))),
                "it is tried again");
        use(decision);
        restore.failedStep = null;
        onDecision.accept(decision);
      }
    }
  }

  /** Where nothing better is known: a clone that somebody has deleted is refused in many words. */
  private String remedy(Trouble trouble) {
    boolean perhapsGone =
        trouble.remedy() == null
            && trouble.code() == RestoreErrorCode.WRONG_REQUEST
            && restore.clone != null
            && !restore.copied;
    return perhapsGone
        ? "look whether the clone %s is still there; where somebody has deleted it, changeRestorePoint, also to the same instant, buys another"
            .formatted(restore.clone.instanceId())
        : trouble.remedy();
  }

  /**
   * As {@link #must(String, Supplier)}, for a look that takes long and changes nothing: it is given
   * up, to be taken up again, when the workflow has to continue as new.
   */
  <T> T mustAwait(String what, Supplier<T> activity) {
    return mustAwait(what, activity, () -> false).orElseThrow(ContinuingAsNew::new);
  }

  /**
   * As {@link #mustAwait(String, Supplier)}.
   *
   * @param interrupt also ends the wait
   * @return empty if it was ended so
   */
  <T> Optional<T> mustAwait(String what, Supplier<T> activity, BooleanSupplier interrupt) {
    return must(what, () -> interruptible(activity, interrupt));
  }

  /** Empty if the interruption came first. */
  <T> Optional<T> interruptible(Supplier<T> activity, BooleanSupplier interrupt) {
    AtomicReference<Promise<T>> running = new AtomicReference<>();
    CancellationScope scope =
        Workflow.newCancellationScope(() -> running.set(Async.function(activity::get)));
    scope.run();
    Promise<T> result = running.get();
    Workflow.await(() -> result.isCompleted() || interrupt.getAsBoolean() || turnover.isDue());
    if (result.isCompleted()) {
      return Optional.of(result.get());
    }
    scope.cancel();
    // Waits for its end; how it ended does not matter any more.
    var unused = result.getFailure();
    if (turnover.isDue()) {
      throw new ContinuingAsNew();
    }
    return Optional.empty();
  }

  /** As {@link #must}, for activities that answer nothing. */
  void must(String what, Functions.Proc activity) {
    must(
        what,
        () -> {
          activity.apply();
          return null;
        });
  }

  /** What a decision brings along besides its action. */
  void use(Decision decision) {
    if (decision.accounts() != null) {
      restore.accounts = decision.accounts();
    }
  }

  /**
   * Runs steps side by side and waits for all of them, also when one fails or all are cancelled:
   * nothing of ours may still be under way when the clean-up begins.
   */
  static void together(Functions.Proc... steps) {
    List<Promise<Void>> running = new ArrayList<>();
    for (Functions.Proc step : steps) {
      running.add(Async.procedure(step));
    }
    RuntimeException first = null;
    for (Promise<Void> each : running) {
      RuntimeException failure = each.getFailure();
      if (failure != null && first == null) {
        first = failure;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
