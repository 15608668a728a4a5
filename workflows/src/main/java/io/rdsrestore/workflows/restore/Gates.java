package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateCommands;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKeeper;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a phase asks a person. One gate is open at a time; a second one waits for its turn. */
final class Gates {
  private static final Choice ABORT =
      Choice.of(Action.ABORT, "the restore stops, removes what it has made and reports");

  private final Restore restore;
  private final GateKeeper keeper;
  private final Journal journal;
  private boolean asking;

  Gates(Restore restore, GateKeeper keeper, Journal journal) {
    this.restore = restore;
    this.keeper = keeper;
    this.journal = journal;
  }

  /**
   * Opens a gate and waits for a decision.
   *
   * @return empty if its deadline has passed
   */
  Optional<Decision> ask(GateRequest wanted) {
    Workflow.await(() -> !asking);
    asking = true;
    try {
      return openAndWait(withAbort(wanted));
    } finally {
      asking = false;
    }
  }

  /** As {@link #ask}, where nobody deciding means to stop. */
  Decision askOrStop(GateRequest wanted) {
    String gate = keeper.nextGate(wanted.kind());
    return ask(wanted)
        .orElseThrow(
            () ->
                new RestoreStopped(
                    "nobody decided at %s within %s"
                        .formatted(gate, restore.request.limits().decisionDeadline())));
  }

  /** Something failed that a person can mend: asks for retry or abort. */
  Decision askAfterFailure(String what, List<GateItem> items, String retryLeadsTo) {
    return askOrStop(
        GateRequest.of(
            GateKind.FAILURE, what, items, List.of(Choice.of(Action.RETRY, retryLeadsTo))));
  }

  /** The restore has decided something itself. */
  void recordOwn(String action, String note) {
    keeper.recordOwn(action, note, Clock.now());
    journal.note("rds-restore: " + note);
  }

  private Optional<Decision> openAndWait(GateRequest wanted) {
    Instant now = Clock.now();
    Duration limit = restore.request.limits().decisionDeadline();
    String id = keeper.nextGate(wanted.kind());
    Gate gate =
        new Gate(
            id,
            wanted.kind(),
            now,
            now.plus(limit),
            wanted.reason(),
            wanted.items(),
            wanted.choices(),
            GateCommands.of(restore.workflowId, id, wanted),
            wanted.planHash());
    keeper.open(gate, now);
    if (keeper.decided().isEmpty()) {
      String before = restore.doing;
      restore.doing = "Waiting for a decision at " + id;
      journal.waiting(gate);
      try {
        Timers.await(limit, "deadline of " + id, () -> keeper.decided().isPresent());
      } catch (CanceledFailure cancelled) {
        keeper.close();
        journal.waitingNoMore("The restore stops while it waited at " + id);
        throw cancelled;
      }
      keeper.close();
      restore.doing = before;
      journal.waitingNoMore(
          keeper
              .decided()
              .map(decision -> "%s at %s".formatted(said(decision), id))
              .orElse("Nobody decided at %s until its deadline".formatted(id)));
    } else {
      journal.note(
          "%s at %s, decided before it opened".formatted(said(keeper.decided().get()), id));
    }
    return keeper.decided();
  }

  private static String said(Decision decision) {
    return "%s said %s"
        .formatted(
            decision.actor() == null ? "Somebody" : decision.actor(), decision.action().word());
  }

  private static GateRequest withAbort(GateRequest wanted) {
    if (wanted.choices().stream().anyMatch(choice -> choice.action() == Action.ABORT)) {
      return wanted;
    }
    List<Choice> choices = new ArrayList<>(wanted.choices());
    choices.add(ABORT);
    return new GateRequest(
        wanted.kind(), wanted.reason(), wanted.items(), choices, wanted.planHash());
  }
}
