package io.rdsrestore.activities.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.activities.ActivityHarness;
import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.secret.LocalSecrets;
import io.rdsrestore.activities.secret.Logins;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.MariaDbDataPlane;
import io.rdsrestore.sandbox.dataplane.OwnerLogin;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.workflows.activity.AccountLogin;
import io.rdsrestore.workflows.activity.CompareTables;
import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.DatabaseAddress;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.activity.LoginOutcome;
import io.rdsrestore.workflows.activity.ReadSchema;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.AccountReference;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.request.VerifyMode;
import io.rdsrestore.workflows.verify.Checksum;
import io.rdsrestore.workflows.verify.RowTally;
import io.rdsrestore.workflows.verify.TablePosition;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons on a real server: a table and its copy under another name. */
class DatabaseActivitiesTest {
  private static final String ALL_TYPES =
      """
      CREATE TABLE %s (id BIGINT UNSIGNED NOT NULL, f FLOAT, d DOUBLE, n DECIMAL(20,6), b BIT(64),
        t VARCHAR(40) CHARACTER SET latin1, u TEXT CHARACTER SET utf8mb4, x VARBINARY(20),
        y LONGBLOB, e ENUM('a','b'), s SET('a','b'), da DATE, ti TIME(3), dt DATETIME(6),
        ts TIMESTAMP NULL, yr YEAR, g POINT, j JSON, v BIGINT AS (id + 1) VIRTUAL,
        PRIMARY KEY (id))\
      """;
  private static final String ROW =
      """
      INSERT INTO %s (id, f, d, n, b, t, u, x, y, e, s, da, ti, dt, ts, yr, g, j) VALUES
      (1, 1.2345678, 0.1, 3.140000, ~0, 'caf\u00e9|', '\u4e3b 😀', x'00ff7c', x'4e00', 'a',
       'a,b', '2026-11-23', '10:00:00.123', '2026-11-23 10:00:00.123456', '2026-11-23 10:00:00',
       2026, POINT(1, 2), '{"a": 1}')\
      """;

  @TempDir private Path work;

  @Test
  void tellsEveryDifferenceAndNoOther() throws Exception {
    Path password = work.resolve("password");
    try (Sandbox sandbox =
            Sandbox.builder()
                .dataPlane(MariaDbDataPlane.create(Files.createDirectory(work.resolve("data"))))
                .timings(SandboxTimings.instant())
                .build()
                .start();
        ActivityHarness harness = new ActivityHarness(sandbox)) {
      OwnerLogin owner = sandbox.dataPlane().ownerLogin(Sandbox.SAMPLE_PRIMARY);
      Files.writeString(password, owner.password());
      DatabaseLogin login =
          login(
              owner, AccountLogin.existing(new AccountReference(owner.user(), "file:" + password)));
      try (Connection connection =
              DriverManager.getConnection(
                  "jdbc:mariadb://" + owner.host() + ":" + owner.port() + "/?sslMode=disable",
                  owner.user(),
                  owner.password());
          Statement sql = connection.createStatement()) {
        sql.execute("CREATE DATABASE a");
        sql.execute("CREATE DATABASE b");
        everyType(harness, login, sql);
        rowsThatAreThereTwice(harness, login, sql);
        keptRows(harness, login, sql);
        otherColumns(harness, login, sql);
        goesOnWhereItStopped(harness, login, sql);
      }
      connectsFromTheAddressGiven(sandbox, owner, password);
      saysWhyItDoesNotGetIn(harness, owner, password);
    }
  }

