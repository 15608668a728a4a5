package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKeeper;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.guard.TableShapes;
import java.time.Duration;
import java.util.List;

/**
 * Stops what burdens the primary and waits until a person lets it go on. A pause is bounded: DTS
 * cannot resume a job that was paused for more than a week.
 */
final class Pausing extends Phase {
  /** Longer pauses end in the state failed (DTS: paused for more than 7 days). */
  private static final Duration LONGEST = Duration.ofDays(6);

  private static final String NOT_FOR_LONG =
      "a copy that is paused for more than 6 hours may not be resumable";

  private final GateKeeper keeper;

  Pausing(Restore restore, Steps steps, Gates gates, Journal journal, GateKeeper keeper) {
    super(restore, steps, gates, journal);
    this.keeper = keeper;
  }

  /** Why a person wants a pause. */
  String wish() {
    Decision pause = keeper.pause().orElseThrow();
    return "%s wants a pause%s"
        .formatted(pause.who(), pause.comment() == null ? "" : ": " + pause.comment());
  }

  /**
   * Asks until somebody says resume.
   *
   * @param leadsTo what follows from that
   * @return whether the copy shall have another speed
   */
  boolean awaitResume(String leadsTo) {
    Duration deadline = restore.request.limits().decisionDeadline();
    Decision decision =
        gates.askOrStop(
            restore.tableChanges.isEmpty() ? pressure(leadsTo) : changes(leadsTo),
            deadline.compareTo(LONGEST) < 0 ? deadline : LONGEST);
    steps.use(decision);
    restore.pausedBecause = null;
    if (!restore.tableChanges.isEmpty()) {
      restore.tableChanges = List.of();
      restore.shapes = TableShapes.none();
    }
    if (decision.migration() == null) {
      return false;
    }
    restore.rate = decision.migration();
    return true;
  }

  private GateRequest pressure(String leadsTo) {
    return GateRequest.of(
        GateKind.PRESSURE,
        "Paused: " + restore.pausedBecause,
        List.of(
            GateItem.of(
                restore.request.instanceId(),
                "what was copied so far stays on the primary; " + NOT_FOR_LONG,
                "when the primary can bear it, resume; \"migration\" makes the copy slower from then on")),
        List.of(Choice.of(Action.RESUME, leadsTo)));
  }

  private GateRequest changes(String leadsTo) {
    return GateRequest.of(
        GateKind.DDL,
        "Tables are changed while they are copied; the copy is paused",
        restore.tableChanges.stream()
            .map(
                change ->
                    GateItem.of(
                        restore.cloneChanges.contains(change)
                            ? restore.clone.instanceId()
                            : restore.request.instanceId(),
                        change + "; " + NOT_FOR_LONG,
                        "ask who does that to stop; put the table back as it was and resume, or copy again under other names"))
            .toList(),
        List.of(
            Choice.of(
                Action.RESUME, leadsTo + "; the tables as they are then are taken for right")));
  }
}
