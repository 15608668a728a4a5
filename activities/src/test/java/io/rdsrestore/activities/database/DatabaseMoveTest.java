package io.rdsrestore.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rdsrestore.workflows.activity.CloudRefusal;
import io.rdsrestore.workflows.activity.MoveDatabase;
import io.rdsrestore.workflows.activity.MovedDatabase;
import io.rdsrestore.workflows.swap.SwapState;
import io.temporal.failure.ApplicationFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that was lost as a whole moves to its own name, on a real server. */
class DatabaseMoveTest extends OnOneServer {
  private static final String ID = "k3f9a";

  private Swapper swapper;

  @BeforeEach
  void databases() throws Exception {
    swapper = new Swapper(server.connector());
    server.drop("shop", "shop_r");
    server.run("shop", "DO 0");
    server.run(
        "shop_r",
        "ALTER DATABASE shop_r CHARACTER SET latin1 COLLATE latin1_german1_ci",
        "CREATE TABLE orders (id INT PRIMARY KEY, v VARCHAR(20)) ENGINE=InnoDB",
        "CREATE TABLE items (id INT PRIMARY KEY, o INT, CONSTRAINT of_order FOREIGN KEY (o)"
            + " REFERENCES orders (id)) ENGINE=InnoDB",
        "INSERT INTO orders VALUES (1, 'then')",
        "INSERT INTO items VALUES (7, 1)",
        "CREATE FUNCTION twice(n INT) RETURNS INT DETERMINISTIC RETURN 2 * n",
        "CREATE PROCEDURE count_items() SELECT COUNT(*) FROM `shop_r`.items",
        "CREATE VIEW b_view AS SELECT items.id, v FROM items JOIN shop_r.orders ON o = orders.id",
        "CREATE VIEW a_view AS SELECT twice(id) AS n FROM b_view",
        "CREATE TRIGGER t BEFORE INSERT ON orders FOR EACH ROW SET NEW.v = UPPER(NEW.v)");
  }

  private MoveDatabase wanted() {
    return new MoveDatabase(server.login(), "shop_r", "shop", 0, ID, List.of("g", "t"));
  }

  private void assertHome() throws Exception {
    assertThat(server.texts("SHOW TABLES FROM shop"))
        .containsExactly("a_view", "b_view", "items", "orders");
    assertThat(server.texts("SELECT n FROM shop.a_view")).containsExactly("14");
    assertThat(server.texts("CALL shop.count_items()")).containsExactly("1");
    server.run("shop", "INSERT INTO orders VALUES (2, 'new')");
    assertThat(server.texts("SELECT v FROM shop.orders WHERE id = 2")).containsExactly("NEW");
    assertThat(
            server.texts(
                "SELECT view_definition FROM information_schema.views WHERE table_schema = 'shop'"))
        .hasSize(2)
        .noneMatch(text -> text.contains("shop_r"));
    assertThat(
            server.texts(
                "SELECT default_collation_name FROM information_schema.schemata WHERE schema_name ="
                    + " 'shop'"))
        .containsExactly("latin1_german1_ci");
    assertThat(server.texts("SHOW TABLES FROM shop_r")).isEmpty();
    assertThat(
            server.texts(
                "SELECT routine_name FROM information_schema.routines WHERE routine_schema ="
                    + " 'shop_r'"))
        .isEmpty();
  }

  @Test
  void allOfItMoves() throws Exception {
    MovedDatabase moved = swapper.moveIn(wanted());

    assertThat(moved.stays()).isEmpty();
    assertThat(moved.missing()).as("of those that the clone has").containsExactly("g");
    assertThat(moved.tables()).hasSize(2).allMatch(look -> look.state() == SwapState.SWAPPED);
    assertHome();
    assertThat(swapper.moveIn(wanted()).tables()).hasSize(2);
  }

  @Test
  void I5_whatHasBeenMadeAnewIsNotTouched() throws Exception {
    server.run("shop", "CREATE TABLE items (own INT)");

    MovedDatabase moved = swapper.moveIn(wanted());
    assertThat(moved.stays())
        .containsExactly("database shop stays beside as shop_r: there is shop.items already");
    assertThat(moved.tables()).allMatch(look -> look.state() == SwapState.BESIDE);
    assertThat(server.texts("SHOW TABLES FROM shop")).containsExactly("items");
    assertThat(server.texts("SELECT n FROM shop_r.a_view")).containsExactly("14");
  }

  @Test
  void oneTableThatCannotMoveKeepsAllBeside() throws Exception {
    server.run(
        "shop_r",
        "CREATE DEFINER=`gone`@`%` TRIGGER g AFTER INSERT ON items FOR EACH ROW SET @a = 1");

    assertThatThrownBy(() -> swapper.moveIn(wanted()))
        .isInstanceOfSatisfying(
            ApplicationFailure.class, failure -> assertThat(failure.isNonRetryable()).isTrue())
        .hasMessageContaining("trigger g")
        .hasMessageContaining("gone@%");
    assertThat(server.texts("SHOW TABLES FROM shop")).isEmpty();
    assertThat(server.texts("SELECT n FROM shop_r.a_view")).containsExactly("14");
  }

