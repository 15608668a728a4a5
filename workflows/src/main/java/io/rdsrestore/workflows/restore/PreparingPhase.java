package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.DatabaseFacts;
import io.rdsrestore.workflows.activity.EnsureWhitelist;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.ReadSchema;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.activity.TargetNames;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.plan.CheckStatus;
import io.rdsrestore.workflows.plan.CostCheck;
import io.rdsrestore.workflows.plan.InstanceChecks;
import io.rdsrestore.workflows.plan.PlanCheck;
import io.rdsrestore.workflows.plan.PolicyChecks;
import io.rdsrestore.workflows.plan.SqlChecks;
import io.rdsrestore.workflows.plan.TargetChoice;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.VerifyMode;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the primary reachable, free and undone later, and answers what only SQL there can tell. */
final class PreparingPhase extends Phase {
  /** A changed whitelist takes a moment to work; this many looks are made before it counts. */
  private static final int LOOKS = 4;

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  PreparingPhase(Restore restore, Steps steps, Gates gates, Journal journal) {
    super(restore, steps, gates, journal);
  }

  /** True once the primary is prepared; false if the plan does not hold any more. */
  boolean run() {
    if (!restore.seenAfterApproval && Changes.PRIMARY_IS_SEEN_AFTER_APPROVAL.isIn()) {
      journal.enter(
          RestorePhase.PREPARING,
          "Looking whether the primary is still as in plan " + restore.plan.hash());
      if (hasChangedMeanwhile()) {
        return false;
      }
      restore.seenAfterApproval = true;
    }
    String doing = "Letting DTS and the worker into the primary " + restore.request.instanceId();
    journal.enter(RestorePhase.PREPARING, doing);
    prepare();
    lookAndChooseTargets();
    return true;
  }

  /** An approval may come after days: what is about to be changed is looked at once more. */
  private boolean hasChangedMeanwhile() {
    BigDecimal limitBefore = costLimit();
    InstanceFacts now = new PrimaryLook(restore, steps, gates).read(restore.primaryReference());
    Optional<String> because =
        Stream.concat(
                InstanceChecks.of(now).stream(),
                PolicyChecks.of(restore.request, now.policy()).stream())
            .filter(check -> check.status() == CheckStatus.BLOCKER)
            .findFirst()
            .or(() -> loweredLimit(limitBefore))
            .map(PlanCheck::message);
    because.ifPresent(
        message -> {
          restore.outdated = new OutdatedPlan(restore.plan.hash(), message);
          journal.note("The plan is made anew: " + message);
        });
    return because.isPresent();
  }

  /** Of request and policy, as they are known now; null: none. */
  private BigDecimal costLimit() {
    return restore.rules().capped(restore.request.limits().maxCost());
  }

  /** A limit that the policy has got since: what was approved may pass it. */
  private Optional<PlanCheck> loweredLimit(BigDecimal before) {
    BigDecimal after = costLimit();
    boolean lowered = after != null && (before == null || after.compareTo(before) < 0);
    if (!lowered || restore.plan.price() == null || !Changes.LOWERED_COST_LIMIT_IS_TOLD.isIn()) {
      return Optional.empty();
    }
    PlanCheck now =
        CostCheck.of(
            restore.plan.price(),
            restore.plan.expectedCost(),
            restore.request.limits().maxCost(),
            restore.policy);
    if (now.status() == CheckStatus.OK) {
      journal.note("The policy has changed since the plan was made: " + now.message());
      return Optional.empty();
    }
    return Optional.of(now);
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
              restore.temporaryAccount(restore.primaryReference(), databasesThatExist()));
    }
  }

  /** What only SQL tells joins the plan; where it stands in the way a person is asked. */
  private void lookAndChooseTargets() {
    while (true) {
      journal.doing("Looking into the primary: names, keys, foreign keys, triggers, running DDL");
      SchemaFacts facts = readSchema();
      restore.primaryReachable = facts.reachable();
      if (!facts.reachable() && !mayGoOnUnseen(facts)) {
        continue;
      }
      restore.definitions = facts.definitions();
      restore.plan =
          restore.plan.withChecks(
              SqlChecks.of(
                  restore.request,
                  restore.restorePoint,
                  restore.restoreId,
                  restore.primary,
                  facts));
      List<PlanCheck> blockers = restore.plan.blockers();
      if (blockers.isEmpty()) {
        restore.objects =
            TargetChoice.decide(
                    restore.request,
                    restore.restorePoint,
                    restore.restoreId,
                    restore.primary,
                    facts)
                .objects();
        restore.plan = restore.plan.withObjects(restore.objects);
        return;
      }
      steps.use(
          gates.askAfterFailure(
              blockers.get(0).message(),
              blockers.stream().map(GateItem::of).toList(),
              "the primary is looked at again"));
    }
  }

  private SchemaFacts readSchema() {
    SchemaFacts facts = look();
    for (int look = 1; look < LOOKS && !facts.reachable(); look++) {
      Workflow.sleep(BETWEEN_LOOKS);
      facts = look();
    }
    return facts;
  }

  private SchemaFacts look() {
    return steps.must(
        "look into the primary",
        () ->
            Steps.databases(ActivityPolicies.read("what SQL tells about the primary"))
                .readSchema(
                    new ReadSchema(
                        restore.primaryLogin(),
                        restore.request.objects(),
                        TargetChoice.namesToLookFor(restore.request, restore.restorePoint))));
  }

  /** True to go on without SQL on the primary; false to look again. */
  private boolean mayGoOnUnseen(SchemaFacts facts) {
    if (restore.request.verify() == VerifyMode.NONE) {
      journal.note("The worker does not reach the primary: " + facts.unreachableBecause());
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
                        facts.unreachableBecause(),
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

  /** The chosen databases and those that a target could be, as far as RDS has them. */
  private List<String> databasesThatExist() {
    Set<String> existing =
        restore.primary.databases().stream().map(DatabaseFacts::name).collect(Collectors.toSet());
    return Stream.concat(
            restore.request.objects().stream().map(DatabaseSelection::database),
            TargetChoice.namesToLookFor(restore.request, restore.restorePoint).stream()
                .map(TargetNames::database))
        .distinct()
        .filter(existing::contains)
        .toList();
  }

  private ActivityOptions ensure(String summary) {
    return ActivityPolicies.ensure(summary, Duration.ZERO);
  }
}
