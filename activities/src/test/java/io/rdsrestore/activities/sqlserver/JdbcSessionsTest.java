package io.rdsrestore.activities.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rdsrestore.activities.AccountKey;
import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.DatabaseTls;
import io.rdsrestore.activities.database.Certificates;
import io.rdsrestore.activities.secret.LocalSecrets;
import io.rdsrestore.activities.secret.Logins;
import io.rdsrestore.workflows.activity.AccountLogin;
import io.rdsrestore.workflows.activity.DatabaseAddress;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.activity.LoginOutcome;
import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.request.AccountReference;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Microsoft's driver on a server that speaks its protocol: it connects, logs in and is refused.
 * What a SQL Server would say to the statements this does not show.
 */
class JdbcSessionsTest {
  private static final String PASSWORD = "Passw0rd-\u53e3\u4ee4";

  @TempDir static Path folder;
  private static Certificates ours;
  private static Certificates others;

  @BeforeAll
  static void makeCertificates() throws Exception {
    ours = certificates("ours");
    others = certificates("others");
  }

  private static ActivitySettings settings(DatabaseTls tls, Path ca, String bindAddress) {
    ActivitySettings usual =
        ActivitySettings.defaults(
                new AccountKey(new byte[AccountKey.MIN_BYTES]),
                new LocalSecrets(Map.of("PASSWORD", PASSWORD, "OTHER", "wrong")::get))
            .protecting(tls, ca);
    return new ActivitySettings(
        usual.cloudEndpoint(),
        usual.dtsNetwork(),
        usual.workerAddresses(),
        usual.endpointKind(),
        bindAddress,
        usual.databaseTls(),
        Duration.ofSeconds(2),
        usual.accountKey(),
        usual.secrets(),
        usual.pacing(),
        usual.confirmAfter(),
        usual.databaseCa(),
        null,
        null,
        null);
  }

  private static Sql open(ActivitySettings settings, int port, String passwordRef)
      throws SQLException {
    return new JdbcSessions(settings, new Logins(settings.accountKey(), settings.secrets()))
        .open(
            new DatabaseLogin(
                "rm-1",
                DatabaseAddress.of("127.0.0.1", port),
                AccountLogin.existing(new AccountReference("checker", passwordRef)),
                Engine.SQL_SERVER));
  }

  private static Certificates certificates(String name) throws Exception {
    return Certificates.make(Files.createDirectory(folder.resolve(name)), name, "127.0.0.1");
  }

  @Test
  void rowsOfTextComeAsTheyAre() throws Exception {
    List<List<String>> rows =
        List.of(Arrays.asList("\u5e97", null, "0", "", "1"), List.of("crm", "FULL", "1", "x", "0"));
    try (TdsServer server = new TdsServer(null, "checker", PASSWORD)) {
      server
          .answer(Statements.VERSION, List.of(List.of("13.0.5026.0", "Standard Edition")))
          .answer(Statements.databases(2), rows);
      try (Sql sql =
          open(settings(DatabaseTls.DISABLE, null, null), server.port(), "env:PASSWORD")) {
        assertThat(sql.isAlive()).isTrue();
        assertThat(sql.rows(Statements.VERSION))
            .containsExactly(List.of("13.0.5026.0", "Standard Edition"));
        assertThat(sql.rows(Statements.databases(2), List.of("\u5e97", "crm"))).isEqualTo(rows);
        sql.set(Statements.WITHOUT_LOCKS);
      }
      assertThat(server.protectedLogins).containsExactly(false);
    }
  }

  @Test
  void aWrongPasswordIsToldFromAServerThatIsNotReached() throws Exception {
    try (TdsServer server = new TdsServer(null, "checker", PASSWORD)) {
      assertThatThrownBy(
              () -> open(settings(DatabaseTls.DISABLE, null, null), server.port(), "env:OTHER"))
          .isInstanceOfSatisfying(
              SQLException.class,
              e -> {
                assertThat(SqlServerTrouble.loginOutcome(e)).isEqualTo(LoginOutcome.WRONG_PASSWORD);
                assertThat(SqlServerTrouble.unreachable(e))
                    .isEqualTo("the server denies access: wrong account or password");
              });
    }
  }

  @Test
  void theLoginIsProtectedByACertificateOfTheNamedAuthority() throws Exception {
    try (TdsServer server = new TdsServer(ours.server(), "checker", PASSWORD)) {
      server.answer(Statements.VERSION, List.of(List.of("13.0", "Standard Edition")));
      try (Sql sql =
          open(settings(DatabaseTls.VERIFY_FULL, ours.ca(), null), server.port(), "env:PASSWORD")) {
        assertThat(sql.rows(Statements.VERSION)).hasSize(1);
      }
      assertThat(server.protectedLogins).containsExactly(true);
    }
  }

  @Test
  void aCertificateOfAnotherAuthorityGetsNoPassword() throws Exception {
    try (TdsServer server = new TdsServer(ours.server(), "checker", PASSWORD)) {
      for (DatabaseTls checked : List.of(DatabaseTls.VERIFY_CA, DatabaseTls.VERIFY_FULL)) {
        assertThatThrownBy(
                () -> open(settings(checked, others.ca(), null), server.port(), "env:PASSWORD"))
            .isInstanceOfSatisfying(
                SQLException.class,
                e -> {
                  assertThat(SqlServerTrouble.loginOutcome(e)).isEqualTo(LoginOutcome.NOT_REACHED);
                  assertThat(SqlServerTrouble.unreachable(e))
                      .contains("certif")
                      .doesNotContain(PASSWORD);
                });
      }
      assertThat(server.protectedLogins).isEmpty();
    }
  }

  @Test
  void trustTakesAnyCertificate() throws Exception {
    try (TdsServer server = new TdsServer(ours.server(), "checker", PASSWORD);
        Sql sql = open(settings(DatabaseTls.TRUST, null, null), server.port(), "env:PASSWORD")) {
      assertThat(sql.isAlive()).isTrue();
      assertThat(server.protectedLogins).containsExactly(true);
    }
  }

  @Test
  void aServerWithoutTlsGetsNoPasswordWhereItIsAskedFor() throws Exception {
    try (TdsServer server = new TdsServer(null, "checker", PASSWORD)) {
      assertThatThrownBy(
              () -> open(settings(DatabaseTls.TRUST, null, null), server.port(), "env:PASSWORD"))
          .isInstanceOf(SQLException.class);
      assertThat(server.protectedLogins).isEmpty();
    }
  }

  @Test
  void connectionsComeFromTheAddressThatIsConfigured() throws Exception {
    try (TdsServer server = new TdsServer(null, "checker", PASSWORD);
        Sql sql =
            open(settings(DatabaseTls.DISABLE, null, "127.0.0.2"), server.port(), "env:PASSWORD")) {
      assertThat(sql.isAlive()).isTrue();
      assertThat(server.callers)
          .extracting(InetAddress::getHostAddress)
          .containsExactly("127.0.0.2");
    }
  }

  @Test
  void aServerThatSaysNothingIsNotWaitedForLong() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      long began = System.nanoTime();
      assertThatThrownBy(
              () ->
                  open(
                      settings(DatabaseTls.DISABLE, null, null),
                      silent.getLocalPort(),
                      "env:PASSWORD"))
          .isInstanceOfSatisfying(
              SQLException.class,
              e ->
                  assertThat(SqlServerTrouble.loginOutcome(e)).isEqualTo(LoginOutcome.NOT_REACHED));
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
    }
  }
}