  /** As an account of RDS, which has not SUPER: what the refusal prints is what works. */
  @Test
  void whatIsPrintedForATriggerOfAnotherAccountWorks() throws Exception {
    server.run(
        "shop_r",
        "DROP TRIGGER t",
        "DROP FUNCTION twice",
        "DROP PROCEDURE count_items",
        "DROP VIEW a_view",
        "DROP VIEW b_view",
        "CREATE USER 'app'@'%' IDENTIFIED BY 'Secret_1'",
        "GRANT ALL ON shop.* TO 'app'@'%'",
        "CREATE USER 'rr_plain'@'%' IDENTIFIED BY 'Secret_1'",
        "GRANT ALL ON shop.* TO 'rr_plain'@'%'",
        "GRANT ALL ON shop_r.* TO 'rr_plain'@'%'",
        "CREATE DEFINER=`app`@`%` TRIGGER g AFTER INSERT ON items FOR EACH ROW BEGIN SET @a = 1;"
            + " UPDATE shop_r.orders SET v = 'seen'; END");
    try (Connection plain = server.connect("rr_plain", "Secret_1")) {
      plain.createStatement().execute("SET sql_mode = ''");
      CloudRefusal refusal = refusalOf(plain);
      assertThat(refusal.remedy()).contains("drop these triggers in the copy and retry");
      assertThat(refusal.commands())
          .hasSize(2)
          .satisfies(
              commands ->
                  assertThat(commands.get(0))
                      .isEqualTo("/* before retry: out of the copy */ DROP TRIGGER `shop_r`.`g`;"))
          .satisfies(
              commands ->
                  assertThat(commands.get(1))
                      .startsWith(
                          "/* once it is home, as app@% or an account with SUPER */ SET sql_mode = '';\nDELIMITER $$")
                      .contains("CREATE DEFINER=`app`@`%` TRIGGER `shop`.`g` AFTER INSERT"));
      plain.createStatement().execute(withoutDelimiter(refusal.commands().get(0)));
      MovedDatabase moved = new DatabaseMove(plain, wanted()).run();
      assertThat(moved.tables()).allMatch(look -> look.state() == SwapState.SWAPPED);
      assertThat(moved.missing()).contains("g");
      try (Connection app = server.connect("app", "Secret_1")) {
        String create = refusal.commands().get(1);
        app.createStatement()
            .execute(
                create.substring(
                    create.indexOf("CREATE DEFINER"),
                    create.indexOf("$$\n", create.indexOf("END"))));
      }
    } finally {
      server.run("shop", "DROP USER 'rr_plain'@'%'");
    }
    server.run("shop", "INSERT INTO items VALUES (8, 1)");
    assertThat(server.texts("SELECT v FROM shop.orders")).containsExactly("seen");
    server.run("shop", "DROP USER 'app'@'%'");
  }

  private CloudRefusal refusalOf(Connection connection) throws Exception {
    try {
      new DatabaseMove(connection, wanted()).run();
      throw new AssertionError("it has moved");
    } catch (ApplicationFailure refused) {
      assertThat(refused).hasMessageContaining("only that account itself, or one with SUPER");
      return refused.getDetails().get(0, CloudRefusal.class);
    }
  }

  private static String withoutDelimiter(String command) {
    return command.substring(0, command.length() - 1);
  }

  @Test
  void whatCannotBeMadeAgainIsToldWithItsSql() throws Exception {
    server.run(
        "shop_r",
        "CREATE VIEW broken AS SELECT id FROM items",
        "CREATE EVENT purging ON SCHEDULE EVERY 1 DAY DO DELETE FROM items");
    server.run("shop", "CREATE FUNCTION twice(n INT) RETURNS INT DETERMINISTIC RETURN 3 * n");

    List<String> stays = swapper.moveIn(wanted()).stays();
    assertThat(stays).hasSize(2);
    assertThat(stays.get(0))
        .startsWith(
            "function shop.twice stays beside in shop_r: shop has another one of that name. Its SQL:"
                + " USE `shop`; CREATE ")
        .contains("FUNCTION `twice`", "RETURN 2 * n");
    assertThat(stays.get(1))
        .startsWith(
            "event shop.purging stays beside in shop_r: an event would run at once on what has just"
                + " been restored. Its SQL: USE `shop`; CREATE ")
        .contains("EVENT `purging`", " DISABLE DO DELETE FROM items;")
        .doesNotContain("ENABLE DO");
  }

  /** A worker that dies before or after any of its statements, and the next one. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void I5_whereverAWorkerDiesTheNextOneGoesOn(boolean afterwards) throws Exception {
    int statements = 0;
    boolean died = true;
    while (died) {
      databases();
      try (Connection failing = FailingConnection.after(statements, afterwards, server.connect())) {
        new DatabaseMove(failing, wanted()).run();
        died = false;
      } catch (SQLException e) {
        assertThat(e.getMessage()).contains("the worker has died");
      }
      assertThat(swapper.moveIn(wanted()).stays()).as("after %d statements", statements).isEmpty();
      assertHome();
      statements++;
    }
    assertThat(statements).isGreaterThan(15);
  }
}
