package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.CloneHandle;
import io.rdsrestore.workflows.activity.CloneTags;
import io.rdsrestore.workflows.activity.EnsureClone;
import io.rdsrestore.workflows.activity.EnsureWhitelist;
import io.rdsrestore.workflows.activity.QuietClone;
import io.rdsrestore.workflows.activity.ReadChosenTables;
import io.rdsrestore.workflows.activity.TableLook;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.guard.TableShapes;
import io.rdsrestore.workflows.plan.HomeTriggers;
import io.rdsrestore.workflows.plan.OwnPlaces;
import io.rdsrestore.workflows.plan.PlanCheck;
import io.rdsrestore.workflows.plan.SplitForeignKeys;
import io.rdsrestore.workflows.status.CloneStatus;
import io.rdsrestore.workflows.verdict.NotRestored;
import io.rdsrestore.workflows.verdict.RestorePointVerdict;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Buys the clone, waits for it, and looks whether it holds what is wanted. */
final class CloningPhase extends Phase {

  private final CostWatch costWatch;

  CloningPhase(Restore restore, Steps steps, Gates gates, Journal journal, CostWatch costWatch) {
    super(restore, steps, gates, journal);
    this.costWatch = costWatch;
  }

  void run() {
    journal.enter(
        RestorePhase.CLONING,
        "Cloning %s as of %s"
            .formatted(restore.request.instanceId(), restore.request.restoreTo().describe()));
    if (restore.clone == null) {
      costWatch.beforePurchase();
      buy();
    }
    if (restore.cloneFacts == null) {
      awaitRunning();
    }
    open();
    lookInto();
  }

  private void buy() {
    Duration unknownOutcomeWait = restore.request.limits().unknownOutcomeWait();
    CloneHandle handle =
        steps.must(
            "buy the clone",
            () -> {
              restore.begun.add(Restore.Ours.CLONE);
              return Steps.rds(ActivityPolicies.ensure("buy the clone", unknownOutcomeWait))
                  .ensureClone(
                      new EnsureClone(
                          restore.restoreId,
                          restore.cloneOrdinal(),
                          restore.primaryReference(),
                          restore.request.restoreTo(),
                          restore.plan.purchase(),
                          restore.expires(),
                          unknownOutcomeWait));
            },
            restore.notThereIfRefused(Restore.Ours.CLONE));
    Instant now = Clock.now();
    restore.clone = new CloneStatus(handle.instanceId(), "Creating", now, null);
    restore.cloneTagged = handle.tagged();
    journal.remember();
  }

  private void awaitRunning() {
    journal.doing("Waiting until the clone %s runs".formatted(restore.clone.instanceId()));
    restore.cloneFacts =
        steps.mustAwait(
            "wait for the clone " + restore.clone.instanceId(),
            () ->
                Steps.rds(
                        ActivityPolicies.await(
                            "clone %s runs".formatted(restore.clone.instanceId()),
                            restore.request.limits().cloneWait()))
                    .awaitClone(restore.cloneReference()));
    restore.clone = restore.clone.seen(restore.cloneFacts.status());
  }

  private void open() {
    journal.doing("Letting DTS and the worker into the clone " + restore.clone.instanceId());
    Steps.together(
        this::tag,
        () ->
            steps.must(
                "add our whitelist group on the clone",
                () ->
                    Steps.rds(
                            ActivityPolicies.ensure("whitelist group on the clone", Duration.ZERO))
                        .ensureWhitelist(
                            new EnsureWhitelist(restore.cloneReference(), restore.dtsAddresses))),
        () -> steps.must("create the temporary account on the clone", this::createAccount));
  }

  /** One that did not take them when it was bought. */
  private void tag() {
    if (restore.cloneTagged) {
      return;
    }
    steps.must(
        "tag the clone",
        () ->
            Steps.rds(ActivityPolicies.ensure("tags on the clone", Duration.ZERO))
                .ensureCloneTags(
                    CloneTags.of(
                        restore.cloneReference(),
                        restore.restoreId,
                        restore.request.instanceId(),
                        restore.expires())));
    restore.cloneTagged = true;
  }

  private void createAccount() {
    if (restore.accounts.isManaged()) {
      Steps.rds(ActivityPolicies.ensure("temporary account on the clone", Duration.ZERO))
          .ensureAccount(
              restore.temporaryAccount(restore.cloneReference(), restore.chosenDatabasesInClone()));
    }
  }

  /** The instant is chosen by a person in trouble: an instant too late clones the damage. */
  private void lookInto() {
    while (restore.primaryReachable) {
      journal.doing("Looking into the clone for the chosen objects");
      QuietClone quiet =
          steps.mustAwait(
              "look into the clone",
              () ->
                  Steps.databases(ActivityPolicies.compare("chosen objects in the clone"))
                      .ensureCloneQuiet(
                          new ReadChosenTables(
                              restore.cloneLogin(), restore.primaryLogin(), restore.objects)));
      remember(quiet);
      List<GateItem> doubts = RestorePointVerdict.of(quiet.tables(), restore.objects);
      if (doubts.isEmpty()) {
        return;
      }
      Decision decision =
          gates.askOrStop(
              GateRequest.of(
                  GateKind.RESTORE_POINT,
                  "The clone as of %s may not be what is wanted: %s: %s"
                      .formatted(
                          restore.request.restoreTo().describe(),
                          doubts.get(0).name(),
                          doubts.get(0).message()),
                  doubts,
                  List.of(
                      Choice.of(Action.APPROVE, "the restore goes on with this clone"),
                      Choice.of(Action.RETRY, "the clone and the primary are looked at again"))));
      steps.use(decision);
      if (decision.action() == Action.APPROVE) {
        return;
      }
    }
  }

  private void remember(QuietClone quiet) {
    restore.shapes = TableShapes.ofSource(quiet.shapes());
    restore.cloneMayRun = quiet.mayRun();
    restore.lostDefinitions =
        NotRestored.lost(
            restore.definitions,
            quiet.definitions(),
            database -> OwnPlaces.isLost(database, restore.primary, restore.restoreId));
    learned(
        HomeTriggers.check(
            DatabaseMoves.candidates(restore), restore.lostDefinitions, restore.accounts));
    learned(
        SplitForeignKeys.check(restore.request, restore.objects, quiet.tables(), quiet.links()));
    restore.cloneCollations.clear();
    restore.cloneCollations.putAll(quiet.collations());
    restore.cloneRows.clear();
    quiet.tables().stream()
        .filter(TableLook::inClone)
        .forEach(
            look ->
                restore.cloneRows.put(
                    new QualifiedName(look.database(), look.table()).toString(), look.cloneRows()));
    if (!quiet.off().isEmpty()) {
      journal.note("Events are switched off in the clone: " + String.join(", ", quiet.off()));
    }
  }

  /** What only the clone could tell joins the plan. */
  private void learned(Optional<PlanCheck> row) {
    row.ifPresent(
        check -> {
          restore.plan = restore.plan.withChecks(List.of(check));
          journal.note(check.message());
        });
  }
}
