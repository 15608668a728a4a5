package io.rdsrestore.sandbox.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Items of the precheck that not every migration meets, each made to fail and mended again. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrecheckTest {
  private static final String PRIMARY = "rm-primary01";
  private static final String CLONE = "rm-clone01";
  private static final String PASSWORD = "Dts-Passw0rd";
  private static final CopySpec.Checks ALL = new CopySpec.Checks(true, true, true, true);

  private MariaDbDataPlane plane;

  @BeforeAll
  void start(@TempDir Path workDir) {
    plane = MariaDbDataPlane.create(workDir, program());
    SampleFacts facts = plane.startSamplePrimary(PRIMARY);
    plane.cloneFromBackup(PRIMARY, CLONE, facts.backups().get(0).backupId());
    plane.setWhitelist(PRIMARY, List.of("127.0.8.0/24"));
    plane.setWhitelist(CLONE, List.of("127.0.8.0/24"));
    plane.createAccount(PRIMARY, "writer", PASSWORD);
    plane.createAccount(CLONE, "reader", PASSWORD);
    plane.grant(CLONE, "reader", "shop", "ReadOnly");
    plane.grant(PRIMARY, "writer", "shop", "ReadWrite");
    plane.grant(PRIMARY, "writer", "aside", "ReadWrite");
  }

  /**
   * Statements after which the account {@code reader} has a password in the old format; none where
   * there are no such passwords.
   */
  List<String> oldPassword() {
    return List.of(
        "ALTER USER 'reader'@'%' IDENTIFIED VIA mysql_old_password USING '0123456789abcdef'");
  }

  /** The server to be tested. */
  DatabaseProgram program() {
    return DatabaseProgram.mariaDb();
  }

  @AfterAll
  void stop() {
    plane.close();
  }

  @Test
  void rowsInTheDestinationFailARowsOnlyMigration() {
    assertThat(failed(spec("shop", false, "0", CopySpec.Checks.NONE)))
        .containsOnlyKeys("CHECK_DEST_TABLE_EMPTY")
        .hasValueSatisfying(
            new org.assertj.core.api.Condition<>(text -> text.contains("shop.orders"), "named"));
    assertThat(failed(spec("shop", true, "2", CopySpec.Checks.NONE))).isEmpty();
    assertThat(failed(spec("shop", true, "2", new CopySpec.Checks(false, false, false, true))))
        .containsOnlyKeys("CHECK_DEST_TABLE_EMPTY");
    assertThat(failed(spec("aside", true, "2", new CopySpec.Checks(false, false, false, true))))
        .isEmpty();
  }

  @Test
  void stricterModesInTheDestinationFail() throws SQLException {
    String before = on(PRIMARY, "SELECT @@GLOBAL.sql_mode");
    run(CLONE, "SET GLOBAL sql_mode=''");
    try {
      run(PRIMARY, "SET GLOBAL sql_mode='NO_ZERO_DATE,ANSI_QUOTES'");
      assertThat(failed(aside()).get("CHECK_SQL_MODE"))
          .contains("NO_ZERO_DATE in the destination only")
          .contains("ANSI_QUOTES on one side only");
      run(CLONE, "SET GLOBAL sql_mode='NO_ZERO_DATE,ANSI_QUOTES'");
      assertThat(failed(aside())).doesNotContainKey("CHECK_SQL_MODE");
      run(PRIMARY, "SET GLOBAL sql_mode='ANSI_QUOTES'");
      assertThat(failed(aside())).doesNotContainKey("CHECK_SQL_MODE");
    } finally {
      run(PRIMARY, "SET GLOBAL sql_mode=" + Sql.text(before));
      run(CLONE, "SET GLOBAL sql_mode=" + Sql.text(before));
    }
  }

  /** Whether a server can log less than whole rows. */
  boolean hasRowImages() {
    return true;
  }

  private void setRowImage(String image) throws SQLException {
    if (hasRowImages()) {
      run(CLONE, "SET GLOBAL binlog_row_image='" + image + "'");
    }
  }

  @Test
  void theBinaryLogOfTheSourceIsLookedAtOnlyIfAsked() throws SQLException {
    String id = on(CLONE, "SELECT @@GLOBAL.server_id");
    run(CLONE, "SET GLOBAL binlog_format='STATEMENT'", "SET GLOBAL server_id=1");
    setRowImage("MINIMAL");
    try {
      assertThat(failed(aside(ALL)))
          .containsKeys("CHECK_BINLOG_MODE", "CHECK_SERVER_ID")
          .doesNotContainKeys("CHECK_BINLOG_ON", "CHECK_BINLOG_EXIST", "CHECK_TOPOLOGY");
      assertThat(failed(aside(ALL)).containsKey("CHECK_BINLOG_ROW_IMAGE"))
          .isEqualTo(hasRowImages());
      assertThat(failed(aside())).isEmpty();
      run(CLONE, "SET GLOBAL server_id=" + on(PRIMARY, "SELECT @@GLOBAL.server_id"));
      assertThat(failed(aside(ALL))).containsKey("CHECK_TOPOLOGY");
    } finally {
      setRowImage("FULL");
      run(CLONE, "SET GLOBAL binlog_format='ROW'", "SET GLOBAL server_id=" + id);
    }
    assertThat(failed(aside(ALL)).keySet()).noneMatch(item -> item.contains("BINLOG"));
  }

  @Test
  void accountsOnBothSidesFailIfAccountsAreMigrated() {
    plane.createAccount(PRIMARY, "clerk", PASSWORD);
    plane.createAccount(CLONE, "clerk", PASSWORD);
    CopySpec.Checks accounts = new CopySpec.Checks(false, true, false, false);
    assertThat(failed(aside(accounts)).get("CHECK_SAME_USER")).contains("clerk");
    plane.deleteAccount(PRIMARY, "clerk");
    assertThat(failed(aside(accounts))).isEmpty();
    plane.deleteAccount(CLONE, "clerk");
  }

  @Test
  void aPasswordInTheOldFormatIsTheReasonThatNoLoginWorks() throws SQLException {
    assumeThat(oldPassword()).as("passwords in the old format").isNotEmpty();
    run(CLONE, oldPassword().toArray(String[]::new));
    try {
      assertThat(failed(aside()))
          .containsOnlyKeys("CHECK_CONN_SRC", "CHECK_MYSQL_PASSOWRD_FORMAT")
          .containsValue("Passwords are stored in the format old_password: reader of " + CLONE);
    } finally {
      plane.resetPassword(CLONE, "reader", PASSWORD);
    }
    assertThat(failed(aside())).isEmpty();
  }

  @Test
  void definersOfOthersNeedRightsWhereThatIsChecked() throws SQLException {
    run(CLONE, "CREATE DEFINER='owner'@'%' VIEW shop.owned AS SELECT 1 AS one");
    CopySpec.Checks definers = new CopySpec.Checks(false, false, true, false);
    try {
      assertThat(failed(aside(definers)).get("CHECK_SUPER_AUTH_DEST"))
          .contains("shop.owned (owner@%)");
      run(PRIMARY, "GRANT SUPER ON *.* TO 'writer'@'%'");
      assertThat(failed(aside(definers))).isEmpty();
    } finally {
      run(PRIMARY, "REVOKE SUPER ON *.* FROM 'writer'@'%'");
      run(CLONE, "DROP VIEW shop.owned");
    }
  }

  @Test
  void theExtrasHoldWhatARestoreHasToLookAtTwice() throws SQLException {
    SampleExtras.load(plane, CLONE);
    plane.grant(CLONE, "reader", "extras", "ReadOnly");
    plane.grant(PRIMARY, "writer", "extras", "ReadWrite");
    try {
      assertThat(failed(extras()).get("CHECK_ENGINE"))
          .containsIgnoringCase("extras.log_all (MRG_MyISAM)");
      assertThat(failed(extras("orders")).get("CHECK_FOREIGN_KEY")).contains("extras.regions");
      for (String kind : List.of("TABLES", "VIEWS", "TRIGGERS", "ROUTINES", "EVENTS")) {
        String column =
            switch (kind) {
              case "TABLES", "VIEWS" -> "TABLE_SCHEMA";
              default -> kind.substring(0, kind.length() - 1) + "_SCHEMA";
            };
        assertThat(
                on(
                    CLONE,
                    "SELECT COUNT(*) FROM information_schema."
                        + kind
                        + " WHERE "
                        + column
                        + "='extras'"))
            .as(kind)
            .isNotEqualTo("0");
      }
      assertThat(on(CLONE, "SELECT COUNT(*) FROM extras.log_all")).isEqualTo("2");
      assertThat(on(CLONE, "SELECT COUNT(*) FROM extras.audit")).isEqualTo("1");
      assertThat(plane.dataBytes(CLONE)).isPositive();
    } finally {
      run(CLONE, "DROP DATABASE extras");
    }
  }

  private static CopySpec extras(String... tables) {
    return new CopySpec(
        new CopySpec.Login(CLONE, "reader", PASSWORD),
        new CopySpec.Login(PRIMARY, "writer", PASSWORD),
        List.of(
            new CopySpec.DatabaseMapping(
                "extras",
                "extras",
                tables.length == 0,
                List.of(tables).stream()
                    .map(table -> new CopySpec.TableMapping(table, table))
                    .toList())),
        true,
        true,
        "0",
        CopySpec.Checks.NONE);
  }

  @Test
  void onlyWhatTheDocumentsNameCanBeSkipped() {
    assertThat(plane.precheck(aside(ALL)))
        .filteredOn(PrecheckItem::canSkip)
        .extracting(PrecheckItem::item)
        .containsExactlyInAnyOrder(
            "CHECK_SRC",
            "CHECK_SAME_OBJ",
            "CHECK_SAME_USER",
            "CHECK_SERVER_ID",
            "CHECK_TOPOLOGY",
            "CHECK_SUPER_AUTH_DEST");
  }

  private static CopySpec aside() {
    return aside(CopySpec.Checks.NONE);
  }

  private static CopySpec aside(CopySpec.Checks checks) {
    return spec("aside", true, "0", checks);
  }

  private static CopySpec spec(
      String target, boolean structure, String mode, CopySpec.Checks checks) {
    return new CopySpec(
        new CopySpec.Login(CLONE, "reader", PASSWORD),
        new CopySpec.Login(PRIMARY, "writer", PASSWORD),
        List.of(new CopySpec.DatabaseMapping("shop", target, true, List.of())),
        structure,
        true,
        mode,
        checks);
  }

  private Map<String, String> failed(CopySpec spec) {
    Map<String, String> failed = new TreeMap<>();
    for (PrecheckItem item : plane.precheck(spec)) {
      if (!item.passed()) {
        failed.put(item.item(), item.detail());
      }
    }
    return failed;
  }

  private void run(String instanceId, String... sql) throws SQLException {
    try (Connection connection = owner(instanceId)) {
      Query.run(connection, sql);
    }
  }

  private String on(String instanceId, String sql) throws SQLException {
    try (Connection connection = owner(instanceId)) {
      return Query.text(connection, sql);
    }
  }

  private Connection owner(String instanceId) throws SQLException {
    OwnerLogin login = plane.ownerLogin(instanceId);
    return Connections.open(
        login.host(), login.port(), new Credentials(login.user(), login.password()));
  }
}
