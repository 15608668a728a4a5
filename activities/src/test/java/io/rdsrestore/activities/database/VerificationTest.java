package io.rdsrestore.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.request.VerifyMode;
import io.rdsrestore.workflows.verify.ChunkSize;
import io.rdsrestore.workflows.verify.ComparedKind;
import io.rdsrestore.workflows.verify.Power;
import io.rdsrestore.workflows.verify.RowTally;
import io.rdsrestore.workflows.verify.TablePosition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How rows are divided, taken up again, sampled and told. */
@TestInstance(Lifecycle.PER_CLASS)
class VerificationTest {
  private static final int ROWS = 700;

  /** Of a part; so small that there are many. */
  private static final long FEW = 23;

  /** Of a part; so small that they take longer than the first heartbeat. */
  private static final long TINY = 3;

  private ServerOfTest server;

  @BeforeAll
  void start(@TempDir Path work) throws Exception {
    server = new ServerOfTest(work);
  }

  @AfterAll
  void close() {
    server.close();
  }

  @BeforeEach
  void empty() throws Exception {
    for (String database : List.of("a", "b")) {
      server.run(database, "DROP DATABASE " + database);
    }
  }

  private void both(String... statements) throws Exception {
    server.run("a", statements);
    server.run("b", statements);
  }

  private static String rows(String row) {
    return IntStream.rangeClosed(1, ROWS)
        .mapToObj(i -> row.formatted(i, i % 256))
        .collect(Collectors.joining(", ", "INSERT INTO t VALUES ", ""));
  }

  /** Hears everything. */
  private static class Watcher implements VerificationWatcher {
    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
    private volatile List<TablePosition> positions = List.of();
    private boolean crashes;

    @Override
    public void tell(String doing, List<TablePosition> now) {
      positions = now.isEmpty() ? positions : now;
      if (crashes && !now.isEmpty() && now.get(0).next() > 3) {
        throw new IllegalStateException("the worker dies");
      }
    }

    @Override
    public KeyMerge.Keys keys(TablePair table) {
      return (kind, key) -> keys.add(kind + " " + key);
    }
  }

  private static VerificationScope scope(int sampleEvery, long largest, int mostRunning) {
    return new VerificationScope(
        List.of(new ObjectTarget("a", "b", List.of(new TableSelection("t", null)))),
        VerifyMode.CHECKSUM,
        false,
        true,
        false,
        2,
        mostRunning,
        sampleEvery,
        largest,
        Duration.ofMillis(20),
        null);
  }

  private TableComparison compare(VerificationScope scope, Watcher watcher) {
    return compare(scope, watcher, List.of()).get(0);
  }

