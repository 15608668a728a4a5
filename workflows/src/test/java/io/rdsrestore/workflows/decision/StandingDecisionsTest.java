package io.rdsrestore.workflows.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.RestorePoint;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.request.TargetMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Withdrawing, pausing, changing the plan, and gates that are set aside. */
class StandingDecisionsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final RestoreRequest REQUEST =
      RestoreRequest.of(
          "cn-hangzhou",
          "rm-primary01",
          RestorePoint.at(NOW.minusSeconds(600)),
          List.of(DatabaseSelection.tables("shop", "orders")),
          "ana",
          "INC-4711");

  private final GateKeeper keeper = new GateKeeper();
  private boolean bought;

  StandingDecisionsTest() {
    keeper.rule(
        new RequestRule(() -> REQUEST, () -> new BigDecimal("10"), () -> NOW, () -> bought));
  }

  @Test
  void aDecisionThatWaitsIsTakenBackByItsNumberOrId() {
    keeper.receive(Decision.of(Action.RETRY, "precheck-1", "ana", null), NOW);
    keeper.receive(
        Decision.builder(Action.RETRY).gate("precheck-2").actor("ben").id("t-9").build(), NOW);

    assertThat(keeper.judge(withdraw(null)).sentence())
        .isEqualTo("it must say which decision is meant, \"decision\": one of \"1\", \"2\"");
    assertThat(keeper.receive(withdraw("t-9"), NOW).sentence())
        .isEqualTo("decision 2 (retry) is taken back");
    assertThat(keeper.receive(withdraw(null), NOW).sentence())
        .isEqualTo("decision 1 (retry) is taken back");
    open(GateKind.PRECHECK, Action.RETRY);

    assertThat(keeper.decided()).isEmpty();
    assertThat(keeper.records())
        .filteredOn(record -> record.outcome() == DecisionOutcome.WITHDRAWN)
        .extracting(DecisionRecord::number)
        .containsExactly(2, 1);
    assertThat(keeper.judge(withdraw("1")).sentence())
        .isEqualTo("no decision waits for its gate: there is nothing to take back");
  }

  @Test
  void aPauseActsOnlyWhereSomethingCanBePaused() {
    assertThat(keeper.judge(pause()).sentence())
        .isEqualTo(
            "the restore is in PLANNING, where nothing is copied or compared: there is nothing to"
                + " pause");
    keeper.pausable(true);

    assertThat(keeper.receive(pause(), NOW)).isInstanceOf(Verdict.Acts.class);
    assertThat(keeper.pause()).isPresent();
    assertThat(keeper.judge(pause()).sentence()).isEqualTo("it is being paused already");
    keeper.paused();
    assertThat(keeper.pause()).isEmpty();
    assertThat(keeper.judge(Decision.of(Action.RESUME, null, "ana", null)).sentence())
        .isEqualTo("nothing is paused");
  }

  @Test
  void aChangeIsHeldAgainstTheRulesOfARequest() {
    open(GateKind.PRECHECK, Action.CHANGE_OBJECTS, Action.CHANGE_RESTORE_POINT);

    assertThat(objection(Decision.builder(Action.CHANGE_OBJECTS)))
        .isEqualTo("it says neither objects nor target: nothing would change");
    assertThat(objection(Decision.builder(Action.CHANGE_OBJECTS).target(TargetMode.AUTO)))
        .isEqualTo("it is what the restore does already: nothing would change");
    assertThat(
            objection(
                Decision.builder(Action.CHANGE_OBJECTS)
                    .objects(List.of(DatabaseSelection.tables("mysql", "user")))))
        .startsWith("objects[0].database: ");
    assertThat(objection(Decision.builder(Action.CHANGE_RESTORE_POINT)))
        .startsWith("it says no restoreTo, for example {\"time\"");
    assertThat(
            objection(
                Decision.builder(Action.CHANGE_RESTORE_POINT)
                    .restoreTo(RestorePoint.at(NOW.plusSeconds(60)))))
        .contains("is in the future");
    assertThat(
            keeper.judge(
                Decision.builder(Action.CHANGE_OBJECTS).target(TargetMode.SIDE_BY_SIDE).build()))
        .isInstanceOf(Verdict.Acts.class);
  }

  @Test
  void aCloneThatSomebodyDeletedIsReplacedByOneOfTheSameInstant() {
    open(GateKind.FAILURE, Action.CHANGE_RESTORE_POINT);
    Decision same =
        Decision.builder(Action.CHANGE_RESTORE_POINT)
            .gate("failure-1")
            .restoreTo(REQUEST.restoreTo())
            .build();

    assertThat(keeper.judge(same).sentence())
        .isEqualTo("it is what the restore does already: nothing would change");
    bought = true;
    assertThat(keeper.judge(same)).isInstanceOf(Verdict.Acts.class);
  }

  @Test
  void anAbortOfAKeptCloneCannotKeepIt() {
    keeper.enter(RestorePhase.KEEPING, NOW);

    assertThat(keeper.judge(Decision.builder(Action.ABORT).keepClone(true).build()).sentence())
        .isEqualTo(
            "here an abort removes the clone, so it cannot keep it: to keep it longer, extend");
    assertThat(keeper.judge(Decision.builder(Action.ABORT).build()))
        .isInstanceOf(Verdict.Acts.class);
  }

  @Test
  void anotherRestorePointBuysAgainSoItMustNameItsGate() {
    open(GateKind.RESTORE_POINT, Action.CHANGE_RESTORE_POINT);

    assertThat(
            keeper
                .judge(
                    Decision.builder(Action.CHANGE_RESTORE_POINT)
                        .restoreTo(RestorePoint.backup("1"))
                        .build())
                .sentence())
        .isEqualTo("changeRestorePoint must name its gate: \"gate\": \"restorePoint-1\"");
  }

  @Test
  void aCostIsRaisedOnlyAboveTheLimit() {
    open(GateKind.COST, Action.APPROVE);
    DecisionBuilder approve = Decision.builder(Action.APPROVE).gate("cost-1");

    assertThat(keeper.judge(approve.build()).sentence())
        .isEqualTo("it says no new limit: \"maxCost\": a number above 10");
    assertThat(keeper.judge(approve.maxCost(BigDecimal.TEN).build()).sentence())
        .isEqualTo("its maxCost 10 is not above the present limit, 10");
    assertThat(keeper.judge(approve.maxCost(new BigDecimal("11")).build()))
        .isInstanceOf(Verdict.Acts.class);
  }

  @Test
  void aDangerousItemIsSkippedOnlyByNameOfItsDanger() {
    GateItem dangerous =
        new GateItem("CHECK_SAME_OBJ", "there", null, List.of(), true, "existingRowsStay");
    keeper.open(gate(GateKind.PRECHECK, List.of(dangerous), Action.SKIP_PRECHECK_ITEMS), NOW);
    DecisionBuilder skip =
        Decision.builder(Action.SKIP_PRECHECK_ITEMS).items(List.of("CHECK_SAME_OBJ"));

    assertThat(keeper.judge(skip.build()).sentence())
        .isEqualTo(
            "skipping CHECK_SAME_OBJ must acknowledge what it means: \"acknowledge\":"
                + " [\"existingRowsStay\"]");
    assertThat(keeper.judge(skip.acknowledge(List.of("existingRowsStay")).build()))
        .isInstanceOf(Verdict.Acts.class);
  }

  @Test
  void whatIsDecidedForAGateThatIsSetAsideActsWhenItOpensAgain() {
    open(GateKind.PRECHECK, Action.RETRY);
    keeper.suspend();
    open(GateKind.COST, Action.APPROVE);

    assertThat(keeper.receive(Decision.of(Action.RETRY, "precheck-1", "ana", null), NOW).sentence())
        .isEqualTo("it is kept until gate precheck-1 opens again");
    keeper.close();
    assertThat(keeper.nextGate(GateKind.PRECHECK)).isEqualTo("precheck-1");
    open(GateKind.PRECHECK, Action.RETRY);

    assertThat(keeper.decided()).isPresent();
    assertThat(keeper.nextGate(GateKind.PRECHECK)).isEqualTo("precheck-2");
  }

  @Test
  void aGateThatIsSetAsideIsShownUnlessAnotherIsOpenOrItsPhaseIsOver() {
    open(GateKind.COST, Action.APPROVE);
    keeper.suspend();

    assertThat(keeper.shown()).map(Gate::gate).contains("cost-1");
    open(GateKind.PRECHECK, Action.RETRY);
    assertThat(keeper.shown()).map(Gate::gate).contains("precheck-1");
    keeper.close();
    keeper.enter(RestorePhase.MIGRATING, NOW);
    assertThat(keeper.shown()).map(Gate::gate).contains("cost-1");
    keeper.enter(RestorePhase.CLEANING, NOW);
    assertThat(keeper.shown()).isEmpty();
  }

  @Test
  void whatWaitsForTheNextGateOfAPhaseDoesNotWasteItselfOnTheCost() {
    keeper.receive(Decision.of(Action.RETRY, null, "ana", null), NOW);
    open(GateKind.COST, Action.APPROVE);
    keeper.close();
    open(GateKind.FAILURE, Action.RETRY);

    assertThat(keeper.decided()).isPresent();
  }

  @Test
  void theNextRunKnowsAllOfIt() throws JsonProcessingException {
    keeper.enter(RestorePhase.PRECHECKING, NOW);
    open(GateKind.FAILURE, Action.RETRY);
    keeper.receive(Decision.builder(Action.RETRY).id("t-1").actor("ana").build(), NOW);
    keeper.receive(Decision.of(Action.RETRY, "precheck-1", "ana", "later"), NOW);
    open(GateKind.APPROVAL, Action.APPROVE);
    keeper.suspend();

    GateKeeper next = RestoreJson.mapper().readValue(RestoreJson.write(keeper), GateKeeper.class);

    assertThat(next.records()).isEqualTo(keeper.records());
    assertThat(next.nextGate(GateKind.APPROVAL)).isEqualTo("approval-1");
    assertThat(next.nextGate(GateKind.FAILURE)).isEqualTo("failure-2");
    assertThat(next.suspended(GateKind.APPROVAL)).isEqualTo(keeper.suspended(GateKind.APPROVAL));
    assertThat(next.judge(Decision.builder(Action.RETRY).id("t-1").build()).sentence())
        .isEqualTo("a decision with the id t-1 has acted already");
    assertThat(RestoreJson.write(next)).isEqualTo(RestoreJson.write(keeper));
  }

  private String objection(DecisionBuilder decision) {
    return keeper.judge(decision.gate("precheck-1").build()).sentence();
  }

  private static Decision withdraw(String which) {
    return Decision.builder(Action.WITHDRAW).actor("ana").decision(which).build();
  }

  private static Decision pause() {
    return Decision.builder(Action.PAUSE).actor("ana").build();
  }

  private void open(GateKind kind, Action... actions) {
    keeper.open(gate(kind, List.of(), actions), NOW);
  }

  private Gate gate(GateKind kind, List<GateItem> items, Action... actions) {
    return new Gate(
        keeper.nextGate(kind),
        kind,
        NOW,
        NOW,
        "why",
        items,
        List.of(actions).stream().map(action -> Choice.of(action, "on", Map.of())).toList(),
        List.of(),
        null,
        null);
  }
}
