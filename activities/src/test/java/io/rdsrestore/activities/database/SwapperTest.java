package io.rdsrestore.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.secret.Logins;
import io.rdsrestore.workflows.activity.SwapQuery;
import io.rdsrestore.workflows.activity.SwapTables;
import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.swap.SwapLook;
import io.rdsrestore.workflows.swap.SwapSql;
import io.rdsrestore.workflows.swap.SwapState;
import io.rdsrestore.workflows.verdict.PutBackSql;
import io.temporal.failure.ApplicationFailure;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables change places on a real server. */
class SwapperTest extends OnOneServer {
  private static final String ID = "k3f9a";
  private static final String TABLE =
      "(id INT AUTO_INCREMENT PRIMARY KEY, v VARCHAR(20)) ENGINE=InnoDB";

  private Swapper swapper;

  @BeforeEach
  void tables() throws Exception {
    swapper = new Swapper(server.connector());
    server.drop("shop", "shop_r");
    server.run(
        "shop",
        "CREATE TABLE orders " + TABLE,
        "INSERT INTO orders VALUES (1, 'now'), (2, 'now'), (500, 'now')");
    server.run(
        "shop_r",
        "CREATE TABLE orders " + TABLE,
        "CREATE TABLE items " + TABLE,
        "INSERT INTO orders VALUES (1, 'then'), (2, 'then')",
        "INSERT INTO items VALUES (7, 'then')");
  }

  private List<SwapLook> look() {
    return swapper.read(
        new SwapQuery(server.login(), List.of(new ObjectTarget("shop", "shop_r", null)), ID, 0));
  }

  private SwapTables tables(List<SwapLook> looks) {
    return new SwapTables(server.login(), looks.stream().map(SwapLook::table).toList(), 0, ID);
  }

  private static SwapState state(List<SwapLook> looks) {
    return SwapState.of(looks.stream().map(SwapLook::state).toList());
  }

  /** What a report prints where a view has taken the name of a table that was dropped. */
  @Test
  void thePrintedSqlPutsATableWhereAViewHasItsName() throws Exception {
    server.run("shop", "DROP TABLE orders", "CREATE VIEW orders AS SELECT 1 AS id");
    List<String> printed =
        PutBackSql.of(
            List.of(
                new ObjectTarget("shop", "shop_r", List.of(new TableSelection("orders", null)))),
            List.of(),
            ID,
            Engine.MYSQL,
            List.of());
    String swap = printed.get(1);
    int rename = swap.indexOf("RENAME TABLE");
    server.run("shop", swap.substring(rename, swap.indexOf(';', rename)));

    assertThat(server.texts("SELECT v FROM shop.orders")).isNotEmpty();
    assertThat(
            server.texts(
                "SELECT table_name FROM information_schema.views WHERE table_schema = 'shop'"))
        .containsExactly("orders_before_" + ID);
  }

  @Test
  void aLookCountsAndChangesNothing() throws Exception {
    List<SwapLook> looks = look();
    assertThat(looks)
        .extracting(SwapLook::text)
        .containsExactly(
            "1 restored row; nothing has the place now",
            "2 restored rows for the 3 that are there now, which are kept as shop.orders_before_"
                + ID);
    assertThat(looks).allMatch(look -> look.obstacles().isEmpty());
    assertThat(server.texts("SHOW TABLES FROM shop")).containsExactly("orders");
  }

  @Test
  void tablesTakeTheirPlacesAndGoBack() throws Exception {
    SwapTables wanted = tables(look());
    List<SwapLook> swapped = swapper.swap(wanted);
    assertThat(state(swapped)).isEqualTo(SwapState.SWAPPED);
    assertThat(server.texts("SELECT v FROM shop.orders")).containsExactly("then", "then");
    assertThat(server.texts("SELECT v FROM shop.items")).containsExactly("then");
    assertThat(server.texts("SELECT v FROM shop.orders_before_" + ID)).hasSize(3);
    assertThat(swapper.swap(wanted)).as("once more changes nothing").isEqualTo(swapped);

    server.run("shop", "INSERT INTO orders (v) VALUES ('meanwhile')");
    List<SwapLook> back = swapper.swapBack(wanted);
    assertThat(state(back)).isEqualTo(SwapState.BESIDE);
    assertThat(server.texts("SELECT v FROM shop.orders")).containsExactly("now", "now", "now");
    assertThat(server.texts("SELECT v FROM shop_r.orders")).contains("meanwhile");
    assertThat(server.texts("SHOW TABLES FROM shop")).containsExactly("orders");
    assertThat(swapper.swapBack(wanted)).isEqualTo(back);
  }

