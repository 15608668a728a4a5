package io.rdsrestore.workflows.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.RestorePhase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateKeeperTest {
  private static final Instant NOW = Instant.parse("2026-11-22T16:00:00Z");

  private final GateKeeper keeper = new GateKeeper();

  @Test
  void aDecisionThatNamesTheOpenGateActs() {
    open(GateKind.PRECHECK, Action.RETRY);

    Verdict verdict = keeper.receive(decision(Action.RETRY, "precheck-1"), NOW);

    assertThat(verdict).isInstanceOf(Verdict.Acts.class);
    assertThat(keeper.decided()).map(Decision::action).contains(Action.RETRY);
    assertThat(keeper.open()).isEmpty();
  }

  @Test
  void aDecisionForAGateToComeIsKeptForItAndActsWhenItOpens() {
    Decision second = decision(Action.RETRY, "precheck-2");
    assertThat(keeper.receive(second, NOW)).isInstanceOf(Verdict.Kept.class);

    open(GateKind.PRECHECK, Action.RETRY);
    assertThat(keeper.decided()).isEmpty();
    keeper.receive(decision(Action.RETRY, "precheck-1"), NOW);
    open(GateKind.PRECHECK, Action.RETRY);

    assertThat(keeper.decided()).contains(second);
  }

  /** It would be kept until the restore ends, and whoever has sent it would wait for nothing. */
  @Test
  void aGateIsMistypedThatIsFartherOffThanTheNextOfTheOpenOnesKind() {
    open(GateKind.PRECHECK, Action.RETRY);
    Decision mistyped = decision(Action.RETRY, "precheck-7");
    String why =
        "there is no gate precheck-7 to come; precheck-1 is open: \"gate\": \"precheck-1\"";

    assertThat(keeper.misnamed(mistyped)).contains(why);
    assertThat(keeper.receive(mistyped, NOW)).isEqualTo(new Verdict.Ignored(why));
    assertThat(keeper.records()).extracting(DecisionRecord::note).containsExactly(why);
    assertThat(keeper.misnamed(decision(Action.RETRY, "precheck-2"))).as("the next").isEmpty();
    assertThat(keeper.misnamed(decision(Action.RETRY, "precheck-1"))).as("it").isEmpty();
    assertThat(keeper.misnamed(decision(Action.RETRY, "cleanup-7"))).as("another kind").isEmpty();
    Decision ofThePlan =
        decision(Action.APPROVE, "approval-7").toBuilder().planHash("3f9a0c12b7de").build();
    keeper.close();
    open(GateKind.APPROVAL, Action.APPROVE);
    assertThat(keeper.receive(ofThePlan, NOW)).isInstanceOf(Verdict.Ignored.class);
  }

  @Test
  void anOlderRestoreKeepsWhatItHasKept() {
    keeper.refusesMistyped(() -> false);
    open(GateKind.PRECHECK, Action.RETRY);

    assertThat(keeper.receive(decision(Action.RETRY, "precheck-7"), NOW))
        .isInstanceOf(Verdict.Kept.class);
  }

  @Test
  void aDecisionThatItsGateWillNeverOfferIsRefusedAtOnce() {
    assertThat(keeper.receive(decision(Action.APPROVE, "precheck-1"), NOW))
        .isEqualTo(
            new Verdict.Ignored(
                "gate precheck-1 does not offer approve; it offers retry, skipPrecheckItems,"
                    + " changeObjects, changeRestorePoint, abort"));
    assertThat(keeper.receive(decision(Action.RETRY, "pressure-1"), NOW))
        .isInstanceOf(Verdict.Ignored.class);
    assertThat(keeper.receive(decision(Action.RETRY, "cleanup-1"), NOW))
        .isInstanceOf(Verdict.Kept.class);
  }

  @Test
  void whatAnswersAGateIsNotKeptForOneThatNobodyCanHaveSeen() {
    open(GateKind.APPROVAL, Action.APPROVE, Action.CHANGE_OBJECTS);

    assertThat(keeper.receive(decision(Action.APPROVE, "approval-2"), NOW))
        .isEqualTo(
            new Verdict.Ignored(
                "gate approval-2 is not open, approval-1 is; approve answers what a gate shows, so"
                    + " it is not kept: send it when the gate is open, or with the planHash that"
                    + " is approved"));
    keeper.receive(decision(Action.CHANGE_OBJECTS, "approval-1"), NOW);
    open(GateKind.APPROVAL, Action.APPROVE);
    assertThat(keeper.open()).as("approval-2").isPresent();

    for (Action action : List.of(Action.SWAP, Action.MERGE, Action.UNDO)) {
      assertThat(keeper.judge(decision(action, "swap-1"))).isInstanceOf(Verdict.Ignored.class);
    }
    for (String gate : List.of("cost-1", "difference-1", "failure-1", "restorePoint-1")) {
      assertThat(keeper.judge(decision(Action.APPROVE, gate))).isInstanceOf(Verdict.Ignored.class);
    }
    assertThat(keeper.judge(decision(Action.CHANGE_RESTORE_POINT, "precheck-1")))
        .isInstanceOf(Verdict.Ignored.class);
    for (String gate : List.of("ddl-1", "pressure-1")) {
      assertThat(keeper.judge(decision(Action.RESUME, gate))).isInstanceOf(Verdict.Ignored.class);
    }
  }

  @Test
  void anApprovalOfAPlanByItsHashIsKeptAndOfThatPlanOnly() {
    Decision ofAbc =
        Decision.builder(Action.APPROVE).gate("approval-1").actor("ana").planHash("abc").build();
    Decision ofAnother = ofAbc.toBuilder().planHash("f00").build();
    assertThat(keeper.receive(ofAnother, NOW)).isInstanceOf(Verdict.Kept.class);
    assertThat(keeper.receive(ofAbc, NOW)).isInstanceOf(Verdict.Kept.class);

    open(GateKind.APPROVAL, Action.APPROVE);

    assertThat(keeper.decided()).contains(ofAbc);
    assertThat(keeper.records())
        .extracting(DecisionRecord::note)
        .contains("it approves plan f00; the plan at approval-1 is abc");
    assertThat(
            keeper.judge(Decision.builder(Action.APPROVE).gate("failure-1").planHash("x").build()))
        .as("a gate that shows no plan")
        .isInstanceOf(Verdict.Ignored.class);
  }

  @Test
  void aDecisionForAClosedGateIsLate() {
    open(GateKind.PRECHECK, Action.RETRY);
    keeper.receive(decision(Action.RETRY, "precheck-1"), NOW);

    assertThat(keeper.receive(decision(Action.RETRY, "precheck-1"), NOW))
        .isEqualTo(new Verdict.Ignored("gate precheck-1 is closed; the decision came late"));
  }

  @Test
  void anUnnamedDecisionBeforeTheGateIsKeptForTheNextGateOfThePhase() {
    keeper.enter(RestorePhase.PRECHECKING, NOW);
    Decision early = decision(Action.RETRY, null);
    assertThat(keeper.receive(early, NOW)).isInstanceOf(Verdict.Kept.class);

    open(GateKind.PRECHECK, Action.RETRY);

    assertThat(keeper.decided()).contains(early);
  }

  @Test
  void anUnnamedDecisionThatRepeatsOneThatHasActedIsADouble() {
    open(GateKind.PRECHECK, Action.RETRY);
    keeper.receive(decision(Action.RETRY, null), NOW);

    assertThat(keeper.receive(decision(Action.RETRY, null), NOW))
        .isInstanceOf(Verdict.Ignored.class);
    open(GateKind.PRECHECK, Action.RETRY);
    assertThat(keeper.decided()).isEmpty();
  }

  @Test
  void twoEqualDecisionsKeptForTheSameGateActOnce() {
    keeper.receive(decision(Action.RETRY, null), NOW);
    keeper.receive(decision(Action.RETRY, null), NOW);

    open(GateKind.PRECHECK, Action.RETRY);
    open(GateKind.PRECHECK, Action.RETRY);

    assertThat(keeper.decided()).isEmpty();
    assertThat(keeper.records())
        .extracting(DecisionRecord::outcome)
        .containsExactly(DecisionOutcome.ACTED, DecisionOutcome.IGNORED);
  }

  @Test
  void aDecisionWithTheIdOfOneThatHasActedIsIgnored() {
    open(GateKind.PRECHECK, Action.RETRY);
    Decision once = Decision.builder(Action.RETRY).actor("ana").id("ticket-1").build();
    keeper.receive(once, NOW);
    open(GateKind.PRECHECK, Action.RETRY);

    assertThat(keeper.receive(once, NOW)).isInstanceOf(Verdict.Ignored.class);
    assertThat(keeper.decided()).isEmpty();
  }

  @Test
  void approveMustNameItsGate() {
    open(GateKind.APPROVAL, Action.APPROVE);

    assertThat(keeper.receive(decision(Action.APPROVE, null), NOW).sentence())
        .isEqualTo("approve must name its gate: \"gate\": \"approval-1\"");
    assertThat(keeper.open()).isPresent();
  }

  @Test
  void anApprovalOfAnotherPlanIsRefused() {
    open(GateKind.APPROVAL, Action.APPROVE);
    Decision other =
        Decision.builder(Action.APPROVE).gate("approval-1").actor("ana").planHash("f00").build();

    assertThat(keeper.judge(other).sentence())
        .isEqualTo("it approves plan f00; the plan at approval-1 is abc");
  }

  @Test
  void aDangerMustBeAcknowledgedByName() {
    keeper.open(
        gate(
            GateKind.APPROVAL,
            List.of(Choice.of(Action.APPROVE, "go").acknowledging(List.of("keepExisting")))),
        NOW);

    assertThat(keeper.judge(decision(Action.APPROVE, "approval-1")).sentence())
        .isEqualTo("it must acknowledge by name: \"acknowledge\": [\"keepExisting\"]");
    assertThat(
            keeper.judge(
                Decision.builder(Action.APPROVE)
                    .gate("approval-1")
                    .actor("ana")
                    .acknowledge(List.of("keepExisting"))
                    .build()))
        .isInstanceOf(Verdict.Acts.class);
  }

  @Test
  void onlyWhatDtsLetsOneSkipIsSkipped() {
    open(GateKind.PRECHECK, Action.SKIP_PRECHECK_ITEMS);

    assertThat(keeper.judge(skip("CHECK_CONN_DEST")).sentence())
        .isEqualTo("CHECK_CONN_DEST cannot be skipped here; those that may be are CHECK_SAME_OBJ");
    assertThat(keeper.judge(skip()).sentence())
        .isEqualTo("it names no items; those that may be skipped are CHECK_SAME_OBJ");
    assertThat(keeper.judge(skip("CHECK_SAME_OBJ"))).isInstanceOf(Verdict.Acts.class);
  }

  @Test
  void anActionThatTheOpenGateDoesNotOfferIsRefusedWithWhatItOffers() {
    open(GateKind.PRECHECK, Action.RETRY);

    assertThat(keeper.judge(decision(Action.SKIP_PRECHECK_ITEMS, null)).sentence())
        .isEqualTo("gate precheck-1 does not offer skipPrecheckItems; it offers retry");
  }

  @Test
  void abortNeedsNoGateAndAlwaysCounts() {
    keeper.receive(decision(Action.ABORT, "precheck-7"), NOW);

    assertThat(keeper.abort()).isPresent();
    assertThat(keeper.receive(decision(Action.ABORT, null), NOW).sentence())
        .isEqualTo("the restore is being aborted already");
    assertThat(keeper.receive(decision(Action.RETRY, null), NOW).sentence())
        .isEqualTo("the restore is being aborted");
  }

  /** Whoever is answered looks again; a signal nobody would repeat. */
  @Test
  void anAbortThatNamesAGateThatIsNotOpenIsMisnamed() {
    Decision wrong = decision(Action.ABORT, "precheck-7");
    assertThat(keeper.misnamed(wrong))
        .contains(
            "gate precheck-7 is not open, and no other is; abort needs none: leave it out to stop the restore");
    open(GateKind.PRECHECK, Action.RETRY);

    assertThat(keeper.misnamed(wrong))
        .hasValueSatisfying(it -> assertThat(it).contains("precheck-1 is;"));
    assertThat(keeper.misnamed(decision(Action.ABORT, "precheck-1"))).isEmpty();
    assertThat(keeper.misnamed(decision(Action.ABORT, null))).isEmpty();
    assertThat(keeper.misnamed(decision(Action.RETRY, "failure-7"))).isEmpty();
    keeper.suspend();
    assertThat(keeper.misnamed(decision(Action.ABORT, "precheck-1"))).isEmpty();
  }

  @Test
  void abortAtTheCleanupGateLeavesWhatIsLeftAlsoInAnAbortedRestore() {
    keeper.receive(decision(Action.ABORT, null), NOW);
    keeper.enter(RestorePhase.CLEANING, NOW);
    open(GateKind.CLEANUP, Action.RETRY, Action.ABORT);

    assertThat(keeper.judge(decision(Action.RETRY, null))).isInstanceOf(Verdict.Acts.class);
    keeper.receive(decision(Action.ABORT, null), NOW);

    assertThat(keeper.decided()).map(Decision::action).contains(Action.ABORT);
  }

  @Test
  void whatIsNotUsedWhenItsPhaseEndsIsIgnoredWithTheReason() {
    keeper.receive(decision(Action.RETRY, null), NOW);
    keeper.receive(decision(Action.RETRY, "precheck-1"), NOW);

    keeper.enter(RestorePhase.PREPARING, NOW);
    assertThat(keeper.records())
        .extracting(DecisionRecord::note)
        .containsExactly("PLANNING ended without a gate for it", "waits for its gate");

    keeper.enter(RestorePhase.COMPLETED, NOW);
    assertThat(keeper.records())
        .extracting(DecisionRecord::note)
        .containsExactly("PLANNING ended without a gate for it", "its gate never opened");
  }

  @Test
  void onlySoManyDecisionsWaitForTheirGates() {
    for (int gate = 1; gate <= KeptDecisions.MOST; gate++) {
      keeper.receive(decision(Action.RETRY, "precheck-" + gate), NOW);
    }

    assertThat(keeper.receive(decision(Action.RETRY, "precheck-7000"), NOW).sentence())
        .isEqualTo("100 decisions wait for their gates already");
    assertThat(keeper.receive(decision(Action.ABORT, null), NOW)).isInstanceOf(Verdict.Acts.class);
  }

  @Test
  void aGateNameThatNoGateCanHaveIsSaidAtOnce() {
    assertThat(keeper.judge(decision(Action.RETRY, "prechekc-1")).sentence())
        .isEqualTo("there is no gate prechekc-1; gates are named like precheck-1");
  }

  @Test
  void recordsAreBoundedAndThoseThatActedStay() {
    open(GateKind.PRECHECK, Action.RETRY);
    keeper.receive(decision(Action.RETRY, "precheck-1"), NOW);
    for (int i = 0; i < 2 * DecisionLog.MOST_RECORDS; i++) {
      keeper.ignoreUnreadable("it is not JSON", NOW);
    }

    assertThat(keeper.records()).hasSize(DecisionLog.MOST_RECORDS);
    assertThat(keeper.records().get(0).outcome()).isEqualTo(DecisionOutcome.ACTED);
  }

  @Test
  void howeverManyHaveActedTheNewestAreShown() {
    for (int i = 0; i < 2 * DecisionLog.MOST_RECORDS; i++) {
      keeper.receive(decision(Action.RETRY, "precheck-9"), NOW);
      keeper.receive(Decision.of(Action.WITHDRAW, null, "ana", null), NOW);
    }
    keeper.ignoreUnreadable("it is not JSON", NOW);
    keeper.ignoreUnreadable("it is not JSON either", NOW);

    assertThat(keeper.records())
        .hasSize(DecisionLog.MOST_RECORDS)
        .extracting(DecisionRecord::note)
        .endsWith("it is not JSON", "it is not JSON either");
  }

  private void open(GateKind kind, Action... actions) {
    keeper.open(
        gate(kind, List.of(actions).stream().map(action -> Choice.of(action, "on")).toList()), NOW);
  }

  private Gate gate(GateKind kind, List<Choice> choices) {
    return new Gate(
        keeper.nextGate(kind),
        kind,
        NOW,
        NOW,
        "why",
        List.of(
            new GateItem("CHECK_SAME_OBJ", "there", null, List.of(), true, null),
            GateItem.of("CHECK_CONN_DEST", "no", null)),
        choices,
        List.of(),
        "abc",
        null);
  }

  private static Decision decision(Action action, String gate) {
    return Decision.of(action, gate, "ana", null);
  }

  private static Decision skip(String... items) {
    return Decision.builder(Action.SKIP_PRECHECK_ITEMS)
        .gate("precheck-1")
        .actor("ana")
        .items(List.of(items))
        .build();
  }

  @Test
  void whatTheRestoreDecidesItselfStandsAmongTheDecisions() {
    GateKeeper keeper = new GateKeeper();
    keeper.recordOwn("repair", "the whitelist group was empty", Instant.EPOCH);
    assertThat(keeper.records())
        .containsExactly(
            new DecisionRecord(
                1,
                Instant.EPOCH,
                DecisionOutcome.ACTED,
                null,
                "repair",
                "rds-restore",
                true,
                null,
                null,
                "the whitelist group was empty"));
    assertThat(keeper.decided()).isEmpty();
    assertThat(keeper.abort()).isEmpty();
  }
}
