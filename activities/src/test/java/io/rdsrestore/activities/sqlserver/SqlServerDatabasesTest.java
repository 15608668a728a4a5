package io.rdsrestore.activities.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rdsrestore.workflows.activity.AccountLogin;
import io.rdsrestore.workflows.activity.CompareTables;
import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.DatabaseActivities;
import io.rdsrestore.workflows.activity.DatabaseAddress;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.activity.LoginFacts;
import io.rdsrestore.workflows.activity.LoginOutcome;
import io.rdsrestore.workflows.activity.QuietClone;
import io.rdsrestore.workflows.activity.ReadChosenTables;
import io.rdsrestore.workflows.activity.ReadSchema;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.activity.SwapTables;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.activity.TableLook;
import io.rdsrestore.workflows.activity.TableTrait;
import io.rdsrestore.workflows.activity.TargetNames;
import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.SqlServerSettings;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.request.VerifyMode;
import io.rdsrestore.workflows.verify.Power;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a worker asks a SQL Server, and what it makes of the answers. None was there to be asked:
 * the statements are those of the golden file, and no more is proved.
 */
class SqlServerDatabasesTest {
  private static final TableRef ORDERS = new TableRef("shop", "dbo", "orders");
  private static final TableRef COPY = new TableRef("shop_restored", "dbo", "orders");
  private static final List<String> SUMMED = List.of("id", "note");

  private final List<String> asked = new ArrayList<>();
  private final ScriptedSql clone = new ScriptedSql(asked);
  private final ScriptedSql primary = new ScriptedSql(asked);
  private TestActivityEnvironment environment;
  private DatabaseActivities databases;

  @BeforeEach
  void answerAsServersWould() {
    environment = TestActivityEnvironment.newInstance();
    environment.registerActivitiesImplementations(
        new SqlServerDatabases(login -> login.instanceId().equals("rm-clone") ? clone : primary));
    databases = environment.newActivityStub(DatabaseActivities.class);
    for (ScriptedSql server : List.of(clone, primary)) {
      for (String database : List.of("shop", "shop_restored")) {
        server
            .answer(Statements.databases(1), List.of(seen("shop", "FULL", "0")))
            .answer(Statements.tableNames(database), List.of(List.of("dbo", "orders")))
            .answer(Statements.columns(database), columns());
      }
    }
    primary
        .answer(
            Statements.databases(2),
            List.of(seen("shop", "SIMPLE", "1"), seen("shop_restored", "FULL", "0")))
        .answer(Statements.VERSION, List.of(List.of("13.0.5026.0", "Standard Edition")))
        .answer(Statements.tables("shop"), List.of(List.of("dbo", "orders", "100", "8192")))
        .answer(
            Statements.foreignKeys("shop"),
            List.of(
                List.of(
                    "dbo",
                    "orders",
                    "fk_customer",
                    "dbo",
                    "customers",
                    "customer_id",
                    "id",
                    "NO_ACTION",
                    "CASCADE")))
        .answer(
            Statements.modules("shop"),
            List.of(Arrays.asList("V ", "dbo", "v", null, "CREATE VIEW v AS SELECT 1 AS one")))
        .answer(Statements.insertTriggers("shop_restored"), List.of(List.of("dbo", "orders", "tr")))
        .answer(Statements.anyRow(COPY), List.of(List.of("1")));
  }

  @AfterEach
  void close() {
    environment.close();
  }

  private static List<String> seen(String name, String model, String encrypted) {
    return List.of(name, model, encrypted, "Chinese_PRC_CI_AS", "1");
  }

  private static List<List<String>> columns() {
    return List.of(
        column("id", "int", "1"),
        column("note", "nvarchar", "0"),
        column("version", "timestamp", "0"));
  }

  private static List<String> column(String name, String type, String identity) {
    return Arrays.asList("dbo", "orders", name, type, "4", "10", "0", null, "0", identity, "0");
  }

  private static DatabaseLogin login(String instanceId) {
    return new DatabaseLogin(
        instanceId,
        DatabaseAddress.of("sql.example", 1433),
        AccountLogin.managed("abcdefgh23"),
        Engine.SQL_SERVER);
  }

  private static List<ObjectTarget> objects() {
    return List.of(
        new ObjectTarget("shop", "shop_restored", List.of(new TableSelection("orders", null))));
  }

  private SchemaFacts schema() {
    return databases.readSchema(
        new ReadSchema(
            login("rm-primary01"),
            List.of(
                new DatabaseSelection("shop", null, List.of(new TableSelection("orders", null)))),
            List.of(new TargetNames("shop_restored", List.of("orders"), false))));
  }

  private List<TableComparison> compare(VerifyMode mode) {
    return databases.compareTables(
        new CompareTables(
            login("rm-clone"), login("rm-primary01"), objects(), mode, false, true, null, 0));
  }

  private QuietClone look() {
    return databases.ensureCloneQuiet(
        new ReadChosenTables(login("rm-clone"), login("rm-primary01"), objects()));
  }

  private void count(ScriptedSql server, TableRef table, String rows, String checksum) {
    server.answer(Statements.count(table), List.of(List.of(rows)));
    server.answer(
        Statements.countAndChecksum(table, SUMMED), List.of(Arrays.asList(rows, checksum)));
  }