  @Test
  void numbersGivenOutDoNotComeAgain() throws Exception {
    SwapTables wanted = tables(look());
    swapper.swap(wanted);
    server.run("shop", "INSERT INTO orders (v) VALUES ('new')");
    long given = Long.parseLong(server.texts("SELECT MAX(id) FROM shop.orders").get(0));
    assertThat(given).isGreaterThan(500);
    swapper.swapBack(wanted);
    server.run("shop", "INSERT INTO orders (v) VALUES ('newer')");
    assertThat(Long.parseLong(server.texts("SELECT MAX(id) FROM shop.orders").get(0)))
        .isGreaterThan(given);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "shop; CREATE TRIGGER t BEFORE INSERT ON orders FOR EACH ROW SET NEW.v = 'x'; trigger t",
        "shop_r; CREATE TRIGGER t BEFORE INSERT ON orders FOR EACH ROW SET NEW.v = 'x'; trigger t",
        "shop; CREATE TABLE child (o INT, CONSTRAINT fk1 FOREIGN KEY (o) REFERENCES orders (id));"
            + " fk1",
        "shop; ALTER TABLE orders ADD COLUMN added INT; added int",
        "shop; CREATE VIEW items AS SELECT 1 AS id; is a view",
      })
  void whatIsInTheWayIsNamedAndNothingMoves(String database, String statement, String named)
      throws Exception {
    server.run(database, statement);
    List<SwapLook> looks = look();
    assertThat(looks.stream().flatMap(look -> look.obstacles().stream()))
        .anyMatch(text -> text.contains(named));
    assertThatThrownBy(() -> swapper.swap(tables(looks)))
        .isInstanceOfSatisfying(
            ApplicationFailure.class, failure -> assertThat(failure.isNonRetryable()).isTrue())
        .hasMessageContaining(named);
    assertThat(server.texts("SELECT COUNT(*) FROM shop.orders WHERE v = 'now'"))
        .containsExactly("3");
  }

  @Test
  void aTableInUseIsNotWaitedForAtLengthAndNothingMoves() throws Exception {
    SwapTables wanted = tables(look());
    try (Connection reader = server.connect();
        Statement sql = reader.createStatement()) {
      sql.execute("START TRANSACTION");
      sql.executeQuery("SELECT COUNT(*) FROM shop.orders").close();
      assertThatThrownBy(() -> swapper.swap(wanted))
          .isInstanceOfSatisfying(
              ApplicationFailure.class, failure -> assertThat(failure.isNonRetryable()).isFalse())
          .hasMessageContaining("1205");
      assertThat(state(swapper.read(query(wanted)))).isEqualTo(SwapState.BESIDE);
    }
    assertThat(state(swapper.swap(wanted))).isEqualTo(SwapState.SWAPPED);
  }

  /** Of an attempt that died in the queue for the lock, and goes on after the look. */
  @Test
  void aMoveThatComesBeforeTheLockIsNotMadeTwice() throws Exception {
    List<SwapLook> looks = look();
    ActivitySettings settings = server.settings();
    AtomicInteger logins = new AtomicInteger();
    Logins moving =
        new Logins(
            settings.accountKey(),
            reference -> {
              // The first login looks, the second locks.
              if (logins.incrementAndGet() == 2) {
                move(looks);
              }
              return settings.secrets().resolve(reference);
            });
    Swapper late = new Swapper(new DatabaseConnector(settings, moving));
    assertThat(state(late.swap(tables(looks)))).isEqualTo(SwapState.SWAPPED);
    assertThat(logins).hasValue(2);
    assertThat(server.texts("SELECT v FROM shop.orders_before_" + ID)).hasSize(3);
  }

  private void move(List<SwapLook> looks) {
    try {
      server.run("shop", SwapSql.swap(looks));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where a whole host goes nobody closes its connections. */
  @Test
  void aLockOfWhichNothingIsHeardIsGivenUp() throws Exception {
    try (Connection lost = server.connect()) {
      Swapper.execute(lost, Swapper.LOCK_LIFE.replaceAll("= \\d+", "= 1"));
      WriteLock lock = WriteLock.on(lost, List.of("shop.orders"));
      server.run("shop", "SET lock_wait_timeout = 20", "INSERT INTO orders (v) VALUES ('waited')");
      assertThatThrownBy(() -> Swapper.execute(lost, "UNLOCK TABLES")).isNotNull();
      lock.close();
    }
  }

  private SwapQuery query(SwapTables wanted) {
    return new SwapQuery(
        wanted.primary(),
        List.of(
            new ObjectTarget(
                "shop",
                "shop_r",
                List.of(new TableSelection("items", null), new TableSelection("orders", null)))),
        ID,
        0);
  }

  @Test
  void whatSomebodyElseHasMovedIsSaid() throws Exception {
    SwapTables wanted = tables(look());
    server.run("shop", "RENAME TABLE shop_r.items TO shop.items");
    assertThatThrownBy(() -> swapper.swap(wanted))
        .hasMessageContaining("moved by somebody else")
        .hasMessageContaining("items");
    assertThat(server.texts("SELECT v FROM shop.orders")).doesNotContain("then");
  }

  /** Every committed row is either in place or in the table set aside. */
  @Test
  void aWritingApplicationLosesNothing() throws Exception {
    SwapTables wanted = tables(look());
    List<String> committed = new ArrayList<>();
    AtomicBoolean stop = new AtomicBoolean();
    Thread application =
        new Thread(
            () -> {
              try (Connection connection = server.connect();
                  Statement sql = connection.createStatement()) {
                while (!stop.get()) {
                  String value = "w" + committed.size();
                  sql.execute("INSERT INTO shop.orders (v) VALUES ('" + value + "')");
                  committed.add(value);
                }
              } catch (Exception e) {
                committed.add("failed: " + e.getMessage());
              }
            });
    application.start();
    for (int i = 0; i < 5; i++) {
      swapper.swap(wanted);
      swapper.swapBack(wanted);
    }
    swapper.swap(wanted);
    stop.set(true);
    application.join();
    List<String> found = server.texts("SELECT v FROM shop.orders");
    found.addAll(server.texts("SELECT v FROM shop.orders_before_" + ID));
    assertThat(found).containsAll(committed);
    List<String> ids = server.texts("SELECT id FROM shop.orders WHERE v LIKE 'w%'");
    ids.addAll(server.texts("SELECT id FROM shop.orders_before_" + ID + " WHERE v LIKE 'w%'"));
    assertThat(ids).as("no number is given out twice").doesNotHaveDuplicates();
  }
}
