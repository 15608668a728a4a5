package io.rdsrestore.activities.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.SwapTables;
import io.rdsrestore.workflows.swap.SwapLook;
import io.rdsrestore.workflows.swap.SwapState;
import io.rdsrestore.workflows.swap.SwapTable;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables move into places that nothing has, on a real server. */
class MoveInTest extends OnOneServer {
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
    return swapper.moveIn(
        new SwapTables(
            server.login(),
            Arrays.stream(names)
                .map(
                    name ->
                        SwapTable.of(
                            new QualifiedName("shop_r", name),
                            new QualifiedName("shop", name),
                            "k3f9a"))
                .toList(),
            floor));
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
  void numbersGoOnFromTheFloor() throws Exception {
    moveIn(700_000, "items");
    server.run("shop", "INSERT INTO items (v) VALUES ('new')");

    assertThat(server.texts("SELECT MAX(id) FROM shop.items")).containsExactly("700000");
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

  @Test
  void aTriggerKeepsItsTableBeside() throws Exception {
    server.run("shop_r", "CREATE TRIGGER t BEFORE INSERT ON items FOR EACH ROW SET NEW.v = 'x'");

    assertThat(staysBecause(moveIn(0, "items").get(0))).contains("trigger t");
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
