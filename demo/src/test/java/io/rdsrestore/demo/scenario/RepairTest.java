package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.APP_ACCOUNT;
import static io.rdsrestore.demo.scenario.Rehearsal.PRIMARY;
import static io.rdsrestore.demo.scenario.Rehearsal.REGION;
import static io.rdsrestore.demo.scenario.Rehearsal.decision;
import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.unattended;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.rds.model.v20140815.DeleteAccountRequest;
import com.aliyuncs.rds.model.v20140815.GrantAccountPrivilegeRequest;
import com.aliyuncs.rds.model.v20140815.ModifySecurityIpsRequest;
import com.aliyuncs.rds.model.v20140815.ResetAccountPasswordRequest;
import io.rdsrestore.demo.oracle.PrimaryKind;
import io.rdsrestore.demo.scenario.ActivityHook.Side;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateItem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What the restore repairs by itself after a failed precheck, and what it tells people instead. */
@ParameterizedClass(name = "{0}")
@MethodSource("io.rdsrestore.demo.oracle.PrimaryKind#eachByNight")
class RepairTest {
  @Parameter PrimaryKind kind;

  @Test
  void aWhitelistThatSomebodyEmptiedIsRepairedWithoutAskingAnybody() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      onceBefore(rehearsal, "EnsureJobStarted", () -> whitelist(rehearsal, "Cover", "127.0.0.1"));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      List<DecisionRecord> decisions = rehearsal.completed().decisions();
      assertThat(decisions)
          .singleElement()
          .satisfies(
              own -> {
                assertThat(own.actor()).isEqualTo("rds-restore");
                assertThat(own.action()).isEqualTo("repair");
                assertThat(own.note())
                    .contains("CHECK_CONN_DEST")
                    .contains("whitelist group rds_restore of rm-primary01 lacks");
              });
      rehearsal.assertBought(1, 1);
    }
  }

  @Test
  void aTemporaryAccountThatSomebodyChangedIsRepairedOnceAndThenAskedAbout() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      before(rehearsal, "EnsureJobStarted", () -> resetOurPassword(rehearsal));
      rehearsal.tables().deniesLogin.add(PRIMARY);
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      Gate gate = rehearsal.gate("precheck-1");
      assertThat(gate.items())
          .singleElement()
          .satisfies(
              item -> {
                assertThat(item.name()).isEqualTo("CHECK_CONN_DEST");
                assertThat(item.remedy())
                    .contains("the password of the temporary account is set anew");
              });
      assertThat(rehearsal.status().decisions())
          .extracting(DecisionRecord::actor)
          .containsExactly("rds-restore");
      rehearsal.hook().listen((activity, side) -> {});
      // A person's retry sets the password again, though the restore has used up its own try.
      rehearsal.answer("retry", "precheck-1");
      rehearsal.completed();
    }
  }

  @Test
  void aLostGrantIsGivenAgain() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      onceBefore(rehearsal, "EnsureJobStarted", () -> takeRights(rehearsal));
      rehearsal.start(with(unattended(request(rehearsal.lose("orders"))), "target", "original"));
      assertThat(rehearsal.completed().decisions())
          .singleElement()
          .satisfies(
              own ->
                  assertThat(own.note())
                      .contains("CHECK_AUTH_DEST")
                      .contains("lacks read and write rights on shop"));
    }
  }

  @Test
  void aRemovedAccountIsMadeAgain() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      onceBefore(
          rehearsal,
          "EnsureJobStarted",
          () -> {
            DeleteAccountRequest delete = new DeleteAccountRequest();
            delete.setDBInstanceId(PRIMARY);
            delete.setAccountName(ourAccount(rehearsal));
            rehearsal.somebody(delete);
          });
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      assertThat(rehearsal.completed().decisions())
          .singleElement()
          .satisfies(own -> assertThat(own.note()).contains("there is no account rr_"));
    }
  }

  @Test
  void withoutAutoRepairTheGateNamesTheWhitelistAndTheCommand() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      onceBefore(rehearsal, "EnsureJobStarted", () -> whitelist(rehearsal, "Cover", "127.0.0.1"));
      rehearsal.start(with(unattended(request(rehearsal.lose("orders"))), "autoRepair", "none"));
      GateItem item = rehearsal.gate("precheck-1").items().get(0);
      assertThat(item.message()).contains("Looked: whitelist group rds_restore");
      assertThat(item.remedy()).doesNotContain("password");
      String command = item.commands().get(0);
      assertThat(item.commands()).hasSize(1);
      assertThat(command).startsWith("aliyun rds ModifySecurityIps --RegionId " + REGION);
      whitelist(
          rehearsal, "Append", command.substring(command.indexOf("--SecurityIps ") + 14).strip());
      rehearsal.answer("retry", "precheck-1");
      assertThat(rehearsal.completed().decisions())
          .extracting(DecisionRecord::actor)
          .containsExactly("ben");
    }
  }

  @Test
  void aWrongPasswordOfAnExistingAccountIsToldFromAMissingWhitelist() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      onceBefore(
          rehearsal,
          "EnsureJobStarted",
          () -> {
            resetPassword(rehearsal, APP_ACCOUNT, "An0ther-password");
            rehearsal.tables().deniesLogin.add(PRIMARY);
          });
      rehearsal.start(
          with(
              with(unattended(request(rehearsal.lose("orders"))), "target", "original"),
              "accounts",
              Map.of(
                  "mode", "existing", "userName", APP_ACCOUNT, "passwordRef", "env:APP_PASSWORD")));
      GateItem item = rehearsal.gate("precheck-1").items().get(0);
      assertThat(item.name()).isEqualTo("CHECK_CONN_DEST");
      assertThat(item.message())
          .contains("the whitelist lets DTS in")
          .contains("account app is on rm-primary01, but its password is wrong");
      assertThat(item.remedy()).contains("accounts").doesNotContain("whitelist");
      assertThat(rehearsal.status().decisions()).isEmpty();
      resetPassword(rehearsal, APP_ACCOUNT, Rehearsal.APP_PASSWORD);
      rehearsal.tables().deniesLogin.clear();
      rehearsal.answer("retry", "precheck-1");
      rehearsal.completed();
    }
  }

  @Test
  void aLookThatIsRefusedKeepsNobodyWaiting() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      onceBefore(
          rehearsal,
          "EnsureJobStarted",
          () -> {
            whitelist(rehearsal, "Cover", "127.0.0.1");
            rehearsal.fault(
                FaultRule.error("DescribeDBInstanceIPArrayList", "Forbidden.RAM", 403, 1));
          });
      rehearsal.start(with(unattended(request(rehearsal.lose("orders"))), "autoRepair", "none"));
      GateItem item = rehearsal.gate("precheck-1").items().get(0);
      assertThat(item.message()).doesNotContain("Looked");
      assertThat(item.remedy()).contains("if the whitelist lacks addresses of DTS");
      rehearsal.decide(decision("abort", "precheck-1"));
      rehearsal.aborted();
    }
  }

  private static void before(Rehearsal rehearsal, String activity, Runnable deed) {
    rehearsal
        .hook()
        .listen(
            (name, side) -> {
              if (name.equals(activity) && side == Side.BEFORE) {
                deed.run();
              }
            });
  }

  private static void onceBefore(Rehearsal rehearsal, String activity, Runnable deed) {
    AtomicBoolean done = new AtomicBoolean();
    before(
        rehearsal,
        activity,
        () -> {
          if (done.compareAndSet(false, true)) {
            deed.run();
          }
        });
  }

  private static String ourAccount(Rehearsal rehearsal) {
    return RestoreMark.accountName(rehearsal.status().restoreId());
  }

  private static void resetOurPassword(Rehearsal rehearsal) {
    resetPassword(rehearsal, ourAccount(rehearsal), "Somebody-e1se");
  }

  private static void resetPassword(Rehearsal rehearsal, String account, String password) {
    ResetAccountPasswordRequest reset = new ResetAccountPasswordRequest();
    reset.setDBInstanceId(PRIMARY);
    reset.setAccountName(account);
    reset.setAccountPassword(password);
    rehearsal.somebody(reset);
  }

  private static void takeRights(Rehearsal rehearsal) {
    GrantAccountPrivilegeRequest grant = new GrantAccountPrivilegeRequest();
    grant.setDBInstanceId(PRIMARY);
    grant.setAccountName(ourAccount(rehearsal));
    grant.setDBName("shop");
    grant.setAccountPrivilege("ReadOnly");
    rehearsal.somebody(grant);
    rehearsal.sleep(Duration.ofSeconds(30));
  }

  private static void whitelist(Rehearsal rehearsal, String mode, String addresses) {
    ModifySecurityIpsRequest request = new ModifySecurityIpsRequest();
    request.setDBInstanceId(PRIMARY);
    request.setDBInstanceIPArrayName(RestoreMark.WHITELIST_GROUP);
    request.setModifyMode(mode);
    request.setSecurityIps(addresses);
    rehearsal.somebody(request);
  }
}