  private List<TableComparison> compare(
      VerificationScope scope, Watcher watcher, List<TablePosition> last) {
    DatabaseConnector connector = server.connector();
    return new Verification(
            () -> Servers.connect(connector, server.login(), server.login()), scope, watcher, last)
        .run();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "k INT NOT NULL, PRIMARY KEY (k); (%1$d * 3, 'v%1$d'); k = 300",
        "k BIGINT UNSIGNED NOT NULL, PRIMARY KEY (k); (18446744073709551615 - %1$d, 'v%1$d'); v ="
            + " 'v100'",
        "k DECIMAL(20,5) NOT NULL, PRIMARY KEY (k); (%1$d.12345 - 300, 'v%1$d'); v = 'v100'",
        "k VARCHAR(20) CHARACTER SET latin1 NOT NULL, PRIMARY KEY (k); ('\u00e9%1$d', 'v%1$d'); v ="
            + " 'v100'",
        "k VARCHAR(20) CHARACTER SET utf8 NOT NULL, PRIMARY KEY (k); (CONCAT(CHAR(65 + %1$d %% 60),"
            + " '''\u4e3b %1$d'), 'v%1$d'); v = 'v100'",
        "k VARBINARY(9) NOT NULL, PRIMARY KEY (k); (UNHEX(LPAD(HEX(%1$d * 7), 6, '0')), 'v%1$d'); v"
            + " = 'v100'",
        "k DATETIME NOT NULL, PRIMARY KEY (k); ('2026-03-29 00:00:00' + INTERVAL %1$d * 11 MINUTE,"
            + " 'v%1$d'); v = 'v100'",
        "k TIMESTAMP NOT NULL DEFAULT '2026-01-01', PRIMARY KEY (k); ('2026-10-25 00:00:00' +"
            + " INTERVAL %1$d MINUTE, 'v%1$d'); v = 'v100'",
        "k TIME NOT NULL, PRIMARY KEY (k); (SEC_TO_TIME(%1$d * 1000 - 300000), 'v%1$d'); v ="
            + " 'v100'",
        "k INT NOT NULL; (%1$d / 50, 'v%1$d'); v = 'v100'"
      })
  void dividesByAnyKey(String columns, String row, String where) throws Exception {
    both(
        "CREATE TABLE t (%s) ENGINE=InnoDB"
            .formatted(
                columns.contains("PRIMARY")
                    ? columns.replaceFirst(", PRIMARY", ", v VARCHAR(20), PRIMARY")
                    : columns + ", v VARCHAR(20), KEY by_k (k)"),
        rows(row));
    Watcher watcher = new Watcher();
    TableComparison equal = compare(scope(1, FEW, 100), watcher);
    assertThat(equal.verdict()).as(equal.toString()).isEqualTo(ComparisonVerdict.EQUAL);
    assertThat(equal.sourceRows()).isEqualTo(ROWS);
    assertThat(equal.power().method()).isEqualTo(Power.Method.EXACT);
    assertThat(watcher.positions.get(0).tally().chunks()).isGreaterThan(10);
    assertThat(compare(scope(1, ChunkSize.LARGEST, 100), watcher).sourceChecksum())
        .as("however it is divided")
        .isEqualTo(equal.sourceChecksum());

    server.run("b", "UPDATE t SET v = 'x' WHERE " + where);
    TableComparison different = compare(scope(1, FEW, 100), watcher);
    assertThat(different.verdict()).isEqualTo(ComparisonVerdict.DIFFERENT);
    assertThat(watcher.positions.get(0).tally().differentChunks()).isEqualTo(1);
    if (columns.contains("PRIMARY")) {
      assertThat(different.note()).contains("0 missing, 1 changed, 0 more");
      assertThat(watcher.keys).hasSize(1).allMatch(key -> key.startsWith("CHANGED "));
    }
  }

  @Test
  void dividesByKeysOfSeveralColumns() throws Exception {
    both(
        "CREATE TABLE t (a INT NOT NULL, b VARCHAR(9) NOT NULL, c INT NOT NULL, v INT,"
            + " PRIMARY KEY (a, b, c)) ENGINE=InnoDB",
        rows("(%1$d / 100, CHAR(65 + %1$d %% 3), %1$d, 1)"));
    Watcher watcher = new Watcher();
    assertThat(compare(scope(1, FEW, 100), watcher).verdict()).isEqualTo(ComparisonVerdict.EQUAL);
    assertThat(watcher.positions.get(0).tally().chunks()).isGreaterThan(10);
    assertThat(watcher.positions.get(0).method()).isEqualTo("by primary key");
    server.run(
        "b",
        "DELETE FROM t WHERE c IN (1, 350)",
        "UPDATE t SET v = 2 WHERE c = 351",
        "INSERT INTO t VALUES (-1, 'a', 1, 1), (99, 'z', 1, 1)");
    assertThat(compare(scope(1, FEW, 100), watcher).note())
        .contains("As many rows, but not the same: 2 missing, 1 changed, 2 more.");
  }

  @Test
  void goesOnWithTheFirstPartThatWasNotDone() throws Exception {
    both(
        "CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v VARCHAR(20)) ENGINE=InnoDB",
        rows("(%1$d, 'v%1$d')"),
        // Twice 20 times as many.
        "INSERT INTO t SELECT t.id + 1000 * (o.id + 1), t.v FROM t JOIN t o ON o.id < 20");
    Watcher dying = new Watcher();
    dying.crashes = true;
    assertThatThrownBy(() -> compare(scope(1, TINY, 100), dying))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the worker dies");
    String heartbeat =
        RestoreJson.write(
            new ComparisonProgress("comparing", dying.positions, Duration.ofMinutes(3)));
    List<TablePosition> last =
        RestoreJson.mapper().readValue(heartbeat, ComparisonProgress.class).tables();
    assertThat(last.get(0).tally().sourceRows()).isGreaterThan(3 * TINY);
    assertThat(last.get(0).done()).isFalse();

    // What is done is not looked at again, what is not is.
    server.run("b", "UPDATE t SET v = 'x' WHERE id <= 3");
    Watcher next = new Watcher();
    TableComparison after = compare(scope(1, FEW, 100), next, last).get(0);
    assertThat(after.verdict()).isEqualTo(ComparisonVerdict.EQUAL);
    assertThat(after.sourceRows()).as("of both attempts").isEqualTo(ROWS * 20L);
    server.run("b", "UPDATE t SET v = 'y' WHERE id > 15000");
    assertThat(compare(scope(1, FEW, 100), next, last).get(0).verdict())
        .isEqualTo(ComparisonVerdict.DIFFERENT);
    assertThat(compare(scope(1, FEW, 100), next).note()).contains(" changed");
  }

  @Test
  void slicesOfTablesWithoutKeyAddUp() throws Exception {
    both("CREATE TABLE t (v VARCHAR(20), f DOUBLE) ENGINE=InnoDB", rows("('v%2$d', %2$d / 3)"));
    Watcher watcher = new Watcher();
    String checksum = compare(scope(1, FEW, 100), watcher).sourceChecksum();
    TablePosition inSlices =
        new TablePosition("a.t", "b.t", 0, 16, RowTally.NOTHING, false, null, "");
    TableComparison sliced = compare(scope(1, FEW, 100), watcher, List.of(inSlices)).get(0);
    assertThat(sliced.verdict()).isEqualTo(ComparisonVerdict.EQUAL);
    assertThat(sliced.sourceChecksum()).isEqualTo(checksum);
    assertThat(watcher.positions.get(0).tally().chunks()).isEqualTo(16);
    server.run("b", "UPDATE t SET v = 'x' WHERE v = 'v9' LIMIT 1");
    assertThat(compare(scope(1, FEW, 100), watcher, List.of(inSlices)).get(0).verdict())
        .isEqualTo(ComparisonVerdict.DIFFERENT);
  }

  @Test
  void aSampleSaysWhatItMayMiss() throws Exception {
    both("CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v INT) ENGINE=InnoDB", rows("(%1$d, 1)"));
    TableComparison sampled = compare(scope(4, FEW, 100), new Watcher());
    assertThat(sampled.power().method()).isEqualTo(Power.Method.SAMPLED);
    assertThat(sampled.power().missProbability()).isBetween(0.6, 0.85);
    assertThat(sampled.sourceChecksum()).isNull();
    server.run("b", "DELETE FROM t WHERE id = 40");
    assertThat(compare(scope(4, FEW, 100), new Watcher()).verdict())
        .as("what is not hashed is counted")
        .isEqualTo(ComparisonVerdict.DIFFERENT);
  }

  @Test
  void valuesAsDtsRoundsThemAreEqualAndOthersAreNot() throws Exception {
    both(
        "CREATE TABLE t (id INT NOT NULL PRIMARY KEY, d DOUBLE, f FLOAT) ENGINE=InnoDB",
        rows("(%1$d, SQRT(%1$d), %1$d / 7)"));
    server.run("b", "UPDATE t SET d = ROUND(d, 308), f = ROUND(f, 38)");
    assertThat(compare(scope(1, FEW, 100), new Watcher()).verdict())
        .isEqualTo(ComparisonVerdict.EQUAL);
    server.run("b", "UPDATE t SET d = ROUND(d, 10) WHERE id = 7");
    assertThat(compare(scope(1, FEW, 100), new Watcher()).verdict())
        .isEqualTo(ComparisonVerdict.DIFFERENT);
  }

  @Test
  void countsRowsWithoutAParentInBothDirections() throws Exception {
    both(
        "CREATE TABLE parents (id INT NOT NULL PRIMARY KEY) ENGINE=InnoDB",
        "CREATE TABLE t (id INT NOT NULL PRIMARY KEY, parent INT, CONSTRAINT up FOREIGN KEY"
            + " (parent) REFERENCES parents (id)) ENGINE=InnoDB",
        "CREATE TABLE children (id INT NOT NULL PRIMARY KEY, t INT, CONSTRAINT down FOREIGN KEY (t)"
            + " REFERENCES t (id)) ENGINE=InnoDB",
        "SET foreign_key_checks = 0",
        "INSERT INTO t VALUES (1, 5), (2, NULL)",
        "INSERT INTO children VALUES (1, 1), (2, 77), (3, 78)");
    assertThat(compare(scope(1, FEW, 100), new Watcher()).note())
        .contains("1 rows have no parent (foreign key up of b.t to b.parents).")
        .contains("2 rows have no parent (foreign key down of b.children to b.t).");
  }

  @Test
  void whatChosenTablesDoNotBringIsNotCalledEqual() throws Exception {
    both(
        "CREATE TABLE t (id INT NOT NULL PRIMARY KEY) ENGINE=InnoDB",
        "CREATE TRIGGER stamp BEFORE INSERT ON t FOR EACH ROW SET @x = 1");
    List<TableComparison> compared = compare(scope(1, FEW, 100), new Watcher(), List.of());
    assertThat(compared)
        .filteredOn(each -> each.kind() == ComparedKind.TRIGGER)
        .singleElement()
        .satisfies(each -> assertThat(each.verdict()).isEqualTo(ComparisonVerdict.NOT_RESTORED));
  }

  @Test
  void waitsWhileThePrimaryIsBusy() throws Exception {
    both("CREATE TABLE t (id INT NOT NULL PRIMARY KEY) ENGINE=InnoDB");
    // The thread that asks is running, too, so that no load is low enough.
    assertThatThrownBy(
            () ->
                compare(
                    scope(1, FEW, 0),
                    new Watcher() {
                      @Override
                      public void tell(String doing, List<TablePosition> now) {
                        if (doing.contains("waiting: ")) {
                          throw new IllegalStateException(doing);
                        }
                      }
                    },
                    List.of()))
        .hasMessageMatching(".*waiting: \\d+ threads run on the primary");
  }
}
