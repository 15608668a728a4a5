package io.rdsrestore.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rdsrestore.activities.ActivityHarness;
import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.DatabaseTls;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.DatabaseProgram;
import io.rdsrestore.sandbox.dataplane.MariaDbDataPlane;
import io.rdsrestore.sandbox.dataplane.OwnerLogin;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.AccountLogin;
import io.rdsrestore.workflows.activity.DatabaseAddress;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.request.AccountReference;
import io.temporal.failure.ApplicationFailure;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections to a real server that has a certificate, with somebody on the way who listens. */
@TestInstance(Lifecycle.PER_CLASS)
class DatabaseTlsTest {
  private static final String HOST = "127.0.0.1";
  private static final String OTHER_HOST = "127.0.0.3";

  private Certificates right;
  private Certificates wrong;
  private Sandbox sandbox;
  private OwnerLogin owner;
  private Path password;

  @BeforeAll
  void start(@TempDir Path work) throws Exception {
    right = Certificates.make(Files.createDirectory(work.resolve("right")), "Ours", HOST);
    wrong = Certificates.make(Files.createDirectory(work.resolve("wrong")), "Theirs", HOST);
    sandbox =
        Sandbox.builder()
            .dataPlane(
                MariaDbDataPlane.create(
                    Files.createDirectory(work.resolve("data")),
                    DatabaseProgram.mariaDb().withOptions(right.serverOptions())))
            .timings(SandboxTimings.instant())
            .build()
            .start();
    owner = sandbox.dataPlane().ownerLogin(Sandbox.SAMPLE_PRIMARY);
    password = Files.writeString(work.resolve("password"), owner.password());
  }

  @AfterAll
  void close() {
    sandbox.close();
  }

  @Test
  void whereRdsSaysThatSslIsOnTheCertificateIsChecked() throws Exception {
    try (SomebodyBetween between = between(HOST, false)) {
      assertThat(cipher(DatabaseTls.AUTO, right.ca(), HOST, between, true)).isNotEmpty();

      assertThat(between.heard()).doesNotContain(owner.user()).doesNotContain("Ssl_cipher");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DatabaseTls.class,
      names = {"AUTO", "VERIFY_CA", "VERIFY_FULL"})
  void aCertificateOfSomebodyElseIsRefusedBeforeAnythingIsSaid(DatabaseTls tls) throws Exception {
    for (Path ca : new Path[] {wrong.ca(), null}) {
      try (SomebodyBetween between = between(HOST, false)) {
        assertThat(refused(tls, ca, HOST, between, true))
            .contains(
                "not of an authority that is trusted here", "RDS_RESTORE_DATABASE_CA", "--ca");

        assertThat(between.heard()).doesNotContain(owner.user());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DatabaseTls.class,
      names = {"AUTO", "TRUST", "VERIFY_CA", "VERIFY_FULL"})
  void whoTakesTlsOutOfTheGreetingIsToldNothing(DatabaseTls tls) throws Exception {
    try (SomebodyBetween between = between(HOST, true)) {
      assertThat(refused(tls, right.ca(), HOST, between, true))
          .contains("offers no TLS", "RDS_RESTORE_DATABASE_TLS", "--tls");

      assertThat(between.heard()).doesNotContain(owner.user());
    }
  }

  @Test
  void whatIsNotKnownIsProtectedAsIfSslWereOn() throws Exception {
    try (SomebodyBetween between = between(HOST, true)) {
      assertThat(refused(DatabaseTls.AUTO, right.ca(), HOST, between, null))
          .contains("offers no TLS", "rds:DescribeDBInstanceSSL");
    }
  }

  @Test
  void whereRdsSaysThatSslIsOffTheConnectionIsInTheClearButThePasswordIsNot() throws Exception {
    try (SomebodyBetween between = between(HOST, false)) {
      assertThat(cipher(DatabaseTls.AUTO, null, HOST, between, false)).isEmpty();

      assertThat(between.heard()).contains(owner.user()).doesNotContain(owner.password());
    }
  }

  @Test
  void onlyTheFullCheckMindsTheHost() throws Exception {
    try (SomebodyBetween between = between(OTHER_HOST, false)) {
      assertThat(cipher(DatabaseTls.VERIFY_CA, right.ca(), OTHER_HOST, between, true)).isNotEmpty();
      assertThat(refused(DatabaseTls.VERIFY_FULL, right.ca(), OTHER_HOST, between, true))
          .contains("for another host", "VERIFY_CA");
    }
  }

  /** It would come to the same each time: a person has to set something. */
  @Test
  void anActivityThatCannotDoWithoutAsksAPerson() throws Exception {
    try (SomebodyBetween between = between(HOST, false)) {
      DatabaseConnector connector = connector(DatabaseTls.AUTO, wrong.ca());
      DatabaseLogin login = login(HOST, between, true);

      assertThatThrownBy(() -> Servers.login(connector, login))
          .isInstanceOfSatisfying(
              ApplicationFailure.class,
              failure ->
                  assertThat(failure.getType()).isEqualTo(RestoreErrorCode.NEEDS_PERSON.name()))
          .hasMessageContaining("RDS_RESTORE_DATABASE_CA");
    }
  }

  private SomebodyBetween between(String host, boolean takesTlsOut) throws Exception {
    return new SomebodyBetween(
        host, new InetSocketAddress(owner.host(), owner.port()), takesTlsOut);
  }

  private String cipher(DatabaseTls tls, Path ca, String host, SomebodyBetween between, Boolean ssl)
      throws Exception {
    try (Connection connection = connector(tls, ca).connect(login(host, between, ssl));
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("SHOW SESSION STATUS LIKE 'Ssl_cipher'")) {
      row.next();
      return row.getString(2);
    }
  }

  private String refused(
      DatabaseTls tls, Path ca, String host, SomebodyBetween between, Boolean ssl) {
    return SqlTrouble.unreachable(
        catchThrowableOfType(
            SQLException.class,
            () -> connector(tls, ca).connect(login(host, between, ssl)).close()));
  }

  private DatabaseLogin login(String host, SomebodyBetween between, Boolean ssl) {
    return new DatabaseLogin(
        Sandbox.SAMPLE_PRIMARY,
        new DatabaseAddress(host, between.port(), ssl),
        AccountLogin.existing(new AccountReference(owner.user(), "file:" + password)));
  }

  private DatabaseConnector connector(DatabaseTls tls, Path ca) {
    ActivitySettings base = ActivityHarness.settings(sandbox.endpoint());
    return DatabaseConnector.of(base.protecting(tls, ca));
  }
}
