package io.rdsrestore.activities.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.activities.ActivityHarness;
import io.rdsrestore.activities.secret.Logins;
import io.rdsrestore.workflows.activity.DatabaseAddress;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.activity.ForeignKeyFacts;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.QuietClone;
import io.rdsrestore.workflows.activity.ReadChosenTables;
import io.rdsrestore.workflows.activity.TableLook;
import io.rdsrestore.workflows.activity.WatchTables;
import io.rdsrestore.workflows.guard.TableShapes;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tables look like, and a clone in which nothing runs, on a real server. */
@TestInstance(Lifecycle.PER_CLASS)
class ShapeReaderTest {
  private ServerOfTest server;
  private ShapeReader reader;

  @BeforeAll
  void start(@TempDir Path work) throws Exception {
    server = new ServerOfTest(work);
    reader =
        new ShapeReader(
            server.settings(),
            new Logins(server.settings().accountKey(), server.settings().secrets()));
  }

  @AfterAll
  void close() {
    server.close();
  }

  @BeforeEach
  void tables() throws Exception {
    server.drop("shop", "shop_r");
    for (String database : List.of("shop", "shop_r")) {
      server.run(
          database,
          "CREATE TABLE orders (id INT PRIMARY KEY, v VARCHAR(20) CHARACTER SET utf8)",
          "CREATE TABLE others (id INT PRIMARY KEY)",
          "CREATE VIEW best AS SELECT * FROM orders");
    }
  }

  /** Of the table that is chosen, in the databases of both sides, which are one server here. */
  private TableShapes look() {
    return reader
        .look(
            new WatchTables(
                server.login(),
                server.login(),
                List.of(
                    new ObjectTarget(
                        "shop", "shop_r", List.of(new TableSelection("orders", null)))),
                TableShapes.none()))
        .orElseThrow();
  }

