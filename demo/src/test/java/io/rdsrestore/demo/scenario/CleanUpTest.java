package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.PRIMARY;
import static io.rdsrestore.demo.scenario.Rehearsal.decision;
import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.unattended;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.demo.oracle.PrimaryKind;
import io.rdsrestore.sandbox.billing.LedgerEntry;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.status.LeftBehind;
import io.rdsrestore.workflows.status.RestoreReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The clean-up: job, account, whitelist, clone; each on its own, what is left with its command. */
@ParameterizedClass(name = "{0}")
@MethodSource("io.rdsrestore.demo.oracle.PrimaryKind#eachByNight")
class CleanUpTest {
  @Parameter PrimaryKind kind;

  /** A restore that has made all it makes, at a gate. */
  private Rehearsal withEverything() {
    Rehearsal rehearsal = Rehearsal.begin(kind);
    rehearsal.fault(FaultRule.error("DtsCopy", "DTS-1020042 disk is full", 400, 1));
    rehearsal.start(unattended(request(rehearsal.lose("orders"))));
    rehearsal.gate("failure-1");
    return rehearsal;
  }

  @Test
  void I4_theJobGoesFirstThenAccountWhitelistAndClone() {
    try (Rehearsal rehearsal = withEverything()) {
      rehearsal.decide(decision("abort", null));
      rehearsal.aborted();
      assertThat(rehearsal.hook().activities())
          .filteredOn(activity -> activity.startsWith("Remove"))
          .containsSubsequence("RemoveJob", "RemoveAccount", "RemoveWhitelist", "RemoveClones");
    }
  }

  @Test
  void oneThatFailsDoesNotStopTheOthers() {
    try (Rehearsal rehearsal = withEverything()) {
      rehearsal.fault(FaultRule.error("DeleteAccount", "Forbidden.RAM", 403, 9));
      rehearsal.fault(FaultRule.error("ModifySecurityIps", "Forbidden.RAM", 403, 9));
      rehearsal.decide(decision("abort", null));
      Gate gate = rehearsal.gate("cleanup-1");
      String account = "account " + RestoreMark.accountName(rehearsal.status().restoreId());
      assertThat(gate.items())
          .extracting(GateItem::name)
          .containsExactlyInAnyOrder(account, "whitelist group rds_restore");
      assertThat(rehearsal.left()).as("job and clone").isEmpty();

      rehearsal.answer("abort", "cleanup-1");
      RestoreReport report = rehearsal.report();

      assertThat(report.left())
          .filteredOn(left -> left.what().equals(account))
          .extracting(LeftBehind::removeWith)
          .containsExactly(
              "aliyun rds DeleteAccount --RegionId cn-hangzhou --DBInstanceId %s --AccountName %s"
                  .formatted(PRIMARY, RestoreMark.accountName(report.restoreId())));
      assertThat(report.left())
          .filteredOn(left -> left.what().startsWith("whitelist"))
          .extracting(LeftBehind::removeWith)
          .allMatch(command -> command.contains("--ModifyMode Cover --SecurityIps 127.0.0.1"));
    }
  }

  @Test
  void I4_aCloneStaysAsLongAsAJobThatReadsIt() {
    try (Rehearsal rehearsal = withEverything()) {
      rehearsal.fault(FaultRule.error("DeleteDtsJob", "Forbidden.RAM", 403, 1));
      rehearsal.decide(decision("abort", null));
      Gate gate = rehearsal.gate("cleanup-1");
      assertThat(gate.items()).hasSize(2);
      assertThat(gate.items())
          .extracting(GateItem::message)
          .anyMatch(message -> message.contains("as long as the DTS job that reads it"));
      assertThat(rehearsal.left())
          .extracting(LedgerEntry::kind)
          .containsExactlyInAnyOrder("clone", "dts");
      assertThat(rehearsal.managedAccounts()).isEmpty();
      assertThat(rehearsal.whitelistGroup()).isEqualTo(RestoreMark.CLOSED_WHITELIST);
      rehearsal.answer("retry", "cleanup-1");
      rehearsal.aborted();
    }
  }

  @Test
  void aCancelAtTheGateRemovesAgainAtOnce() {
    try (Rehearsal rehearsal = withEverything()) {
      rehearsal.fault(FaultRule.error("DeleteDtsJob", "Forbidden.RAM", 403, 2));
      rehearsal.decide(decision("abort", null));
      rehearsal.gate("cleanup-1");
      rehearsal.cancel();
      assertThat(rehearsal.gate("cleanup-2").gate())
          .as("a cancel leaves nothing behind")
          .isEqualTo("cleanup-2");
      rehearsal.answer("retry", "cleanup-2");
      assertThat(rehearsal.cancelled().decisions())
          .extracting(one -> one.actor() + " " + one.action())
          .contains("a cancel in Temporal retry");
    }
  }
}