  private static void everyType(ActivityHarness harness, DatabaseLogin login, Statement sql)
      throws Exception {
    for (String table : List.of("a.types", "b.types")) {
      sql.execute(ALL_TYPES.formatted(table));
      sql.execute(ROW.formatted(table));
      sql.execute("INSERT INTO " + table + " (id) VALUES (2)");
    }
    assertThat(compare(harness, login, "types", false).verdict())
        .isEqualTo(ComparisonVerdict.EQUAL);
    for (String change :
        List.of(
            "f = 1.2345679",
            "d = 0.1 + 1e-16",
            "n = 3.140001",
            "b = ~0 - 1",
            "t = 'cafe|'",
            "u = CONCAT(u, ' ')",
            "x = x'00ff7d'",
            "y = x'4e'",
            "e = 'b'",
            "s = 'a'",
            "da = '2026-11-24'",
            "ti = '10:00:00.124'",
            "dt = '2026-11-23 10:00:00.123457'",
            "ts = '2026-11-23 10:00:01'",
            "yr = 2027",
            "g = POINT(1, 3)",
            "j = '{\"a\": 2}'",
            "t = NULL",
            "u = ''")) {
      sql.execute("UPDATE b.types SET " + change + " WHERE id = 1");
      assertThat(compare(harness, login, "types", false).verdict())
          .as(change)
          .isEqualTo(ComparisonVerdict.DIFFERENT);
      sql.execute("DELETE FROM b.types WHERE id = 1");
      sql.execute(ROW.formatted("b.types"));
    }
    sql.execute("UPDATE b.types SET u = '' WHERE id = 2");
    assertThat(compare(harness, login, "types", false).verdict())
        .as("an empty text is not NULL")
        .isEqualTo(ComparisonVerdict.DIFFERENT);
  }

  private static void rowsThatAreThereTwice(
      ActivityHarness harness, DatabaseLogin login, Statement sql) throws Exception {
    sql.execute("CREATE TABLE a.log (line VARCHAR(10))");
    sql.execute("CREATE TABLE b.log (line VARCHAR(10))");
    sql.execute("INSERT INTO a.log VALUES ('x'), ('x'), ('z')");
    sql.execute("INSERT INTO b.log VALUES ('z'), ('x'), ('x')");
    assertThat(compare(harness, login, "log", false).verdict()).isEqualTo(ComparisonVerdict.EQUAL);
    sql.execute("UPDATE b.log SET line = 'y' WHERE line = 'x'");
    assertThat(compare(harness, login, "log", false).verdict())
        .isEqualTo(ComparisonVerdict.DIFFERENT);
    assertThat(compare(harness, login, "log", true).verdict())
        .isEqualTo(ComparisonVerdict.NOT_COMPARED);
  }

  private static void keptRows(ActivityHarness harness, DatabaseLogin login, Statement sql)
      throws Exception {
    for (String database : List.of("a", "b")) {
      sql.execute("CREATE TABLE " + database + ".kept (k VARCHAR(9), n INT, PRIMARY KEY (k, n))");
      sql.execute("ALTER TABLE " + database + ".kept ADD v INT");
      sql.execute(
          "INSERT INTO " + database + ".kept VALUES ('a', 1, 1), ('b', 10, 1), ('b', 9, 1)");
    }
    assertThat(compare(harness, login, "kept", true).verdict()).isEqualTo(ComparisonVerdict.EQUAL);
    sql.execute("UPDATE b.kept SET v = 2 WHERE n = 9");
    sql.execute("INSERT INTO b.kept VALUES ('c', 1, 1), ('B2', 1, 1)");
    TableComparison complete = compare(harness, login, "kept", true);
    assertThat(complete.verdict()).isEqualTo(ComparisonVerdict.COMPLETE);
    assertThat(complete.note()).startsWith("1 rows were kept as they were, 2 more");
    sql.execute("DELETE FROM b.kept WHERE n = 10");
    TableComparison missing = compare(harness, login, "kept", true);
    assertThat(missing.verdict()).isEqualTo(ComparisonVerdict.DIFFERENT);
    assertThat(missing.note()).isEqualTo("1 rows of the clone are missing.");
  }

  private static void otherColumns(ActivityHarness harness, DatabaseLogin login, Statement sql)
      throws Exception {
    sql.execute("CREATE TABLE a.cols (id INT PRIMARY KEY, old INT)");
    sql.execute("CREATE TABLE b.cols (id INT PRIMARY KEY, young INT)");
    TableComparison columns = compare(harness, login, "cols", false);
    assertThat(columns.verdict()).isEqualTo(ComparisonVerdict.DIFFERENT);
    assertThat(columns.note()).contains("old", "young");
    sql.execute("DROP TABLE b.cols");
    assertThat(compare(harness, login, "cols", false).note()).contains("not on the primary");
  }

