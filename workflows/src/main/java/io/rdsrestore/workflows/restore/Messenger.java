package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.activity.NotifyActivities;
import io.rdsrestore.workflows.language.Language;
import io.rdsrestore.workflows.notify.Notice;
import io.rdsrestore.workflows.notify.NoticeSource;
import io.rdsrestore.workflows.notify.Notices;
import io.rdsrestore.workflows.notify.NotifyFacts;
import io.rdsrestore.workflows.notify.Told;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Sends notices on their way. Nothing waits for one: a receiver that hangs, refuses or fails costs
 * a restore no time.
 */
final class Messenger {
  private Messenger() {}

  /** This run of a restore, or of what keeps its clone, as the source of a notice. */
  static NoticeSource source(Restore restore) {
    RestoreRequest request = restore.request;
    return source(restore.restoreId, request.instanceId(), request.regionId(), request.language());
  }

  /** This run of a workflow that belongs to no restore, likewise. */
  static NoticeSource source() {
    return source(null, null, null, null);
  }

  private static NoticeSource source(
      String restoreId, String instanceId, String regionId, Language language) {
    WorkflowInfo info = Workflow.getInfo();
    return new NoticeSource(
        info.getWorkflowId(), info.getRunId(), restoreId, instanceId, regionId, language);
  }

  /**
   * One that was sent.
   *
   * @param scope ends it, while it is on its way
   * @param told its end
   */
  record Sent(CancellationScope scope, Promise<Told> told) {
    boolean isOnItsWay() {
      return !told.isCompleted();
    }

    void giveUp() {
      if (isOnItsWay()) {
        scope.cancel();
      }
    }
  }

  /**
   * Sends one that is moot once this workflow has ended; the timeline says why, if nobody could be
   * reached for hours.
   *
   * @return empty if it goes to nobody
   */
  static Optional<Sent> send(Notice notice, Restore restore, Journal journal) {
    if (!restore.notifications.reaches(notice)) {
      return Optional.empty();
    }
    AtomicReference<Promise<Told>> sent = new AtomicReference<>();
    CancellationScope scope =
        Workflow.newDetachedCancellationScope(
            () ->
                sent.set(
                    Async.function(
                        Workflow.newActivityStub(
                                NotifyActivities.class,
                                ActivityPolicies.tell("tell " + notice.kind().word()))
                            ::ensureTold,
                        notice)));
    scope.run();
    var unused =
        sent.get()
            .handle(
                (told, failure) -> {
                  if (failure instanceof ActivityFailure failed
                      && !(failed.getCause() instanceof CanceledFailure)) {
                    journal.note(Notices.notTold(notice, Trouble.of(failed).message()));
                  }
                  return null;
                });
    return Optional.of(new Sent(scope, sent.get()));
  }

  /**
   * Hands over the last word of a workflow that ends.
   *
   * @param facts whom the worker tells; null: nobody
   */
  static void handOver(NotifyFacts facts, Supplier<Notice> lastWord) {
    if (facts == null) {
      return;
    }
    Notice notice = lastWord.get();
    if (facts.reaches(notice)) {
      LastChild.start(
          RestoreContract.NOTIFY_WORKFLOW_TYPE,
          RestoreContract.notifyWorkflowId(notice.id()),
          "tells " + notice.kind().word(),
          notice);
    }
  }
}
