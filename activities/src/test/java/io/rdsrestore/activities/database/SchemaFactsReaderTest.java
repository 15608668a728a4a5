package io.rdsrestore.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.rdsrestore.activities.ActivityHarness;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.MariaDbDataPlane;
import io.rdsrestore.sandbox.dataplane.OwnerLogin;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.workflows.activity.AccountLogin;
import io.rdsrestore.workflows.activity.DatabaseAddress;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.activity.ForeignKeyFacts;
import io.rdsrestore.workflows.activity.GrantFacts;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.ObjectKind;
import io.rdsrestore.workflows.activity.ReadSchema;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.activity.TableFinding;
import io.rdsrestore.workflows.activity.TableTrait;
import io.rdsrestore.workflows.activity.TargetFacts;
import io.rdsrestore.workflows.activity.TargetNames;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.request.AccountReference;
import io.rdsrestore.workflows.request.DatabaseSelection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What the reader finds on a real server, with all rights and with few. */
@TestInstance(Lifecycle.PER_CLASS)
class SchemaFactsReaderTest {
  private static final int MANY = 2_000;
  private static final List<String> MADE =
      List.of(
          "CREATE DATABASE depot CHARACTER SET latin1",
          "CREATE DATABASE other",
          "CREATE TABLE depot.parents (id INT PRIMARY KEY)",
          "CREATE TABLE depot.orders (id INT AUTO_INCREMENT PRIMARY KEY, parent INT, price DOUBLE,"
              + " gross INT AS (id + 1) VIRTUAL, FOREIGN KEY to_parents (parent)"
              + " REFERENCES depot.parents (id)) ENGINE=InnoDB AUTO_INCREMENT=1201",
          "CREATE TABLE other.lines (id INT PRIMARY KEY, orders INT,"
              + " CONSTRAINT to_orders FOREIGN KEY (orders) REFERENCES depot.orders (id))",
          "CREATE TABLE depot.log (line VARCHAR(10), UNIQUE KEY perhaps (line))",
          "INSERT INTO depot.log VALUES ('a line')",
          "CREATE TABLE depot.single (id INT PRIMARY KEY) ENGINE=MyISAM",
          "CREATE TABLE depot.merged (id INT PRIMARY KEY) ENGINE=MERGE UNION=(depot.single)"
              + " INSERT_METHOD=LAST",
          "CREATE TABLE depot.years (y INT PRIMARY KEY) PARTITION BY HASH (y) PARTITIONS 2",
          "CREATE TABLE depot._orders_gho (id INT PRIMARY KEY)",
          "CREATE TABLE depot._nothing_gho (id INT PRIMARY KEY)",
          "CREATE VIEW depot.cheap AS SELECT id FROM depot.orders WHERE price < 1",
          "CREATE TRIGGER depot.audit BEFORE INSERT ON depot.orders FOR EACH ROW SET NEW.price = 1",
          "CREATE TRIGGER depot.changed BEFORE UPDATE ON depot.orders FOR EACH ROW SET @x = 1",
          "CREATE PROCEDURE depot.tidy() BEGIN DELETE FROM orders; DELETE FROM log; END",
          "CREATE FUNCTION depot.one() RETURNS INT RETURN 1",
          "CREATE PROCEDURE depot.login() SET @password = 'geheim'",
          "CREATE EVENT depot.nightly ON SCHEDULE EVERY 1 DAY DO DELETE FROM log",
          "CREATE USER app IDENTIFIED BY 'app-secret'",
          "GRANT SELECT ON `dep%`.* TO app",
          "GRANT INSERT, UPDATE (price) ON depot.orders TO app",
          "CREATE USER few IDENTIFIED BY 'few-secret'",
          "GRANT SELECT, INSERT ON `depot`.* TO few");

  private Path work;
  private Sandbox sandbox;
  private ActivityHarness harness;
  private OwnerLogin owner;
  private Connection connection;

  @BeforeAll
  void makeDepot(@TempDir Path folder) throws Exception {
    work = folder;
    sandbox =
        Sandbox.builder()
            .dataPlane(MariaDbDataPlane.create(Files.createDirectory(work.resolve("data"))))
            .timings(SandboxTimings.instant())
            .build()
            .start();
    harness = new ActivityHarness(sandbox);
    owner = sandbox.dataPlane().ownerLogin(Sandbox.SAMPLE_PRIMARY);
    connection = connect();
    for (String sql : MADE) {
      run(sql);
    }
  }

