package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.DatabaseFacts;
import io.rdsrestore.workflows.activity.EnsureAccount;
import io.rdsrestore.workflows.activity.EnsureWhitelist;
import io.rdsrestore.workflows.activity.ManagedAccount;
import io.rdsrestore.workflows.activity.ReadServer;
import io.rdsrestore.workflows.activity.ServerFacts;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.plan.ChosenTargets;
import io.rdsrestore.workflows.plan.TargetChoice;
import io.rdsrestore.workflows.request.VerifyMode;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the primary reachable, free and undone later, and answers what only SQL there can tell. */
final class PreparingPhase extends Phase {
  /** A changed whitelist takes a moment to work; this many looks are made before it counts. */
  private static final int LOOKS = 4;

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  PreparingPhase(Restore restore, Steps steps, Gates gates, Journal journal) {
    super(restore, steps, gates, journal);
  }

  void run() {
    journal.enter(
        RestorePhase.PREPARING,
        "Letting DTS and the worker into the primary " + restore.request.instanceId());
    prepare();
    chooseTargets();
  }

  private void prepare() {
    Steps.together(
        () -> {
          restore.begun.add(Restore.Ours.WHITELIST);
          steps.must(
              "add our whitelist group on the primary",
              () ->
                  Steps.rds(ensure("whitelist group on the primary"))
                      .ensureWhitelist(
                          new EnsureWhitelist(restore.primaryReference(), restore.dtsAddresses)));
        },
        () -> steps.must("create the temporary account on the primary", this::createAccount));
  }

  /** Looked at in each attempt: a person may have named an existing account instead. */
  private void createAccount() {
    if (restore.accounts.isManaged()) {
      restore.begun.add(Restore.Ours.ACCOUNT);
      Steps.rds(ensure("temporary account on the primary"))
          .ensureAccount(
              new EnsureAccount(
                  new ManagedAccount(restore.primaryReference(), restore.restoreId),
                  databasesThatExist()));
    }
  }

  private void chooseTargets() {
    while (true) {
      journal.doing("Looking on the primary which of the chosen names are free");
      ServerFacts server = readServer();
      restore.primaryReachable = server.reachable();
      if (!server.reachable() && !mayGoOnUnseen(server)) {
        continue;
      }
      ChosenTargets chosen =
          TargetChoice.decide(restore.request, restore.restorePoint, restore.primary, server);
      if (chosen.conflicts().isEmpty()) {
        restore.objects = chosen.objects();
        restore.plan = restore.plan.withObjects(chosen.objects());
        return;
      }
      steps.use(
          gates.askAfterFailure(
              chosen.conflicts().get(0).message(),
              chosen.conflicts().stream()
                  .map(check -> GateItem.of(check.id(), check.message(), check.remedy()))
                  .toList(),
              "the names on the primary are looked at again"));
    }
  }

  private ServerFacts readServer() {
    ServerFacts server = look();
    for (int look = 1; look < LOOKS && !server.reachable(); look++) {
      Workflow.sleep(BETWEEN_LOOKS);
      server = look();
    }
    return server;
  }

  private ServerFacts look() {
    return steps.must(
        "look into the primary",
        () ->
            Steps.databases(ActivityPolicies.read("chosen names on the primary"))
                .readServer(new ReadServer(restore.primaryLogin(), List.copyOf(names()))));
  }

  /** True to go on without SQL on the primary; false to look again. */
  private boolean mayGoOnUnseen(ServerFacts server) {
    if (restore.request.verify() == VerifyMode.NONE) {
      journal.note("The worker does not reach the primary: " + server.unreachableBecause());
      return true;
    }
    Decision decision =
        gates.askOrStop(
            GateRequest.of(
                GateKind.FAILURE,
                "The worker does not reach the primary, so it could not compare what is restored",
                List.of(
                    GateItem.of(
                        "database.reachable",
                        server.unreachableBecause(),
                        "give the worker a way to %s, and its address in its configuration"
                            .formatted(restore.primary.address().text()))),
                List.of(
                    Choice.of(Action.RETRY, "it is tried again"),
                    Choice.of(
                        Action.APPROVE,
                        "the restore goes on; the report will say \"not compared\""))));
    steps.use(decision);
    return decision.action() == Action.APPROVE;
  }

  /** Every database name that a target could have. */
  private Set<String> names() {
    return new LinkedHashSet<>(
        TargetChoice.databasesToLookInto(restore.request, restore.restorePoint));
  }

  private List<String> databasesThatExist() {
    Set<String> existing =
        restore.primary.databases().stream().map(DatabaseFacts::name).collect(Collectors.toSet());
    return names().stream().filter(existing::contains).toList();
  }

  private ActivityOptions ensure(String summary) {
    return ActivityPolicies.ensure(summary, Duration.ZERO);
  }
}
