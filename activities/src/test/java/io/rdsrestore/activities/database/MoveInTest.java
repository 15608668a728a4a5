package io.rdsrestore.activities.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.SwapQuery;
import io.rdsrestore.workflows.activity.SwapTables;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.swap.SwapLook;
import io.rdsrestore.workflows.swap.SwapState;
import io.rdsrestore.workflows.swap.SwapTable;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables move into places that nothing has, on a real server. */
class MoveInTest extends OnOneServer {
  private static final String ID = "k3f9a";
  private static final String TABLE =
      "(id INT AUTO_INCREMENT PRIMARY KEY, v VARCHAR(20)) ENGINE=InnoDB";

  private Swapper swapper;

  @BeforeEach
  void tables() throws Exception {
    swapper = new Swapper(server.connector());
    server.drop("shop", "shop_r");
    server.run(
        "shop", "CREATE TABLE orders " + TABLE, "INSERT INTO orders VALUES (1, 'now'), (2, 'now')");
    server.run(
        "shop_r",
        "CREATE TABLE orders " + TABLE,
        "CREATE TABLE items " + TABLE,
        "INSERT INTO orders VALUES (1, 'then')",
        "INSERT INTO items VALUES (7, 'then')");
  }

  private List<SwapLook> moveIn(long floor, String... names) {
    return swapper.moveIn(wanted(floor, names));
  }

  private SwapTables wanted(long floor, String... names) {
    return new SwapTables(
        server.login(),
        Arrays.stream(names)
            .map(
                name ->
                    SwapTable.of(
                        new QualifiedName("shop_r", name), new QualifiedName("shop", name), ID))
            .toList(),
        floor,
        ID);
  }

  private static String staysBecause(SwapLook look) {
    assertThat(look.state()).isEqualTo(SwapState.BESIDE);
    return String.join("; ", look.obstacles());
  }

  @Test
  void I5_whatHasAFreePlaceMovesAndWhatHasNoneStays() throws Exception {
    List<SwapLook> looks = moveIn(0, "items", "orders");

    assertThat(looks.get(0).state()).isEqualTo(SwapState.SWAPPED);
    assertThat(staysBecause(looks.get(1))).isEqualTo("there is shop.orders already");
    assertThat(server.texts("SELECT v FROM shop.items")).containsExactly("then");
    assertThat(server.texts("SELECT v FROM shop.orders")).containsExactly("now", "now");
    assertThat(server.texts("SELECT v FROM shop_r.orders")).containsExactly("then");
    assertThat(moveIn(0, "items", "orders")).as("once more changes nothing").isEqualTo(looks);
  }

  @Test
  void aDatabaseThatIsMadeForThemGetsItsCollation() throws Exception {
    SwapTables items = wanted(0, "items");
    swapper.moveIn(
        new SwapTables(
            items.primary(),
            items.tables(),
            0,
            ID,
            new TreeMap<>(Map.of("shop", "latin1_german1_ci"))));

    assertThat(
            server.texts(
                "SELECT default_collation_name FROM information_schema.schemata WHERE schema_name ="
                    + " 'shop'"))
        .containsExactly("latin1_german1_ci");
    assertThat(server.texts("SELECT v FROM shop.items")).containsExactly("then");
  }

  @Test
  void numbersGoOnFromTheFloor() throws Exception {
    moveIn(700_000, "items");
    server.run("shop", "INSERT INTO items (v) VALUES ('new')");

    assertThat(server.texts("SELECT MAX(id) FROM shop.items")).containsExactly("700000");
  }

  /** MySQL 8.0 tells no next number of such a table. */
  @Test
  void numbersOfAnEmptyTableGoOnFromTheFloor() throws Exception {
    server.run("shop_r", "CREATE TABLE fresh " + TABLE);
    moveIn(700_000, "fresh");
    server.run("shop", "INSERT INTO fresh (v) VALUES ('new')");

    assertThat(server.texts("SELECT MAX(id) FROM shop.fresh")).containsExactly("700000");
  }

  @Test
  void aFloorThatACounterDoesNotHoldKeepsItsTableBeside() throws Exception {
    server.run(
        "shop_r",
        "CREATE TABLE tiny (id TINYINT UNSIGNED AUTO_INCREMENT PRIMARY KEY) ENGINE=InnoDB");

    assertThat(staysBecause(moveIn(256, "tiny").get(0)))
        .startsWith("its counter is tinyint")
        .endsWith("and autoIncrementFloor asks for 256");
    assertThat(moveIn(255, "tiny").get(0).state()).isEqualTo(SwapState.SWAPPED);
  }