  @Test
  void everyStatementIsThatOfTheGoldenFile() throws IOException {
    count(clone, ORDERS, "100", "7");
    count(primary, ORDERS, "95", "8");
    count(primary, COPY, "100", "7");

    var schema = schema();
    var quiet = look();
    var summed = compare(VerifyMode.CHECKSUM);
    var counted = compare(VerifyMode.COUNTS);

    assertThat(List.of(schema, quiet, summed, counted)).doesNotContainNull();
    try (InputStream golden = getClass().getResourceAsStream("statements.sql")) {
      assertThat(String.join("\n", asked) + "\n")
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void aPrimaryIsToldWithItsModelEncryptionKeysAndTypes() {
    SchemaFacts facts = schema();

    assertThat(facts.reachable()).isTrue();
    assertThat(facts.settings().version()).isEqualTo("13.0.5026.0 Standard Edition");
    assertThat(facts.settings().globals())
        .isEqualTo(
            Map.of(
                SqlServerSettings.ENCRYPTED, "shop",
                SqlServerSettings.NOT_FULL, "shop (SIMPLE)"));
    assertThat(facts.chosen().tables()).isEqualTo(1);
    assertThat(facts.chosen().with(TableTrait.REFUSED_TYPE).first())
        .singleElement()
        .satisfies(found -> assertThat(found.text()).isEqualTo("shop.orders (version timestamp)"));
    assertThat(facts.definitions().first())
        .first()
        .satisfies(
            key ->
                assertThat(key.sql())
                    .isEqualTo(
                        "ALTER TABLE [dbo].[orders] ADD CONSTRAINT [fk_customer] FOREIGN KEY"
                            + " ([customer_id]) REFERENCES [dbo].[customers] ([id]) ON DELETE NO"
                            + " ACTION ON UPDATE CASCADE"));
    assertThat(facts.targets())
        .singleElement()
        .satisfies(
            target -> {
              assertThat(target.names()).containsExactly("orders");
              assertThat(target.insertTriggers().first().get(0).text())
                  .isEqualTo("shop_restored.orders (tr)");
              assertThat(target.filled().total()).isEqualTo(1);
            });
  }

  @Test
  void aTableThatIsAsItWasIsTold() {
    count(clone, ORDERS, "100", "7");
    count(primary, ORDERS, "100", "7");

    assertThat(look().tables())
        .containsExactly(new TableLook("shop", "orders", true, 100, true, 100, true));
    assertThat(look().mayRun()).contains("SQL Server Agent");
  }

  @Test
  void anEqualCopyIsToldWithTheWeaknessOfItsChecksum() {
    count(clone, ORDERS, "100", "7");
    count(primary, COPY, "100", "7");

    assertThat(compare(VerifyMode.CHECKSUM))
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.verdict()).isEqualTo(ComparisonVerdict.EQUAL);
              assertThat(table.power().method()).isEqualTo(Power.Method.WEAK_CHECKSUM);
              assertThat(table.power().missProbability()).isNull();
              assertThat(table.note()).isEqualTo("not in the checksum: version");
            });
  }

  @Test
  void anotherChecksumOrCountOrColumnIsADifference() {
    count(clone, ORDERS, "100", "7");
    count(primary, COPY, "100", "8");
    assertThat(compare(VerifyMode.CHECKSUM).get(0).verdict())
        .isEqualTo(ComparisonVerdict.DIFFERENT);

    count(primary, COPY, "100", "7");
    primary.answer(
        Statements.columns("shop_restored"),
        List.of(column("id", "bigint", "1"), column("note", "nvarchar", "0")));
    assertThat(compare(VerifyMode.CHECKSUM).get(0).differences())
        .extracting(difference -> difference.what())
        .containsExactly("column id", "column version");
  }

  @Test
  void whatTheAccountMayNotSeeIsNotCheckedAndFailsNothingElse() {
    primary.refuse(
        Statements.foreignKeys("shop"), new SQLException("permission denied", "S0001", 229));

    SchemaFacts facts = schema();

    assertThat(facts.definitions().notChecked()).contains("has not the right");
    assertThat(facts.chosen().isKnown()).isTrue();
  }

  @Test
  void noTableIsMoved() {
    assertThatThrownBy(
            () ->
                databases.ensureSwapped(
                    new SwapTables(login("rm-primary01"), List.of(), 0, "abcdefgh23")))
        .hasRootCauseInstanceOf(ApplicationFailure.class)
        .hasStackTraceContaining("are not moved, swapped or merged");
    assertThat(asked).isEmpty();
  }

  @Test
  void aRefusedConnectionIsNoAnswerAboutThePassword() {
    SQLException refused = new SQLException("The TCP/IP connection has failed", "08S01", 0);
    SQLException denied = new SQLException("Login failed for user", "S0001", 18456);

    assertThat(SqlServerTrouble.loginOutcome(refused)).isEqualTo(LoginOutcome.NOT_REACHED);
    assertThat(SqlServerTrouble.loginOutcome(denied)).isEqualTo(LoginOutcome.WRONG_PASSWORD);
    assertThat(databases.readLogin(login("rm-clone")))
        .isEqualTo(new LoginFacts(LoginOutcome.OK, null));
  }
}
