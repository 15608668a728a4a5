package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.Counted;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.activity.EnsureWhitelist;
import io.rdsrestore.workflows.activity.LoginFacts;
import io.rdsrestore.workflows.activity.LoginOutcome;
import io.rdsrestore.workflows.activity.OwnerActivities;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.merge.UnmergedTable;
import io.rdsrestore.workflows.sweep.OwnerQuery;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes a swap or a merge back after its restore has ended: opens the primary once more, and closes
 * it again. Not while another restore of the primary runs, which may be reading or moving the same
 * tables.
 */
final class LateUndo extends Phase {
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  /** A new account and a changed whitelist take a moment to work. */
  private static final int LOGINS = 4;

  private static final Duration BETWEEN_LOGINS = Duration.ofSeconds(5);

  private final Turnover turnover;
  private final CleaningPhase cleaning;

  LateUndo(
      Restore restore,
      Steps steps,
      Gates gates,
      Journal journal,
      Turnover turnover,
      CleaningPhase cleaning) {
    super(restore, steps, gates, journal);
    this.turnover = turnover;
    this.cleaning = cleaning;
  }

  /** Until it is done, or given up for now. */
  void run() {
    Optional<GateRequest> asked = gates.unanswered(GateKind.SWAP);
    boolean wanted = asked.isEmpty() || isTriedAgain(asked.get());
    while (wanted && restore.undone == null) {
      try {
        waitForOthers();
        open();
        takeBack();
      } catch (StepFailed failed) {
        wanted = isTriedAgain(gate(failed.trouble()));
      }
    }
    if (restore.undone == null) {
      journal.note("The %s is not taken back for now".formatted(restore.undo.what()));
    } else {
      restore.undo = null;
    }
    restore.undoDecidedBy = null;
    cleaning.closePrimary();
  }

  private boolean isTriedAgain(GateRequest asked) {
    return gates.ask(asked).filter(said -> said.action() == Action.RETRY).isPresent();
  }

  private GateRequest gate(Trouble trouble) {
    return GateRequest.of(
        GateKind.SWAP,
        "Could not take the %s back: %s".formatted(restore.undo.what(), trouble.message()),
        List.of(GateItem.of(trouble.code().name(), trouble.message(), trouble.remedy())),
        List.of(
            Choice.of(Action.RETRY, "it is tried again"),
            Choice.of(
                Action.LEAVE,
                "it stays as it is; it can be asked for again until " + restore.undo.until()),
            Choice.of(Action.ABORT, KeepWords.abortLeadsTo(restore))));
  }

  private void waitForOthers() throws StepFailed {
    Duration pause = FIRST_PAUSE;
    boolean told = false;
    while (isPrimaryInUse()) {
      if (!told) {
        journal.doing(
            "The %s is taken back once %s, which runs now, has ended"
                .formatted(
                    restore.undo.what(), RestoreContract.workflowId(restore.request.instanceId())));
        told = true;
      }
      Timers.await(pause, "looks again whether another restore runs", turnover::isDue);
      if (turnover.isDue()) {
        throw new ContinuingAsNew();
      }
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
    }
  }

  private boolean isPrimaryInUse() throws StepFailed {
    String instance = restore.request.instanceId();
    return Steps.attempt(
            () ->
                Workflow.newActivityStub(
                        OwnerActivities.class,
                        ActivityPolicies.read("ask whether another restore of it runs"))
                    .readOwners(new OwnerQuery(List.of(instance), List.of())))
        .uses(instance);
  }

  /** As a restore does before it looks into the primary. */
  private void open() throws StepFailed {
    journal.doing("Letting the worker into the primary " + restore.request.instanceId());
    restore.begun.add(Restore.Ours.WHITELIST);
    Steps.attempt(
        () -> {
          restore.primary =
              Steps.rds(ActivityPolicies.read("the primary " + restore.request.instanceId()))
                  .readInstance(restore.primaryReference());
          Steps.rds(ActivityPolicies.ensure("whitelist group on the primary", Duration.ZERO))
              .ensureWhitelist(new EnsureWhitelist(restore.primaryReference(), List.of()));
        });
    if (restore.accounts.isManaged()) {
      restore.begun.add(Restore.Ours.ACCOUNT);
      Steps.attempt(
          () ->
              Steps.rds(ActivityPolicies.ensure("temporary account on the primary", Duration.ZERO))
                  .ensureAccount(
                      restore.temporaryAccount(
                          restore.primaryReference(), restore.undo.databases())));
    }
    LoginFacts login = login();
    for (int look = 1; look < LOGINS && login.outcome() != LoginOutcome.OK; look++) {
      Workflow.sleep(BETWEEN_LOGINS);
      login = login();
    }
  }

  private LoginFacts login() throws StepFailed {
    return Steps.attempt(
        () ->
            Steps.databases(ActivityPolicies.glance("login to " + restore.request.instanceId()))
                .readLogin(restore.primaryLogin()));
  }

  private void takeBack() throws StepFailed {
    String who = Objects.requireNonNullElse(restore.undoDecidedBy, "somebody");
    if (restore.undo.merge() == null) {
      journal.doing("Swapping the tables back");
      restore.moving = restore.undo.swapped();
      Steps.attempt(
          () ->
              Steps.databases(ActivityPolicies.swap("undo"))
                  .ensureSwappedBack(restore.swapTables(restore.undo.swapped())));
      restore.moving = List.of();
      restore.swappedBack.addAll(restore.undo.swapped());
      restore.undone =
          "The tables of before are in place again (%s), by decision of %s"
              .formatted(Counted.of(restore.undo.swapped().size(), "table"), who);
    } else {
      journal.doing("Taking the merge out again");
      List<UnmergedTable> tables =
          Steps.attempt(
              () ->
                  Steps.databases(ActivityPolicies.merge("undo of the merge"))
                      .ensureUnmerged(Merges.tables(restore, restore.undo.merge())));
      tables.stream().map(Merges::undoneNote).forEach(restore.mergeNotes::add);
      restore.undone = "The merge is taken out again, by decision of " + who;
    }
    journal.note(restore.undone);
  }
}