  @Test
  void aForeignKeyFollowsWhereBothOfItsTablesMove() throws Exception {
    server.run(
        "shop_r",
        "CREATE TABLE parcels (item INT, CONSTRAINT of_item FOREIGN KEY (item) REFERENCES items"
            + " (id)) ENGINE=InnoDB",
        "INSERT INTO parcels VALUES (7)");

    assertThat(moveIn(0, "parcels", "items")).allMatch(look -> look.state() == SwapState.SWAPPED);
    assertThat(
            server.texts(
                "SELECT CONCAT(constraint_schema, '.', constraint_name, ' ', unique_constraint_schema,"
                    + " '.', referenced_table_name) FROM information_schema.referential_constraints"
                    + " WHERE table_name = 'parcels'"))
        .containsExactly("shop.of_item shop.items");
  }

  @Test
  void aForeignKeyToWhatStaysKeepsItsTableBeside() throws Exception {
    server.run(
        "shop_r",
        "CREATE TABLE parcels (id INT PRIMARY KEY, o INT, CONSTRAINT of_order FOREIGN KEY (o)"
            + " REFERENCES orders (id)) ENGINE=InnoDB",
        "CREATE TABLE parts (l INT, CONSTRAINT of_parcel FOREIGN KEY (l) REFERENCES parcels (id))"
            + " ENGINE=InnoDB");

    List<SwapLook> looks = moveIn(0, "parts", "parcels", "orders", "items");

    assertThat(staysBecause(looks.get(0)))
        .isEqualTo("foreign key of_parcel links it with shop_r.parcels, which stays where it is");
    assertThat(staysBecause(looks.get(1)))
        .isEqualTo("foreign key of_order links it with shop_r.orders, which stays where it is");
    assertThat(looks.get(3).state()).isEqualTo(SwapState.SWAPPED);
  }

  /** The parent is lost, and its child is there. */
  @Test
  void aForeignKeyFromWhatStaysKeepsItsParentBeside() throws Exception {
    server.run(
        "shop_r",
        "DROP TABLE orders",
        "CREATE TABLE orders (id INT PRIMARY KEY, i INT, CONSTRAINT of_item FOREIGN KEY (i)"
            + " REFERENCES items (id)) ENGINE=InnoDB");

    List<SwapLook> looks = moveIn(0, "items", "orders");
    assertThat(staysBecause(looks.get(0)))
        .isEqualTo("foreign key of_item links it with shop_r.orders, which stays where it is");
    assertThat(staysBecause(looks.get(1))).contains("there is shop.orders already");

    server.run("shop_r", "ALTER TABLE orders DROP FOREIGN KEY of_item");
    assertThat(moveIn(0, "items", "orders").get(0).state())
        .as("what the plan's command is for")
        .isEqualTo(SwapState.SWAPPED);
  }

  /** As after a DROP TABLE with foreign_key_checks = 0. */
  @Test
  void aForeignKeyThatWaitsForTheLostTableFindsItAgain() throws Exception {
    server.run(
        "shop",
        "CREATE TABLE items " + TABLE,
        "INSERT INTO items VALUES (7, 'lost')",
        "CREATE TABLE parcels (item INT, CONSTRAINT of_item FOREIGN KEY (item) REFERENCES items"
            + " (id)) ENGINE=InnoDB",
        "INSERT INTO parcels VALUES (7)",
        "SET foreign_key_checks = 0",
        "DROP TABLE items");

    assertThat(moveIn(0, "items").get(0).state()).isEqualTo(SwapState.SWAPPED);
    server.run("shop", "INSERT INTO parcels VALUES (7)");
    assertThat(fails("INSERT INTO parcels VALUES (8)")).contains("of_item");
  }

  /** What the server says of the triggers of a database. */
  private List<String> triggersOf(String database) throws Exception {
    return server.texts(
        """
        SELECT CONCAT_WS('|', trigger_name, event_object_table, action_timing, event_manipulation,
          definer, sql_mode, character_set_client, collation_connection, action_statement)
        FROM information_schema.triggers WHERE trigger_schema = '%s'
        ORDER BY event_object_table, event_manipulation, action_timing, action_order\
        """
            .formatted(database));
  }