  @Test
  void onlyTheChosenTablesAreLookedAt() {
    TableShapes shapes = look();
    assertThat(shapes.source().keySet()).containsExactly("shop.orders");
    assertThat(shapes.primary().keySet()).containsExactly("shop_r.orders");
    assertThat(shapes.source().get("shop.orders")).isEqualTo(shapes.primary().get("shop_r.orders"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE orders ADD COLUMN w INT | the columns of shop_r.orders on the primary have been changed",
        "ALTER TABLE orders MODIFY v VARCHAR(21) CHARACTER SET utf8 | the columns of shop_r.orders on the primary have been changed",
        "ALTER TABLE orders MODIFY v VARCHAR(20) CHARACTER SET latin1 | the columns of shop_r.orders on the primary have been changed",
        "ALTER TABLE orders MODIFY v VARCHAR(20) CHARACTER SET utf8 NOT NULL | the columns of shop_r.orders on the primary have been changed",
        "ALTER TABLE orders DROP COLUMN v | the columns of shop_r.orders on the primary have been changed",
        "ALTER TABLE orders MODIFY v VARCHAR(20) CHARACTER SET utf8 FIRST | the columns of shop_r.orders on the primary have been changed",
        "DROP TABLE orders | shop_r.orders on the primary is gone: dropped, or renamed",
        "RENAME TABLE orders TO orders_old | shop_r.orders on the primary is gone: dropped, or renamed",
        "CREATE TABLE _orders_gho (id INT) | shop_r._orders_gho has appeared on the primary: of gh-ost, for orders",
        "CREATE TABLE _orders_new (id INT) | shop_r._orders_new has appeared on the primary: of pt-online-schema-change, for orders",
        "CREATE TABLE tp_4711_ogt_orders (id INT) | shop_r.tp_4711_ogt_orders has appeared on the primary: of DMS, for orders",
      })
  void aChangeIsNamed(String ddl, String sentence) throws Exception {
    TableShapes before = look();
    server.run("shop_r", ddl);
    assertThat(before.changesTo(look())).containsExactly(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE INDEX by_v ON orders (v)",
        "INSERT INTO orders VALUES (1, 'x')",
        "ALTER TABLE others ADD COLUMN w INT",
        "CREATE TABLE _others_gho (id INT)",
        "DROP VIEW best"
      })
  void whatHarmsNoCopyIsNoChange(String sql) throws Exception {
    TableShapes before = look();
    server.run("shop_r", sql);
    assertThat(before.changesTo(look())).isEmpty();
  }

  @Test
  void notGettingInIsNoReasonToStop() {
    assertThat(
            reader.look(
                new WatchTables(
                    new DatabaseLogin(
                        "rm-x", DatabaseAddress.of("127.0.0.1", 1), server.login().account()),
                    server.login(),
                    List.of(),
                    TableShapes.none())))
        .isEmpty();
  }

  @Test
  void eventsOfTheChosenDatabasesAreSwitchedOffOnce() throws Exception {
    server.run(
        "shop",
        "CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DO DELETE FROM orders",
        "CREATE EVENT `off` ON SCHEDULE EVERY 1 DAY DISABLE DO DELETE FROM orders");
    server.run("shop_r", "CREATE EVENT other ON SCHEDULE EVERY 1 DAY DO DELETE FROM orders");
    ReadChosenTables wanted =
        new ReadChosenTables(
            server.login(),
            server.login(),
            List.of(new ObjectTarget("shop", "shop", List.of(new TableSelection("orders", null)))));

    try (ActivityHarness harness = new ActivityHarness(server.settings(), Clock.systemUTC())) {
      QuietClone quiet = harness.finish(() -> harness.database.ensureCloneQuiet(wanted));

      assertThat(quiet.off()).containsExactly("shop.nightly", "shop.off");
      assertThat(quiet.mayRun()).isNull();
      assertThat(quiet.collations()).containsOnlyKeys("shop");
      assertThat(quiet.tables()).singleElement().matches(TableLook::inClone);
      assertThat(quiet.shapes()).isEqualTo(look().source());
      assertThat(quiet.definitions().first())
          .extracting(ObjectDefinition::name)
          .contains("nightly", "off");
      assertThat(enabled()).containsExactly("shop_r.other");
      assertThat(harness.finish(() -> harness.database.ensureCloneQuiet(wanted))).isEqualTo(quiet);
    }
  }

  /** DTS brings the triggers of a whole database, but not every account can move them on. */
  @Test
  void triggersOfAWholeDatabaseAreToldWithWhomTheyRunAs() throws Exception {
    server.run(
        "shop",
        "CREATE DEFINER=`app`@`%` TRIGGER audit AFTER INSERT ON orders FOR EACH ROW SET @a = 1");
    try {
      assertThat(quiet(null).definitions().first())
          .filteredOn(definition -> definition.name().equals("audit"))
          .singleElement()
          .matches(audit -> audit.definer().equals(Optional.of("app@%")))
          .matches(audit -> audit.table().equals("orders"));
    } finally {
      server.run("shop", "DROP TRIGGER audit");
    }
  }

  @Test
  void foreignKeysBetweenChosenTablesOfTheCloneAreTold() throws Exception {
    server.run(
        "shop",
        "CREATE TABLE parents (id INT PRIMARY KEY, up INT, CONSTRAINT own FOREIGN KEY (up) REFERENCES"
            + " parents (id)) ENGINE=InnoDB",
        "CREATE TABLE children (p INT, CONSTRAINT of_parent FOREIGN KEY (p) REFERENCES parents (id))"
            + " ENGINE=InnoDB",
        "CREATE TABLE strangers (p INT, CONSTRAINT of_other FOREIGN KEY (p) REFERENCES parents (id))"
            + " ENGINE=InnoDB");
    try {
      QuietClone quiet =
          quiet(List.of(new TableSelection("parents", null), new TableSelection("children", null)));
      assertThat(quiet.links().first())
          .containsExactly(new ForeignKeyFacts("of_parent", "shop.children", "shop.parents"));
    } finally {
      server.run("shop", "DROP TABLE strangers", "DROP TABLE children", "DROP TABLE parents");
    }
  }

  private QuietClone quiet(List<TableSelection> tables) throws Exception {
    try (ActivityHarness harness = new ActivityHarness(server.settings(), Clock.systemUTC())) {
      return harness.finish(
          () ->
              harness.database.ensureCloneQuiet(
                  new ReadChosenTables(
                      server.login(),
                      server.login(),
                      List.of(new ObjectTarget("shop", "shop_r", tables)))));
    }
  }

  private List<String> enabled() throws Exception {
    return server.texts(
        "SELECT CONCAT(event_schema, '.', event_name) FROM information_schema.events"
            + " WHERE status = 'ENABLED'");
  }
}
