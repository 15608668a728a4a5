package io.rdsrestore.workflows.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.AccessFacts;
import io.rdsrestore.workflows.activity.AccountFacts;
import io.rdsrestore.workflows.activity.LoginFacts;
import io.rdsrestore.workflows.activity.LoginOutcome;
import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.verdict.remedies.AccessCause;
import io.rdsrestore.workflows.verdict.remedies.AccessDiagnosis;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionDiagnosisTest {
  private static final AccountFacts APP =
      new AccountFacts("app", "Normal", "Available", Map.of("shop", "ReadOnly"));
  private static final LoginFacts OK = new LoginFacts(LoginOutcome.OK, null);
  private static final LoginFacts DENIED =
      new LoginFacts(LoginOutcome.WRONG_PASSWORD, "the server denies access");
  private static final LoginFacts NOT_REACHED =
      new LoginFacts(LoginOutcome.NOT_REACHED, "the connection is refused");

  private static AccessFacts facts(AccountFacts account, String... missing) {
    return new AccessFacts(List.of(missing), account, true, "Success", "CONNECTION_ABNORMAL");
  }

  private static AccessDiagnosis connecting(AccessFacts facts, LoginFacts login, String said) {
    return ConnectionDiagnosis.of(
        new AccessQuestion("rm-1", "app", List.of("shop"), true, true, said, Engine.MYSQL),
        facts,
        login);
  }

  private static AccessDiagnosis rights(AccountFacts account, boolean writes) {
    return ConnectionDiagnosis.of(
        new AccessQuestion("rm-1", "app", List.of("shop"), false, writes, null, Engine.MYSQL),
        facts(account),
        null);
  }

  @Test
  void aMissingWhitelist() {
    AccessDiagnosis found = connecting(facts(APP, "10.0.0.1"), OK, "DTS-70211 cannot connect");
    assertThat(found.causes()).containsExactly(AccessCause.WHITELIST);
    assertThat(found.sentence()).contains("rds_restore").contains("10.0.0.1");
  }

  @Test
  void aWhitelistThatOnlyRdsFindsClosed() {
    AccessFacts facts =
        new AccessFacts(List.of(), APP, true, "Failed", "SRC_IP_NOT_IN_USER_WHITELIST");
    assertThat(connecting(facts, OK, null).causes()).containsExactly(AccessCause.WHITELIST);
  }

  @Test
  void aWrongPasswordByTheWorkersOwnLoginOrByWhatDtsSaid() {
    AccessDiagnosis found = connecting(facts(APP), DENIED, null);
    assertThat(found.causes()).containsExactly(AccessCause.PASSWORD);
    assertThat(found.sentence())
        .contains("its password is wrong")
        .contains("whitelist lets DTS in");
    assertThat(connecting(facts(APP), NOT_REACHED, "DTS-60001 Login failed").causes())
        .containsExactly(AccessCause.PASSWORD);
    assertThat(connecting(facts(APP), OK, "DTS-60001 Login failed").causes())
        .as("the worker gets in with the same password")
        .containsExactly(AccessCause.NETWORK);
  }

  @Test
  void aMissingAccountIsNoWrongPassword() {
    AccessDiagnosis found = connecting(facts(null), DENIED, "DTS-60001 Login failed");
    assertThat(found.causes()).containsExactly(AccessCause.ACCOUNT);
    assertThat(found.sentence()).contains("there is no account app on rm-1");
  }

  @Test
  void anAccountThatIsNotAvailable() {
    AccountFacts locked = new AccountFacts("app", "Normal", "Lock", Map.of());
    assertThat(connecting(facts(locked), null, null).causes()).containsExactly(AccessCause.ACCOUNT);
    assertThat(rights(locked, true).causes()).containsExactly(AccessCause.ACCOUNT);
  }

  @Test
  void twoCausesAreBothSaid() {
    assertThat(connecting(facts(APP, "10.0.0.1"), DENIED, null).causes())
        .containsExactly(AccessCause.WHITELIST, AccessCause.PASSWORD);
  }

  @Test
  void whereAllIsRightItIsTheNetwork() {
    assertThat(connecting(facts(APP), OK, null).causes()).containsExactly(AccessCause.NETWORK);
    assertThat(connecting(facts(APP), NOT_REACHED, null).sentence())
        .contains("the worker itself does not get in (the connection is refused)");
    AccessFacts without = new AccessFacts(List.of(), APP, false, null, null);
    assertThat(connecting(without, null, null).sentence()).contains("no connection string");
  }

  @Test
  void rightsAreEnoughOrNot() {
    assertThat(rights(APP, true).sentence()).contains("lacks read and write rights on shop");
    assertThat(rights(APP, true).causes()).containsExactly(AccessCause.RIGHTS);
    AccountFacts stranger = new AccountFacts("app", "Normal", "Available", Map.of());
    assertThat(rights(stranger, true).sentence())
        .as("RDS lists no right at all")
        .isEqualTo("account app on rm-1 lacks read and write rights on shop");
    assertThat(rights(APP, false).sentence()).contains("lists enough rights");
    assertThat(rights(new AccountFacts("app", "Super", "Available", Map.of()), true).sentence())
        .contains("lists enough rights");
  }
}