  private void makeTriggers() throws Exception {
    String untold = "SET session_track_system_variables = ''";
    server.run(
        "shop_r",
        "CREATE TABLE log (t VARCHAR(200)) ENGINE=InnoDB DEFAULT CHARSET=utf8",
        "CREATE TRIGGER t1 BEFORE INSERT ON items FOR EACH ROW SET NEW.v = CONCAT(NEW.v, '\u00e4-')",
        "SET sql_mode = 'PIPES_AS_CONCAT,ANSI_QUOTES'",
        server.takes(untold) ? untold : "DO 0",
        "SET character_set_client = latin1, collation_connection = latin1_german1_ci",
        "CREATE TRIGGER t2 AFTER INSERT ON items FOR EACH ROW"
            + " INSERT INTO \"shop_r\".log VALUES (NEW.v || ' in shop_r.items')");
    if (severalAnEvent()) {
      server.run(
          "shop_r",
          "CREATE TRIGGER t0 BEFORE INSERT ON items FOR EACH ROW PRECEDES t1"
              + " SET NEW.v = CONCAT(NEW.v, 'first-')");
    }
  }

  private boolean severalAnEvent() throws Exception {
    return server.takes(
        "CREATE TABLE a (i INT)",
        "CREATE TRIGGER a1 BEFORE INSERT ON a FOR EACH ROW SET @a = 1",
        "CREATE TRIGGER a2 BEFORE INSERT ON a FOR EACH ROW SET @a = 2");
  }

  @Test
  void triggersGoWithTheirTable() throws Exception {
    makeTriggers();
    List<String> before = triggersOf("shop_r");
    assertThat(before).hasSizeGreaterThan(1);

    assertThat(moveIn(0, "items", "log")).allMatch(look -> look.state() == SwapState.SWAPPED);
    assertThat(triggersOf("shop"))
        .containsExactlyElementsOf(
            before.stream().map(text -> text.replace("\"shop_r\".", "`shop`.")).toList());
    assertThat(triggersOf("shop_r")).isEmpty();
    assertThat(server.texts("SHOW TABLES FROM shop_r")).containsExactly("orders");
    server.run("shop", "INSERT INTO items (v) VALUES ('x')");
    assertThat(server.texts("SELECT t FROM shop.log"))
        .containsExactly(
            before.size() == 3 ? "xfirst-\u00e4- in shop_r.items" : "x\u00e4- in shop_r.items");
  }

  @Test
  void whatHasNoFreePlaceKeepsItsTriggers() throws Exception {
    makeTriggers();
    server.run("shop", "CREATE TABLE items (own INT)");
    List<String> before = triggersOf("shop_r");

    assertThat(staysBecause(moveIn(0, "items").get(0))).isEqualTo("there is shop.items already");
    assertThat(triggersOf("shop_r")).isEqualTo(before);
    assertThat(server.texts("SHOW TABLES FROM shop_r")).containsExactly("items", "log", "orders");
  }

  @Test
  void aTriggerWhoseNameIsTakenKeepsItsTableBeside() throws Exception {
    makeTriggers();
    server.run("shop", "CREATE TRIGGER t2 BEFORE INSERT ON orders FOR EACH ROW SET @a = 1");

    assertThat(staysBecause(moveIn(0, "items").get(0)))
        .contains("trigger t2", "shop.orders has a trigger of that name already");
    assertThat(server.texts("SHOW TABLES FROM shop_r")).containsExactly("items", "log", "orders");
  }

  @Test
  void aDefinerThatThereIsNotKeepsItsTableBeside() throws Exception {
    server.run(
        "shop_r",
        "CREATE DEFINER=`gone`@`%` TRIGGER t BEFORE INSERT ON items FOR EACH ROW SET NEW.v = 'x'");

    assertThat(staysBecause(moveIn(0, "items").get(0)))
        .contains("trigger t", "runs as gone@%, an account that there is not");
    assertThat(triggersOf("shop_r")).hasSize(1);
  }

  /** As an account of RDS, which has not SUPER. */
  @Test
  void whoMayNotMakeTriggersOfOthersLeavesThemAsTheyAre() throws Exception {
    server.run(
        "shop_r",
        "CREATE TRIGGER t BEFORE INSERT ON items FOR EACH ROW SET NEW.v = 'x'",
        "CREATE USER 'rr_plain'@'%' IDENTIFIED BY 'Secret_1'",
        "GRANT ALL ON shop.* TO 'rr_plain'@'%'",
        "GRANT ALL ON shop_r.* TO 'rr_plain'@'%'");
    try (Connection plain = server.connect("rr_plain", "Secret_1")) {
      assertThat(staysBecause(Swapper.moveIn(plain, wanted(0, "items")).get(0)))
          .contains("trigger t", "only that account itself, or one with SUPER");
    } finally {
      server.run("shop", "DROP USER 'rr_plain'@'%'");
    }
    assertThat(triggersOf("shop_r")).hasSize(1);
    assertThat(server.texts("SHOW TABLES FROM shop_r")).containsExactly("items", "orders");
  }

