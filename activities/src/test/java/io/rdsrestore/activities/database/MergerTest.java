package io.rdsrestore.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rdsrestore.activities.ActivityHarness;
import io.rdsrestore.workflows.activity.MergeTables;
import io.rdsrestore.workflows.merge.MergeLook;
import io.rdsrestore.workflows.merge.MergeMode;
import io.rdsrestore.workflows.merge.MergeTable;
import io.rdsrestore.workflows.merge.MergedTable;
import io.rdsrestore.workflows.merge.UnmergedTable;
import io.rdsrestore.workflows.swap.SwapTable;
import io.rdsrestore.workflows.verify.QualifiedName;
import io.temporal.failure.ApplicationFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are merged and taken out again on a real server. */
@TestInstance(Lifecycle.PER_CLASS)
class MergerTest {
  private static final String ID = "k3f9a";
  private static final String SAVED = "shop.orders_merged_" + ID;
  private static final String TABLE =
      "(id INT AUTO_INCREMENT PRIMARY KEY, v VARCHAR(20)) ENGINE=InnoDB";
  private static final String BOTH_SIDES =
      "SELECT CONCAT_WS('|', id, v) FROM shop.orders ORDER BY id";

  private static final MergeWatcher NOBODY = (doing, tables, gotOn) -> {};

  private ServerOfTest server;

  /** Of the MySQL that it runs on; null: see {@link ServerOfTest}. */
  String series() {
    return null;
  }

  @BeforeAll
  void start(@TempDir Path work) throws Exception {
    server = new ServerOfTest(work, series());
  }

  @AfterAll
  void close() {
    server.close();
  }

  /** 1 is the same in both, 2 has changed, 3 is missing, 4 is new. */
  @BeforeEach
  void tables() throws Exception {
    server.drop("shop", "shop_r");
    server.run(
        "shop",
        "CREATE TABLE orders " + TABLE,
        "INSERT INTO orders VALUES (1, 'same'), (2, 'now'), (4, 'new')");
    server.run(
        "shop_r",
        "CREATE TABLE orders " + TABLE,
        "INSERT INTO orders VALUES (1, 'same'), (2, 'then'), (3, 'lost')");
  }

  private Merger merger() {
    return merger(1_000);
  }

  private Merger merger(long largestPart) {
    return new Merger(
        login -> Servers.login(server.connector(), login), NOBODY, List.of(), largestPart);
  }

  private MergeTables wanted(MergeMode mode, String... tables) {
    return wantedWhere(mode, null, tables);
  }

  private MergeTables wantedWhere(MergeMode mode, String where, String... tables) {
    return new MergeTables(
        server.login(),
        mode,
        ID,
        where,
        Stream.of(tables.length == 0 ? new String[] {"orders"} : tables)
            .map(
                name ->
                    MergeTable.of(
                        new SwapTable(
                            new QualifiedName("shop_r", name),
                            new QualifiedName("shop", name),
                            null),
                        ID,
                        1))
            .toList(),
        0);
  }

  private List<String> orders() throws Exception {
    return server.texts(BOTH_SIDES);
  }

  private static List<Long> counts(MergedTable table) {
    return List.of(table.inserted(), table.replaced(), table.left());
  }

  private static List<Long> counts(UnmergedTable table) {
    return List.of(table.removed(), table.putBack(), table.left());
  }