  @AfterAll
  void close() throws Exception {
    connection.close();
    harness.close();
    sandbox.close();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:mariadb://" + owner.host() + ":" + owner.port() + "/?sslMode=disable",
        owner.user(),
        owner.password());
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private SchemaFacts read(
      String user, String password, List<DatabaseSelection> chosen, TargetNames... targets)
      throws Exception {
    Path file = work.resolve("password-of-" + user);
    Files.writeString(file, password);
    DatabaseLogin login =
        new DatabaseLogin(
            Sandbox.SAMPLE_PRIMARY,
            DatabaseAddress.of(owner.host(), owner.port()),
            AccountLogin.existing(new AccountReference(user, "file:" + file)));
    return harness.finish(
        () -> harness.database.readSchema(new ReadSchema(login, chosen, List.of(targets))));
  }

  private SchemaFacts readAll(List<DatabaseSelection> chosen, TargetNames... targets)
      throws Exception {
    return read(owner.user(), owner.password(), chosen, targets);
  }

  private SchemaFacts readOrders() throws Exception {
    return readAll(
        List.of(DatabaseSelection.tables("depot", "orders", "log", "merged", "years", "gone")),
        new TargetNames("depot", List.of("ORDERS", "log", "fresh"), false),
        new TargetNames("nowhere", List.of("orders"), false));
  }

  private static TableFinding table(String name, String detail) {
    return new TableFinding("depot", name, detail);
  }

  @Test
  void tellsWhatIsSpecialAboutTheChosenTables() throws Exception {
    SchemaFacts facts = readOrders();

    assertThat(facts.reachable()).isTrue();
    assertThat(facts.chosen().charsets()).containsEntry("depot", "latin1");
    assertThat(facts.chosen().missing().first()).containsExactly("depot.gone");
    assertThat(facts.chosen().tables()).isEqualTo(4);
    assertThat(facts.chosen().bytes()).isPositive();
    assertThat(facts.chosen().with(TableTrait.NO_KEY).first()).contains(table("log", null));
    assertThat(facts.chosen().with(TableTrait.NO_KEY).first())
        .doesNotContain(table("orders", null), table("years", null));
    assertThat(facts.chosen().with(TableTrait.FLOAT).first())
        .containsExactly(table("orders", "price"));
    assertThat(facts.chosen().with(TableTrait.GENERATED).first())
        .containsExactly(table("orders", "gross"));
    assertThat(facts.chosen().with(TableTrait.AUTO_INCREMENT).first())
        .containsExactly(table("orders", "1201"));
    assertThat(facts.chosen().with(TableTrait.REFUSED_ENGINE).first())
        .containsExactly(table("merged", "MRG_MYISAM"));
    assertThat(facts.chosen().with(TableTrait.PARTITIONED).first())
        .containsExactly(table("years", null));
  }

  @Test
  void aWholeDatabaseIsLookedAtAsItsTablesAre() throws Exception {
    SchemaFacts facts =
        readAll(
            List.of(DatabaseSelection.whole("depot")), new TargetNames("depot", List.of(), true));

    assertThat(facts.chosen().tables()).isEqualTo(8);
    assertThat(facts.chosen().with(TableTrait.NOT_TRANSACTIONAL).first())
        .containsExactly(table("single", "MYISAM"));
    assertThat(facts.foreignKeys().outgoing().isEmpty()).isTrue();
    assertThat(facts.definitions().first())
        .extracting(ObjectDefinition::text)
        .as("a whole database leaves its events behind, nothing else")
        .containsExactly("event depot.nightly");
    assertThat(facts.targets().get(0).total()).isEqualTo(9);
  }

  @Test
  void tellsWhichNamesAreTakenAndWhatIsAboutThem() throws Exception {
    List<TargetFacts> targets = readOrders().targets();

    assertThat(targets).extracting(TargetFacts::database).containsExactly("depot");
    assertThat(targets.get(0).names()).startsWith("log", "orders").contains("cheap");
    assertThat(targets.get(0).keyless().first()).containsExactly(table("log", null));
    assertThat(targets.get(0).insertTriggers().first()).containsExactly(table("orders", "audit"));
    assertThat(targets.get(0).filled().first()).containsExactly(table("log", null));
  }

  @Test
  void tellsForeignKeysBothWays() throws Exception {
    SchemaFacts facts = readOrders();

    assertThat(facts.foreignKeys().outgoing().first())
        .extracting(ForeignKeyFacts::table, ForeignKeyFacts::refersTo)
        .containsExactly(tuple("depot.orders", "depot.parents"));
    assertThat(facts.foreignKeys().incoming().first())
        .containsExactly(new ForeignKeyFacts("to_orders", "other.lines", "depot.orders"));
  }

