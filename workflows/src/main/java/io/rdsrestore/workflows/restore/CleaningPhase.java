package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.ManagedAccount;
import io.rdsrestore.workflows.activity.Removal;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.status.LeftBehind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Removes what is ours: a DTS job first (I4), then account, whitelist entries and clone, each on
 * its own. Runs on a detached scope, so that neither an abort nor a cancel stops it.
 */
final class CleaningPhase extends Phase {
  private final Map<Restore.Ours, Trouble> failed = new EnumMap<>(Restore.Ours.class);
  private final Removals removals;

  CleaningPhase(Restore restore, Steps steps, Gates gates, Journal journal, Removals removals) {
    super(restore, steps, gates, journal);
    this.removals = removals;
  }

  void run() {
    CloneStays staying = new CloneStays(restore, journal);
    boolean stays = staying.begin();
    if (restore.begun.isEmpty() && !stays) {
      return;
    }
    journal.enter(
        RestorePhase.CLEANING,
        restore.isCloneBeingMade() && restore.begun.contains(Restore.Ours.CLONE)
            ? "Removing the temporaries of this restore; RDS deletes the clone only once it runs"
            : "Removing the temporaries of this restore");
    do {
      failed.clear();
      removeAll();
    } while (!failed.isEmpty() && askToRetry());
    failed.forEach(
        (ours, trouble) ->
            restore.left.add(
                new LeftBehind(
                    OursInWords.describe(ours, restore),
                    trouble.message(),
                    OursInWords.removeWith(ours, restore))));
    if (stays) {
      staying.end();
    }
  }

  /** The account and the whitelist entry of an undo; what stays is removed with the rest. */
  void closePrimary() {
    failed.clear();
    remove(Restore.Ours.ACCOUNT, this::removeAccount);
    remove(Restore.Ours.WHITELIST, this::removeWhitelist);
    failed.forEach(
        (ours, trouble) ->
            journal.note(
                "Could not remove %s for now: %s"
                    .formatted(OursInWords.describe(ours, restore), trouble.message())));
  }

  private void removeAll() {
    remove(Restore.Ours.JOB, removals::removeJob);
    remove(Restore.Ours.ACCOUNT, this::removeAccount);
    remove(Restore.Ours.WHITELIST, this::removeWhitelist);
    if (!restore.begun.contains(Restore.Ours.JOB)) {
      remove(Restore.Ours.CLONE, removals::removeClone);
    } else if (restore.begun.contains(Restore.Ours.CLONE)) {
      failed.put(
          Restore.Ours.CLONE,
          new Trouble(
              failed.get(Restore.Ours.JOB).code(),
              "it is kept as long as the DTS job that reads it is there",
              null,
              false));
    }
  }

  private void remove(Restore.Ours ours, Supplier<Removal> removal) {
    if (!restore.begun.contains(ours)) {
      return;
    }
    try {
      Removal done = Steps.attempt(removal);
      restore.begun.remove(ours);
      for (Removal.LeftOver left : done.left()) {
        restore.left.add(
            new LeftBehind(left.id(), left.why(), OursInWords.removeWith(ours, restore)));
      }
    } catch (StepFailed stepFailed) {
      failed.put(ours, stepFailed.trouble());
    }
  }

  private Removal removeAccount() {
    Steps.rds(ActivityPolicies.remove("remove the temporary account", Duration.ZERO))
        .removeAccount(new ManagedAccount(restore.primaryReference(), restore.restoreId));
    return new Removal(List.of(), List.of());
  }

  private Removal removeWhitelist() {
    Steps.rds(ActivityPolicies.remove("close the whitelist group", Duration.ZERO))
        .removeWhitelist(restore.primaryReference());
    return new Removal(List.of(), List.of());
  }

  private boolean askToRetry() {
    List<GateItem> items = new ArrayList<>();
    failed.forEach(
        (ours, trouble) ->
            items.add(
                GateItem.of(
                    OursInWords.describe(ours, restore), trouble.message(), trouble.remedy())));
    Optional<Decision> decision =
        gates.ask(
            GateRequest.of(
                GateKind.CLEANUP,
                "Could not remove " + items.get(0).name() + ": " + items.get(0).message(),
                items,
                List.of(
                    Choice.of(Action.RETRY, "they are removed again"),
                    Choice.of(
                        Action.ABORT,
                        "it ends; the report lists what is left with the command that"
                            + " removes it"))));
    return decision.isPresent() && decision.get().action() == Action.RETRY;
  }
}