  private static void goesOnWhereItStopped(
      ActivityHarness harness, DatabaseLogin login, Statement sql) throws Exception {
    sql.execute("CREATE TABLE a.first (id INT PRIMARY KEY)");
    sql.execute("CREATE TABLE b.first (id INT PRIMARY KEY)");
    CompareTables both =
        wanted(
            login,
            List.of(new TableSelection("first", null), new TableSelection("log", null)),
            false);
    Checksum some = new Checksum(BigInteger.ONE, BigInteger.TWO);
    RowTally seven = new RowTally(7, 7, 7, some, some, 1, 0, 0, 0, 0, 0, false, false);
    harness.newActivity();
    harness.leaveHeartbeat(
        new ComparisonProgress(
            "comparing",
            List.of(new TablePosition("a.first", "b.first", 1, 0, seven, true, null, "")),
            Duration.ZERO));
    List<TableComparison> compared = harness.database.compareTables(both);
    assertThat(compared.get(0).sourceRows()).as("from the last attempt").isEqualTo(7);
    assertThat(compared.get(0).sourceChecksum()).isEqualTo(some.text());
    assertThat(compared.get(1).note()).isEqualTo("As many rows, but not the same.");
  }

  private static void connectsFromTheAddressGiven(Sandbox sandbox, OwnerLogin owner, Path password)
      throws Exception {
    ActivitySettings settings = ActivityHarness.settings(sandbox);
    DatabaseConnector connector =
        new DatabaseConnector(
            settings, new Logins(settings.accountKey(), new LocalSecrets(name -> null)));
    AccountLogin account =
        AccountLogin.existing(new AccountReference(owner.user(), "file:" + password));
    try (Connection connection = connector.connect(login(owner, account));
        Statement sql = connection.createStatement();
        var rows =
            sql.executeQuery(
                "SELECT host FROM information_schema.processlist WHERE id = CONNECTION_ID()")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).startsWith("127.0.0.2:");
    }
  }

  private static void saysWhyItDoesNotGetIn(
      ActivityHarness harness, OwnerLogin owner, Path password) throws Exception {
    DatabaseLogin wrongPassword = login(owner, AccountLogin.managed("abcdefghij"));
    assertThat(server(harness, wrongPassword).unreachableBecause()).contains("denies access");
    AccountLogin right =
        AccountLogin.existing(new AccountReference(owner.user(), "file:" + password));
    assertThat(
            server(harness, new DatabaseLogin("rm-x", DatabaseAddress.of("127.0.0.1", 1), right))
                .unreachableBecause())
        .contains("refused");
    assertThat(server(harness, new DatabaseLogin("rm-x", null, right)).unreachableBecause())
        .contains("no address");
    assertThat(outcome(harness, wrongPassword)).isEqualTo(LoginOutcome.WRONG_PASSWORD);
    assertThat(outcome(harness, login(owner, right))).isEqualTo(LoginOutcome.OK);
    assertThat(
            outcome(harness, new DatabaseLogin("rm-x", DatabaseAddress.of("127.0.0.1", 1), right)))
        .isEqualTo(LoginOutcome.NOT_REACHED);
    assertThat(outcome(harness, new DatabaseLogin("rm-x", null, right)))
        .isEqualTo(LoginOutcome.NOT_REACHED);
  }

  private static LoginOutcome outcome(ActivityHarness harness, DatabaseLogin login) {
    return harness.finish(() -> harness.database.readLogin(login)).outcome();
  }

  private static SchemaFacts server(ActivityHarness harness, DatabaseLogin login) {
    return harness.finish(
        () -> harness.database.readSchema(new ReadSchema(login, List.of(), List.of())));
  }

  private static DatabaseLogin login(OwnerLogin owner, AccountLogin account) {
    return new DatabaseLogin(
        Sandbox.SAMPLE_PRIMARY, DatabaseAddress.of(owner.host(), owner.port()), account);
  }

  private static TableComparison compare(
      ActivityHarness harness, DatabaseLogin login, String table, boolean keptExisting) {
    List<TableComparison> result =
        harness.finish(
            () ->
                harness.database.compareTables(
                    wanted(login, List.of(new TableSelection(table, null)), keptExisting)));
    assertThat(result).hasSize(1);
    return result.get(0);
  }

  private static CompareTables wanted(
      DatabaseLogin login, List<TableSelection> tables, boolean keptExisting) {
    return new CompareTables(
        login,
        login,
        List.of(new ObjectTarget("a", "b", tables)),
        VerifyMode.CHECKSUM,
        keptExisting,
        true,
        null,
        0);
  }
}
