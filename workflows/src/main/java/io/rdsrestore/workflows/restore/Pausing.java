package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKeeper;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import java.time.Duration;
import java.util.List;

/**
 * Stops what burdens the primary and waits until a person lets it go on. A pause is bounded: DTS
 * cannot resume a job that was paused for more than a week.
 */
final class Pausing extends Phase {
  /** Longer pauses end in the state failed (DTS: paused for more than 7 days). */
  private static final Duration LONGEST = Duration.ofDays(6);

  private final GateKeeper keeper;

  Pausing(Restore restore, Steps steps, Gates gates, Journal journal, GateKeeper keeper) {
    super(restore, steps, gates, journal);
    this.keeper = keeper;
  }

  /** Why a person wants a pause. */
  String wish() {
    Decision pause = keeper.pause().orElseThrow();
    return "%s wants a pause%s"
        .formatted(
            pause.actor() == null ? "somebody" : pause.actor(),
            pause.comment() == null ? "" : ": " + pause.comment());
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
            GateRequest.of(
                GateKind.PRESSURE,
                "Paused: " + restore.pausedBecause,
                List.of(
                    GateItem.of(
                        restore.request.instanceId(),
                        "what was copied so far stays on the primary; a copy that is paused for more than 6 hours may not be resumable",
                        "when the primary can bear it, resume; \"migration\" makes the copy slower from then on")),
                List.of(Choice.of(Action.RESUME, leadsTo))),
            deadline.compareTo(LONGEST) < 0 ? deadline : LONGEST);
    steps.use(decision);
    restore.pausedBecause = null;
    if (decision.migration() == null) {
      return false;
    }
    restore.rate = decision.migration();
    return true;
  }
}