  @Test
  void I5_aLookCountsAndChangesNothing() throws Exception {
    MergeLook look = merger().look(wanted(MergeMode.BOTH)).get(0);
    assertThat(look.missing()).isEqualTo(1);
    assertThat(look.changed()).isEqualTo(1);
    assertThat(look.rows(MergeMode.BOTH)).isEqualTo(2);
    assertThat(look.isPossible()).isTrue();
    assertThat(orders()).containsExactly("1|same", "2|now", "4|new");
    assertThat(server.texts("SHOW TABLES FROM shop")).containsExactly("orders");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "MISSING; 1|same,2|now,3|lost,4|new; 1; 0",
        "CHANGED; 1|same,2|then,4|new; 0; 1",
        "BOTH; 1|same,2|then,3|lost,4|new; 1; 1",
      })
  void I5_whatTheModeNamesIsWrittenAndGoesBack(
      MergeMode mode, String expected, long inserted, long replaced) throws Exception {
    MergedTable merged = merger().merge(wanted(mode)).get(0);
    assertThat(orders()).containsExactly(expected.split(","));
    assertThat(counts(merged)).containsExactly(inserted, replaced, 0L);
    assertThat(counts(merger().merge(wanted(mode)).get(0)))
        .as("once more does nothing")
        .isEqualTo(counts(merged));
    assertThat(orders()).containsExactly(expected.split(","));

    UnmergedTable undone = merger().undo(wanted(mode)).get(0);
    assertThat(orders()).containsExactly("1|same", "2|now", "4|new");
    assertThat(counts(undone)).containsExactly(inserted, replaced, 0L);
    assertThat(counts(merger().undo(wanted(mode)).get(0))).isEqualTo(counts(undone));
    assertThat(server.texts("SELECT COUNT(*) FROM " + SAVED))
        .containsExactly(Long.toString(inserted + replaced));
  }

  /** As a worker runs it, with heartbeats. */
  @Test
  void asActivitiesTheyAnswerTheSame() throws Exception {
    MergeTables wanted = wanted(MergeMode.BOTH);
    try (ActivityHarness worker = new ActivityHarness(server.settings(), Clock.systemUTC())) {
      assertThat(worker.database.readMerge(wanted)).isEqualTo(merger().look(wanted));
      assertThat(counts(worker.database.ensureMerged(wanted).get(0))).containsExactly(1L, 1L, 0L);
      assertThat(worker.database.readMerge(wanted).get(0).rows(MergeMode.BOTH)).isZero();
      assertThat(counts(worker.database.ensureUnmerged(wanted).get(0))).containsExactly(1L, 1L, 0L);
    }
    assertThat(orders()).containsExactly("1|same", "2|now", "4|new");
  }

  @Test
  void theSqlOfTheReportTakesItBack() throws Exception {
    MergedTable merged = merger().merge(wanted(MergeMode.BOTH)).get(0);
    server.run("shop_r", merged.undoSql().toArray(String[]::new));
    assertThat(orders()).containsExactly("1|same", "2|now", "4|new");
  }

  @Test
  void onlyRowsOfTheConditionAreMerged() throws Exception {
    server.run("shop_r", "INSERT INTO orders VALUES (5, 'lost'), (6, NULL)");
    MergeTables wanted = wantedWhere(MergeMode.BOTH, "id IN (5, 6) AND v = 'lost'");
    assertThat(merger().look(wanted).get(0).missing()).isEqualTo(1);
    merger().merge(wanted);
    assertThat(orders()).containsExactly("1|same", "2|now", "4|new", "5|lost");
    assertThat(merger().look(wantedWhere(MergeMode.BOTH, "nope = 1")).get(0).obstacles())
        .singleElement()
        .asString()
        .contains("could not be counted")
        .contains("nope");
    assertThatThrownBy(() -> merger().merge(wantedWhere(MergeMode.BOTH, "sleep(1)")))
        .hasMessageContaining("functions");
  }

  @Test
  void whatTheApplicationHasChangedSinceIsNotTouchedByAnUndo() throws Exception {
    MergeTables wanted = wanted(MergeMode.BOTH);
    merger().merge(wanted);
    server.run(
        "shop",
        "UPDATE orders SET v = 'newer' WHERE id = 2",
        "UPDATE orders SET v = 'mine' WHERE id = 3");
    assertThat(counts(merger().undo(wanted).get(0))).containsExactly(0L, 0L, 2L);
    assertThat(orders()).containsExactly("1|same", "2|newer", "3|mine", "4|new");
  }

  /** As somebody may who has taken the report's DROP DATABASE before. */
  @Test
  void anUndoWithoutTheRestoredTableIsRefusedAndSaysWhy() throws Exception {
    MergeTables wanted = wanted(MergeMode.BOTH);
    merger().merge(wanted);
    List<String> merged = orders();
    server.run("shop_r", "DROP TABLE orders");

    assertThatThrownBy(() -> merger().undo(wanted))
        .hasMessageContaining("there is no table shop_r.orders");
    assertThat(orders()).isEqualTo(merged);
  }

  @Test
  void whatIsMergedIsNotMergedAgainWhoeverHasChangedItSince() throws Exception {
    MergeTables wanted = wanted(MergeMode.BOTH);
    merger().merge(wanted);
    server.run(
        "shop", "UPDATE orders SET v = 'newer' WHERE id = 2", "DELETE FROM orders WHERE id = 3");
    merger().merge(wanted);
    assertThat(orders()).containsExactly("1|same", "2|newer", "4|new");
    assertThat(server.texts("SELECT v FROM " + SAVED + " WHERE id = 2")).containsExactly("now");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aWorkerThatDiesAtAnyStatementLeavesWhatTheNextOneEnds(boolean afterwards) throws Exception {
    server.run(
        "shop_r", "INSERT INTO orders VALUES (7, 'lost'), (8, 'lost'), (9, 'lost'), (10, 'lost')");
    server.run("shop", "INSERT INTO orders VALUES (8, 'other')");
    List<String> before = orders();
    List<String> merged =
        List.of("1|same", "2|then", "3|lost", "4|new", "7|lost", "8|lost", "9|lost", "10|lost");
    MergeTables wanted = wanted(MergeMode.BOTH);
    int deaths = 0;
    for (boolean ends = false; !ends; deaths++) {
      server.run("shop", "DROP TABLE IF EXISTS " + SAVED);
      ends = survives(deaths, afterwards, merger -> merger.merge(wanted));
      assertThat(counts(merger(2).merge(wanted).get(0))).containsExactly(4L, 2L, 0L);
      assertThat(orders()).as("merge died at %d", deaths).isEqualTo(merged);
      assertThat(counts(merger().undo(wanted).get(0))).containsExactly(4L, 2L, 0L);
      assertThat(orders()).isEqualTo(before);
    }
    assertThat(deaths).isGreaterThan(15);
    deaths = 0;
    for (boolean ends = false; !ends; deaths++) {
      server.run("shop", "DROP TABLE IF EXISTS " + SAVED);
      merger(2).merge(wanted);
      ends = survives(deaths, afterwards, merger -> merger.undo(wanted));
      assertThat(counts(merger().undo(wanted).get(0))).containsExactly(4L, 2L, 0L);
      assertThat(orders()).as("undo died at %d", deaths).isEqualTo(before);
    }
    assertThat(deaths).isGreaterThan(15);
  }

  private interface Work {
    void of(Merger merger);
  }

  private boolean survives(int statements, boolean afterwards, Work work) {
    try {
      work.of(
          new Merger(
              login ->
                  FailingConnection.after(
                      statements, afterwards, Servers.login(server.connector(), login)),
              NOBODY,
              List.of(),
              2));
      return true;
    } catch (ApplicationFailure e) {
      assertThat(e.isNonRetryable()).isFalse();
      return false;
    }
  }

  @Test
  void anAttemptGoesOnWhereTheLastOneWas() throws Exception {
    List<List<MergePosition>> told = new ArrayList<>();
    server.run("shop_r", "INSERT INTO orders VALUES (7, 'lost'), (8, 'lost')");
    new Merger(
            login -> Servers.login(server.connector(), login),
            (doing, tables, gotOn) -> told.add(tables),
            List.of(new MergePosition(3, 0, 0, 0)),
            1_000)
        .merge(wanted(MergeMode.MISSING));
    assertThat(orders()).containsExactly("1|same", "2|now", "4|new", "7|lost", "8|lost");
    assertThat(told.get(told.size() - 1)).containsExactly(new MergePosition(5, 2, 0, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "shop; CREATE TRIGGER t BEFORE INSERT ON orders FOR EACH ROW SET NEW.v = 'x'; trigger t",
        "shop; ALTER TABLE orders ADD COLUMN added INT; columns have changed",
        "shop; ALTER TABLE orders MODIFY v VARCHAR(30); columns have changed",
        "shop; ALTER TABLE orders MODIFY id INT NOT NULL, DROP PRIMARY KEY; no primary or unique key",
        "shop; ALTER TABLE orders ENGINE=MyISAM; of engine MyISAM",
        "shop; ALTER TABLE orders ADD UNIQUE u (v); unique index u",
        "shop; DROP TABLE orders; there is no table shop.orders",
        "shop; CREATE TABLE orders_merged_k3f9a (a INT); not of this merge",
      })
  void whatIsNotSafeIsRefusedWithTheReason(String database, String statement, String named)
      throws Exception {
    server.run(database, statement);
    MergeTables wanted = wanted(MergeMode.BOTH);
    MergeLook look = merger().look(wanted).get(0);
    assertThat(look.obstacles()).anyMatch(text -> text.contains(named));
    assertThatThrownBy(() -> merger().merge(wanted))
        .isInstanceOfSatisfying(
            ApplicationFailure.class, failure -> assertThat(failure.isNonRetryable()).isTrue())
        .hasMessageContaining(named);
  }

  @Test
  void valuesOfEveryKindComeAsTheyAreAndGoBack() throws Exception {
    String table =
        """
        (a INT, b VARCHAR(20) CHARACTER SET utf8mb4, g INT AS (a * 2) STORED, t VARCHAR(50), f FLOAT,
        d DOUBLE, n DECIMAL(20,5), bits BIT(9), e ENUM('x', 'y'), y YEAR, dt DATE, ts TIMESTAMP NULL,
        up TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
        bl BLOB, vb VARBINARY(9), lt LONGTEXT, PRIMARY KEY (b, a)) ENGINE=InnoDB\
        """;
    if (!server.takes("CREATE TABLE g (a INT, g INT AS (a) STORED)")) {
      table = table.replace("g INT AS (a * 2) STORED", "g INT");
    }
    server.run("shop", "CREATE TABLE kinds " + table);
    server.run("shop_r", "CREATE TABLE kinds " + table);
    String columns = "(a, b, t, f, d, n, bits, e, y, dt, ts, up, bl, vb, lt)";
    String rest =
        "1.1, 0.1, 12345.678, b'101010101', 'y', 1999, '0000-00-00', NULL, '2020-01-01 00:00:00',"
            + " X'00FF', X'0100', ''";
    server.run(
        "shop_r",
        "INSERT INTO kinds " + columns + " VALUES (0, 'null', NULL, " + rest + ")",
        "INSERT INTO kinds " + columns + " VALUES (1, 'space', 'x ', " + rest + ")",
        "INSERT INTO kinds " + columns + " VALUES (2, 'case', 'ABC', " + rest + ")",
        "INSERT INTO kinds " + columns + " VALUES (3, 'Key', 'k', " + rest + ")",
        "INSERT INTO kinds " + columns + " VALUES (4, '', '', " + rest + ")",
        "INSERT INTO kinds "
            + columns
            + " VALUES (5, 'bad', '\uD83D\uDE00é', "
            + rest.replace("1.1", "3e38")
            + ")");
    server.run(
        "shop",
        "INSERT INTO kinds " + columns + " VALUES (0, 'null', '', " + rest + ")",
        "INSERT INTO kinds " + columns + " VALUES (1, 'space', 'x', " + rest + ")",
        "INSERT INTO kinds " + columns + " VALUES (2, 'case', 'abc', " + rest + ")",
        "INSERT INTO kinds " + columns + " VALUES (3, 'kEY', 'k', " + rest + ")");
    String all =
        "SELECT CONCAT_WS('|', a, HEX(b), IFNULL(HEX(t), 'N'), f + 0e0, d, n, bits + 0, e, y, dt,"
            + " IFNULL(ts, 'N'), up, HEX(bl), HEX(vb), lt, IFNULL(g, 'N')) FROM %s.kinds ORDER BY a";
    List<String> before = server.texts(all.formatted("shop"));
    MergeTables wanted = wanted(MergeMode.BOTH, "kinds");

    MergedTable merged = merger().merge(wanted).get(0);

    assertThat(counts(merged)).containsExactly(2L, 4L, 0L);
    assertThat(server.texts(all.formatted("shop")))
        .isEqualTo(server.texts(all.formatted("shop_r")));
    assertThat(counts(merger().undo(wanted).get(0))).containsExactly(2L, 4L, 0L);
    assertThat(server.texts(all.formatted("shop"))).isEqualTo(before);
  }

  @Test
  void idsComeWithoutLoweringTheCounterAndZeroIsAnId() throws Exception {
    server.run("shop", "ALTER TABLE orders AUTO_INCREMENT = 1000");
    server.run(
        "shop_r",
        "SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO'",
        "INSERT INTO orders VALUES (0, 'zero')");
    merger().merge(wanted(MergeMode.MISSING));
    server.run("shop", "INSERT INTO orders (v) VALUES ('next')");
    assertThat(orders())
        .containsExactly("0|zero", "1|same", "2|now", "3|lost", "4|new", "1000|next");
  }

  @Test
  void aUniqueValueThatAnotherRowHasIsLeftAndCounted() throws Exception {
    server.run(
        "shop", "ALTER TABLE orders ADD UNIQUE u (v)", "INSERT INTO orders VALUES (9, 'lost')");
    server.run(
        "shop_r", "ALTER TABLE orders ADD UNIQUE u (v)", "INSERT INTO orders VALUES (5, 'fine')");
    MergeTables wanted = wanted(MergeMode.BOTH);
    assertThat(merger().look(wanted).get(0).blocked()).isEqualTo(1);
    assertThat(counts(merger().merge(wanted).get(0))).containsExactly(1L, 1L, 1L);
    assertThat(orders()).containsExactly("1|same", "2|then", "4|new", "5|fine", "9|lost");
    merger().undo(wanted);
    assertThat(orders()).containsExactly("1|same", "2|now", "4|new", "9|lost");
  }

  @Test
  void uniqueValuesThatMoveFromRowToRowGoBackInTheOtherOrder() throws Exception {
    server.run(
        "shop",
        "ALTER TABLE orders ADD UNIQUE u (v)",
        "UPDATE orders SET v = 'b' WHERE id = 1",
        "UPDATE orders SET v = 'c' WHERE id = 2");
    server.run(
        "shop_r",
        "ALTER TABLE orders ADD UNIQUE u (v)",
        "UPDATE orders SET v = 'a' WHERE id = 1",
        "UPDATE orders SET v = 'b' WHERE id = 2");
    MergeTables wanted = wanted(MergeMode.CHANGED);
    List<String> before = orders();
    // Each row its own transaction: the second takes the value that the first has given up.
    assertThat(counts(merger(1).merge(wanted).get(0))).containsExactly(0L, 2L, 0L);
    assertThat(orders()).containsExactly("1|a", "2|b", "4|new");
    assertThat(counts(merger().undo(wanted).get(0))).containsExactly(0L, 2L, 0L);
    assertThat(orders()).isEqualTo(before);
  }

  @Test
  void parentsComeFirstAndRowsThatOthersNeedStay() throws Exception {
    String lines =
        "CREATE TABLE a_lines (id INT PRIMARY KEY, o INT, CONSTRAINT fk1 FOREIGN KEY (o)"
            + " REFERENCES orders (id) ON DELETE CASCADE) ENGINE=InnoDB";
    server.run("shop", lines);
    server.run("shop_r", lines, "INSERT INTO a_lines VALUES (10, 3), (11, 1), (12, NULL)");
    server.run("shop_r", "SET foreign_key_checks = 0", "INSERT INTO a_lines VALUES (13, 77)");
    MergeTables wanted = wanted(MergeMode.MISSING, "a_lines", "orders");

    List<MergedTable> merged = merger().merge(wanted);

    assertThat(counts(merged.get(0))).containsExactly(3L, 0L, 1L);
    assertThat(server.texts("SELECT id FROM shop.a_lines ORDER BY id"))
        .containsExactly("10", "11", "12");
    server.run("shop", "INSERT INTO a_lines VALUES (99, 3)");
    List<UnmergedTable> undone = merger().undo(wanted);
    assertThat(counts(undone.get(0))).containsExactly(3L, 0L, 0L);
    assertThat(counts(undone.get(1)))
        .as("3 has a line of the application")
        .containsExactly(0L, 0L, 1L);
    assertThat(server.texts("SELECT id FROM shop.a_lines")).containsExactly("99");
  }

  /** A tree whose rows come in the worst order: each parent has the greater key. */
  @Test
  void rowsWhoseParentsAreInTheSameTableComeAfterThem() throws Exception {
    String nodes =
        "CREATE TABLE nodes (id INT PRIMARY KEY, up INT, KEY (up), CONSTRAINT fk5 FOREIGN KEY (up)"
            + " REFERENCES nodes (id)) ENGINE=InnoDB";
    server.run("shop", nodes);
    server.run(
        "shop_r",
        nodes,
        "SET foreign_key_checks = 0",
        "INSERT INTO nodes VALUES (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7), (7, NULL),"
            + " (8, 8), (9, 99), (10, 9)");
    MergeTables wanted = wanted(MergeMode.MISSING, "nodes");
    assertThat(merger().look(wanted).get(0).blocked())
        .as("8 is its own parent, 99 is nowhere")
        .isEqualTo(2);

    for (int part : new int[] {2, 1000}) {
      MergedTable merged = merger(part).merge(wanted).get(0);

      assertThat(counts(merged)).containsExactly(7L, 0L, 3L);
      assertThat(server.texts("SELECT id FROM shop.nodes ORDER BY id"))
          .containsExactly("1", "2", "3", "4", "5", "6", "7");
      assertThat(server.texts(merged.leftSql().replace(";", ""))).containsExactly("8", "9", "10");
      assertThat(merged.text()).contains("3 left", "their keys: SELECT");
      assertThat(counts(merger().undo(wanted).get(0))).containsExactly(7L, 0L, 0L);
      assertThat(server.texts("SELECT id FROM shop.nodes")).isEmpty();
      server.run("shop", "DROP TABLE " + wanted.tables().get(0).saved().name());
    }
  }

  @Test
  void ofTablesThatPointToEachOtherComesWhatCanBeTakenBack() throws Exception {
    String two =
        "CREATE TABLE %s (id INT PRIMARY KEY, o INT, KEY (o), CONSTRAINT %s FOREIGN KEY (o)"
            + " REFERENCES %s (id)) ENGINE=InnoDB";
    for (String database : List.of("shop", "shop_r")) {
      server.run(
          database,
          "SET foreign_key_checks = 0",
          two.formatted("hens", "fk6", "eggs"),
          two.formatted("eggs", "fk7", "hens"));
    }
    server.run(
        "shop_r",
        "SET foreign_key_checks = 0",
        "INSERT INTO hens VALUES (1, NULL), (2, 11), (3, 12)",
        "INSERT INTO eggs VALUES (11, 1), (12, 2), (13, 3)");
    MergeTables wanted = wanted(MergeMode.MISSING, "hens", "eggs");

    List<MergedTable> merged = merger().merge(wanted);

    assertThat(counts(merged.get(0))).containsExactly(1L, 0L, 2L);
    assertThat(counts(merged.get(1))).as("they are first").containsExactly(0L, 0L, 3L);
    assertThat(server.texts(merged.get(0).leftSql().replace(";", ""))).containsExactly("2", "3");
    assertThat(counts(merger().undo(wanted).get(0))).containsExactly(1L, 0L, 0L);
  }

  @Test
  void aForeignKeyToColumnsThatWouldChangeIsRefusedAndMissingIsOffered() throws Exception {
    server.run(
        "shop",
        "ALTER TABLE orders ADD UNIQUE u (v)",
        "CREATE TABLE child (v VARCHAR(20), CONSTRAINT fk2 FOREIGN KEY (v) REFERENCES orders (v)"
            + " ON UPDATE CASCADE) ENGINE=InnoDB");
    server.run("shop_r", "ALTER TABLE orders ADD UNIQUE u (v)");
    assertThat(merger().look(wanted(MergeMode.CHANGED)).get(0).obstacles())
        .anyMatch(text -> text.contains("fk2") && text.contains("mode missing"));
    assertThat(merger().look(wanted(MergeMode.MISSING)).get(0).obstacles()).isEmpty();
  }

  @Test
  void aRowThatIsInUseIsNotWaitedForAtLength() throws Exception {
    MergeTables wanted = wanted(MergeMode.CHANGED);
    try (Connection other = server.connect();
        Statement sql = other.createStatement()) {
      sql.execute("START TRANSACTION");
      sql.execute("UPDATE shop.orders SET v = 'open' WHERE id = 2");
      assertThatThrownBy(() -> merger().merge(wanted))
          .isInstanceOfSatisfying(
              ApplicationFailure.class, failure -> assertThat(failure.isNonRetryable()).isFalse())
          .hasMessageContaining("1205");
      sql.execute("COMMIT");
    }
    merger().merge(wanted);
    assertThat(server.texts("SELECT v FROM " + SAVED)).containsExactly("open");
  }

  @Test
  void aTriggerThatIsMadeMeanwhileStopsIt() throws Exception {
    AtomicBoolean made = new AtomicBoolean();
    Merger merger =
        new Merger(
            login -> Servers.login(server.connector(), login),
            (doing, tables, gotOn) -> {
              if (doing.equals("merging") && made.compareAndSet(false, true)) {
                trigger();
              }
            },
            List.of(),
            1_000);
    assertThatThrownBy(() -> merger.merge(wanted(MergeMode.BOTH)))
        .hasMessageContaining("have changed meanwhile");
    assertThat(orders()).containsExactly("1|same", "2|now", "4|new");
  }

  private void trigger() {
    try {
      server.run("shop", "CREATE TRIGGER t BEFORE INSERT ON orders FOR EACH ROW SET NEW.v = 'x'");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void twoMergesOfARestoreDoNotRunAtOnce() throws Exception {
    try (Connection other = server.connect();
        Statement sql = other.createStatement()) {
      sql.execute("SELECT GET_LOCK('rds-restore-" + ID + "', 1)");
      assertThatThrownBy(() -> merger().merge(wanted(MergeMode.BOTH)))
          .hasMessageContaining("still at work");
    }
  }

  /** The values of a row never come into a failure, which Temporal keeps. */
  @Test
  void I7_aRefusalOfTheServerDoesNotTellValues() {
    assertThat(
            SqlTrouble.failureWithoutValues(
                "Merging rows",
                new SQLException(
                    "Duplicate entry 'secret@example.com' for key 'u'", "23000", 1062)))
        .hasMessageContaining("1062")
        .hasMessageNotContaining("secret");
  }

  /** 100,000 rows; an application writes throughout, and none of its committed writes is lost. */
  @Test
  void aWritingApplicationLosesNothing() throws Exception {
    server.run(
        "shop_r",
        "CREATE TABLE digits (d INT)",
        "INSERT INTO digits VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9)",
        "INSERT INTO orders SELECT 1000 + a.d + 10*b.d + 100*c.d + 1000*e.d + 10000*f.d, 'then'"
            + " FROM digits a, digits b, digits c, digits e, digits f");
    server.run(
        "shop",
        "INSERT INTO orders SELECT id, 'now' FROM shop_r.orders WHERE id >= 1000 AND id % 3 = 0");
    MergeTables wanted = wanted(MergeMode.MISSING);
    List<String> committed = Collections.synchronizedList(new ArrayList<>());
    AtomicBoolean stop = new AtomicBoolean();
    Thread application = application(committed, stop);
    application.start();
    MergedTable merged = merger().merge(wanted).get(0);
    stop.set(true);
    application.join();
    assertThat(merged.inserted()).isGreaterThan(60_000);
    assertThat(
            server.texts(
                "SELECT COUNT(*) FROM shop_r.orders r LEFT JOIN shop.orders c ON c.id = r.id"
                    + " WHERE c.id IS NULL"))
        .containsExactly("0");
    assertThat(committed).hasSizeGreaterThan(10).noneMatch(text -> text.startsWith("failed"));
    assertThat(server.texts("SELECT CONCAT(id, '|', v) FROM shop.orders WHERE v LIKE 'w%'"))
        .containsAll(committed);

    stop.set(false);
    List<String> meanwhile = Collections.synchronizedList(new ArrayList<>());
    Thread again = application(meanwhile, stop);
    again.start();
    UnmergedTable undone = merger().undo(wanted).get(0);
    stop.set(true);
    again.join();
    assertThat(undone.removed() + undone.left()).isEqualTo(merged.inserted());
    assertThat(server.texts("SELECT CONCAT(id, '|', v) FROM shop.orders WHERE v LIKE 'w%'"))
        .containsAll(meanwhile);
  }

  /**
   * Takes ids all over the table, each once: new rows, and other versions of rows that are there.
   */
  private Thread application(List<String> committed, AtomicBoolean stop) {
    return new Thread(
        () -> {
          try (Connection connection = server.connect();
              Statement sql = connection.createStatement()) {
            for (int i = 0; !stop.get(); i++) {
              int id = 1000 + (int) (i * 7919L % 100_000);
              write(sql, id, "w" + i, committed);
            }
          } catch (Exception e) {
            committed.add("failed: " + e.getMessage());
          }
        });
  }

  private static void write(Statement sql, int id, String value, List<String> committed)
      throws SQLException {
    try {
      sql.execute(
          "INSERT INTO shop.orders VALUES (%d, '%s') ON DUPLICATE KEY UPDATE v = '%s'"
              .formatted(id, value, value));
      committed.removeIf(text -> text.startsWith(id + "|"));
      committed.add(id + "|" + value);
    } catch (SQLException e) {
      // A deadlock or a wait: the application tries another row.
      if (e.getErrorCode() != 1213 && e.getErrorCode() != 1205) {
        throw e;
      }
    }
  }
}