  /** A worker that dies before or after any of its statements, and the next one. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void I5_whereverAWorkerDiesNoTriggerIsLost(boolean afterwards) throws Exception {
    int statements = 0;
    boolean died = true;
    while (died) {
      tables();
      makeTriggers();
      List<String> before = triggersOf("shop_r");
      SwapTables wanted = wanted(1000, "items", "log");
      try (Connection failing = FailingConnection.after(statements, afterwards, server.connect())) {
        Swapper.moveIn(failing, wanted);
        died = false;
      } catch (SQLException e) {
        assertThat(e.getMessage()).contains("the worker has died");
      }
      assertThat(held(before)).as("after %d statements", statements).isTrue();
      assertThat(moveIn(1000, "items", "log"))
          .as("after %d statements", statements)
          .allMatch(look -> look.state() == SwapState.SWAPPED && look.obstacles().isEmpty());
      assertThat(triggersOf("shop"))
          .as("after %d statements", statements)
          .containsExactlyElementsOf(
              before.stream().map(text -> text.replace("\"shop_r\".", "`shop`.")).toList());
      assertThat(server.texts("SHOW TABLES FROM shop_r")).containsExactly("orders");
      statements++;
    }
    assertThat(statements).isGreaterThan(12);
  }

  /** Whether each trigger is on a table, or kept. */
  private boolean held(List<String> before) throws Exception {
    List<String> names = new ArrayList<>();
    triggersOf("shop").forEach(text -> names.add(text.substring(0, 2)));
    triggersOf("shop_r").forEach(text -> names.add(text.substring(0, 2)));
    if (server.texts("SHOW TABLES FROM shop_r").contains("rr_triggers_" + ID)) {
      names.addAll(server.texts("SELECT name FROM shop_r.rr_triggers_" + ID));
    }
    return names.containsAll(before.stream().map(text -> text.substring(0, 2)).toList());
  }

  /** Who looks meanwhile is told. */
  @Test
  void whatIsKeptIsSaid() throws Exception {
    makeTriggers();
    SwapTables wanted = wanted(0, "items");
    try (Connection connection = server.connect()) {
      new TriggerMove(connection, ID)
          .takeOff(new SwapReader(connection, false, 0).places(wanted.tables()));
    }
    assertThat(triggersOf("shop_r")).isEmpty();
    List<SwapLook> looks =
        swapper.read(
            new SwapQuery(
                server.login(),
                List.of(
                    new ObjectTarget("shop", "shop_r", List.of(new TableSelection("items", null)))),
                ID,
                0));
    assertThat(looks.get(0).obstacles())
        .anyMatch(
            text ->
                text.contains("trigger t1 was taken off")
                    && text.contains("SELECT home FROM `shop_r`.`rr_triggers_" + ID + "`"));
  }

  /** The application comes back and makes its table anew in the very moment. */
  @Test
  void I5_whoTakesThePlaceFirstHasIt() throws Exception {
    int restored = 0;
    for (int round = 0; round < 12; round++) {
      tables();
      CompletableFuture<Boolean> application =
          CompletableFuture.supplyAsync(
              () -> fails("CREATE TABLE items (own INT) ENGINE=InnoDB").isEmpty());
      if (round % 2 == 0) {
        application.join();
      }
      SwapLook look = moveIn(0, "items").get(0);
      boolean made = application.join();

      assertThat(look.state()).isEqualTo(made ? SwapState.BESIDE : SwapState.SWAPPED);
      assertThat(server.texts("SELECT COUNT(*) FROM " + (made ? "shop_r" : "shop") + ".items"))
          .containsExactly("1");
      restored += made ? 0 : 1;
    }
    assertThat(restored).isLessThan(7);
  }

  /** What the server says against a statement; empty if it does it. */
  private String fails(String statement) {
    try {
      server.run("shop", statement);
      return "";
    } catch (SQLException e) {
      return e.getMessage();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