  @Test
  void theSqlOfWhatIsLeftBehindMakesItInAnotherDatabase() throws Exception {
    List<ObjectDefinition> definitions = readOrders().definitions().first();

    assertThat(definitions)
        .extracting(ObjectDefinition::text)
        .containsExactlyInAnyOrder(
            "trigger depot.audit on table orders",
            "trigger depot.changed on table orders",
            "view depot.cheap",
            "procedure depot.tidy",
            "procedure depot.login",
            "function depot.one",
            "event depot.nightly");
    run("CREATE DATABASE elsewhere");
    run("CREATE TABLE elsewhere.orders LIKE depot.orders");
    try (Connection other = connect();
        Statement sql = other.createStatement()) {
      sql.execute("USE elsewhere");
      for (ObjectDefinition each : definitions) {
        // Triggers are kept as they were typed, with the database where it was named.
        if (each.sql() != null && each.kind() != ObjectKind.TRIGGER) {
          assertThat(each.sql()).contains("DEFINER=");
          sql.execute(each.sql());
        }
      }
      assertThat(
              sql.executeQuery(
                      "SELECT 1 FROM information_schema.views WHERE table_schema = 'elsewhere'")
                  .next())
          .isTrue();
    } finally {
      run("DROP DATABASE elsewhere");
    }
  }

  @Test
  void noSecretIsAmongWhatItTells() throws Exception {
    SchemaFacts facts = readOrders();

    assertThat(facts.definitions().first())
        .filteredOn(each -> each.name().equals("login"))
        .extracting(ObjectDefinition::sql)
        .containsOnlyNulls();
    assertThat(RestoreJson.write(facts)).doesNotContain("geheim", "app-secret", "IDENTIFIED");
  }

  @Test
  void tellsGrantsOfOthersAndRightsOfItsOwn() throws Exception {
    SchemaFacts facts = readOrders();

    assertThat(facts.rights().has("CREATE", "depot")).isTrue();
    assertThat(facts.grants().first())
        .contains(
            new GrantFacts("'app'@'%'", "SELECT", "depot", null, false),
            new GrantFacts("'app'@'%'", "INSERT, UPDATE (`price`)", "depot", "orders", false));
  }

  @Test
  void tellsDdlThatIsInTheWay() throws Exception {
    assertThat(readOrders().work().ghostTables().first())
        .containsExactly(table("_orders_gho", "of gh-ost, for orders"));
    assertThat(readOrders().work().statements().isKnown()).isTrue();
    assertThat(readOrders().work().transactions().isKnown()).isTrue();
  }

  @Test
  void ddlThatRunsIsTold() throws Exception {
    try (Connection reader = connect();
        Connection writer = connect();
        Statement open = reader.createStatement()) {
      reader.setAutoCommit(false);
      open.executeQuery("SELECT * FROM depot.years").close();
      Thread ddl = new Thread(() -> alter(writer), "ddl");
      ddl.start();
      try {
        SchemaFacts facts = readOrders();
        while (facts.work().statements().isEmpty() && ddl.isAlive()) {
          facts = readOrders();
        }
        assertThat(facts.work().statements().first())
            .hasSize(1)
            .allMatch(each -> each.kind().equals("ALTER TABLE") && each.database().equals("depot"));
      } finally {
        reader.rollback();
        ddl.join();
      }
    }
  }

  private static void alter(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("/* of a tool */ ALTER TABLE depot.years ADD x INT");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatAnAccountMayNotSeeIsNotChecked() throws Exception {
    SchemaFacts facts =
        read(
            "few",
            "few-secret",
            List.of(
                DatabaseSelection.tables("depot", "orders"),
                DatabaseSelection.tables("other", "lines")),
            new TargetNames("depot", List.of("orders"), false));

    assertThat(facts.rights().onDatabases())
        .containsOnlyKeys("depot")
        .containsValue(List.of("SELECT", "INSERT"));
    assertThat(facts.chosen().hidden()).containsExactly("other");
    assertThat(facts.chosen().tables()).isEqualTo(1);
    assertThat(facts.targets().get(0).insertTriggers().notChecked()).contains("TRIGGER");
    assertThat(facts.definitions().notChecked()).contains("EVENT on depot");
    assertThat(facts.grants().notChecked()).contains("mysql");
    assertThat(facts.work().statements().notChecked()).contains("PROCESS");
    assertThat(facts.work().transactions().notChecked()).contains("has not the right");
  }

  @Test
  void aDatabaseOfManyTablesStaysSmall() throws Exception {
    run("CREATE DATABASE crowd");
    try (Statement statement = connection.createStatement()) {
      for (int i = 0; i < MANY; i++) {
        statement.execute(
            "CREATE VIEW crowd.`%s%d` AS SELECT 1"
                .formatted("\u8d85\u957f\u8868\u540d".repeat(10), i));
      }
    }
    SchemaFacts facts =
        readAll(
            List.of(DatabaseSelection.whole("crowd"), DatabaseSelection.tables("crowd", "none")),
            new TargetNames("crowd", List.of(), true));

    assertThat(facts.targets().get(0).total()).isEqualTo(MANY);
    assertThat(facts.definitions().total()).isEqualTo(MANY);
    assertThat(RestoreJson.write(facts).getBytes(StandardCharsets.UTF_8).length)
        .isLessThan(200_000);
    run("DROP DATABASE crowd");
  }
}
