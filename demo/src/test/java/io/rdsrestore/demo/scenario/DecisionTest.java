package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.decision;
import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.unattended;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.decision.DecisionOutcome;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people send, at the right and the wrong moment: none of it fails a restore. */
class DecisionTest {
  @Test
  void aSignalWithAMisspeltNameLeavesATrace() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      rehearsal.signal("aprove", decision(null, "approval-1"));
      rehearsal.signal("dance");
      RestoreStatus status = rehearsal.until("both", seen -> seen.decisions().size() == 2);
      assertThat(status.decisions())
          .allMatch(record -> record.outcome() == DecisionOutcome.IGNORED)
          .extracting(DecisionRecord::note)
          .containsExactly(
              "there is no signal aprove, did you mean \"approve\"?; known are decide, approve,"
                  + " retry, skipPrecheckItems, changeObjects, abort",
              "there is no signal dance; known are decide, approve, retry, skipPrecheckItems,"
                  + " changeObjects, abort");
      rehearsal.answer("approve", "approval-1");
      rehearsal.completed();
    }
  }

  @Test
  void anApprovalOfWhatNobodyHasSeenIsNotKept() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.signal(
          RestoreContract.SIGNAL_APPROVE, Map.of("gate", "approval-1", "actor", "early ben"));
      rehearsal.gate("approval-1");
      assertThat(rehearsal.rejected(decision("approve", "approval-2")))
          .contains("gate approval-2 is not open, approval-1 is")
          .contains("it is not kept");
      rehearsal.decide(with(decision("changeObjects", "approval-1"), "target", "sideBySide"));
      rehearsal.gate("approval-2");
      rehearsal.assertBought(0, 0);
      rehearsal.answer("approve", "approval-2");
      assertThat(rehearsal.completed().decisions())
          .extracting(record -> record.gate() + " " + record.outcome())
          .containsExactly("approval-1 IGNORED", "approval-1 ACTED", "approval-2 ACTED");
    }
  }

  @Test
  void anApprovalByThePlansHashIsKeptForThatPlan() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      Map<String, Object> wanted = request(rehearsal.lose("orders"));
      rehearsal.start(wanted);
      rehearsal.gate("approval-1");
      String hash = rehearsal.status().plan().hash();
      rehearsal.decide(decision("abort", null));
      rehearsal.aborted();

      rehearsal.start(wanted);
      rehearsal.signal(
          RestoreContract.SIGNAL_APPROVE,
          Map.of("gate", "approval-1", "actor", "early ben", "planHash", hash));
      assertThat(rehearsal.completed().decisions())
          .singleElement()
          .satisfies(
              record -> {
                assertThat(record.outcome()).isEqualTo(DecisionOutcome.ACTED);
                assertThat(record.actor()).isEqualTo("early ben");
              });
    }
  }

  @Test
  void whatCannotBeUsedIsRecordedWithTheReason() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      rehearsal.signal(RestoreContract.SIGNAL_APPROVE, Map.of("actor", "ben"));
      rehearsal.signal(RestoreContract.SIGNAL_SKIP_PRECHECK_ITEMS, Map.of("gate", "approval-1"));
      rehearsal.signal(RestoreContract.DECIDE, decision("launch", "approval-1"));
      rehearsal.signal(RestoreContract.DECIDE, "approve, please");
      rehearsal.signal(RestoreContract.DECIDE);
      rehearsal.signal(
          RestoreContract.DECIDE,
          with(decision("approve", "approval-1"), "comment", "x".repeat(70_000)));
      rehearsal.signal(RestoreContract.DECIDE, with(decision("retry", null), "items", "CHECK_SRC"));
      rehearsal.signal(RestoreContract.DECIDE, decision("approve", "no such gate"));
      rehearsal.signal(RestoreContract.DECIDE, decision("approve", "precheck-8"));
      rehearsal.signal(RestoreContract.DECIDE, decision("retry", "precheck-9"));
      assertThat(rehearsal.status().waitingFor().gate()).isEqualTo("approval-1");
      rehearsal.answer("approve", "approval-1");
      rehearsal.signal(RestoreContract.DECIDE, decision("approve", "approval-1"));

      RestoreReport report = rehearsal.completed();

      rehearsal.assertBought(1, 1);
      List<String> notes =
          report.decisions().stream()
              .filter(record -> record.outcome() == DecisionOutcome.IGNORED)
              .map(DecisionRecord::note)
              .toList();
      assertThat(notes)
          .anyMatch(note -> note.contains("approve must name its gate"))
          .anyMatch(note -> note.contains("does not offer skipPrecheckItems"))
          .anyMatch(note -> note.contains("its action is unknown"))
          .anyMatch(note -> note.contains("is not a JSON object"))
          .anyMatch(note -> note.contains("it is empty"))
          .anyMatch(note -> note.contains("a decision has at most"))
          .anyMatch(note -> note.contains("a field has the wrong type"))
          .anyMatch(note -> note.contains("there is no gate no such gate"))
          .anyMatch(note -> note.contains("gate precheck-8 does not offer approve"))
          .anyMatch(note -> note.contains("came late"))
          .anyMatch(note -> note.contains("its gate never opened"));
      assertThat(report.decisions())
          .filteredOn(record -> record.outcome() == DecisionOutcome.ACTED)
          .hasSize(1);
    }
  }

  @Test
  void anUpdateIsRejectedWithTheReason() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      assertThat(rehearsal.rejected(decision("approve", null)))
          .contains("approve must name its gate");
      assertThat(rehearsal.rejected(decision("approve", "approval-0"))).contains("approval-0");
      assertThat(rehearsal.rejected(Map.of("action", "launch"))).contains("its action is unknown");
      assertThat(
              rehearsal.rejected(with(decision("approve", "approval-1"), "planHash", "00000000")))
          .contains("it approves plan 00000000");
      rehearsal.answer("approve", "approval-1");
      assertThat(rehearsal.rejected(decision("approve", "approval-1"))).contains("came late");
      rehearsal.completed();
    }
  }

  @Test
  void theSameIdActsOnce() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.fault(FaultRule.error("CloneDBInstance", "InsufficientBalance", 400, 2));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.gate("failure-1");
      Map<String, Object> retry = Map.of("id", "ticket-1", "actor", "ben");
      rehearsal.signal(RestoreContract.SIGNAL_RETRY, retry);
      rehearsal.until(
          "failure-2",
          status -> status.waitingFor() != null && status.waitingFor().gate().equals("failure-2"));
      rehearsal.signal(RestoreContract.SIGNAL_RETRY, retry);
      assertThat(rehearsal.status().waitingFor().gate()).isEqualTo("failure-2");
      rehearsal.answer("retry", "failure-2");
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  @Test
  void keepExistingIsApprovedOnlyByName() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      Map<String, Object> request = request(rehearsal.lose("items"));
      rehearsal.start(with(with(request, "onConflict", "keepExisting"), "target", "original"));
      rehearsal.gate("approval-1");
      assertThat(rehearsal.rejected(decision("approve", "approval-1")))
          .contains("acknowledge")
          .contains("keepExisting");
      rehearsal.decide(
          with(decision("approve", "approval-1"), "acknowledge", List.of("keepExisting")));
      rehearsal.completed();
    }
  }

  @Test
  void atTheDeadlineOfTheApprovalNothingIsDone() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(
          with(request(rehearsal.lose("orders")), "limits", Map.of("decisionDeadline", "PT2H")));
      rehearsal.gate("approval-1");
      rehearsal.sleep(Duration.ofHours(3));
      RestoreReport report = rehearsal.aborted();
      assertThat(report.summary()).contains("nobody decided at approval-1 within PT2H");
      rehearsal.assertBought(0, 0);
    }
  }
}
