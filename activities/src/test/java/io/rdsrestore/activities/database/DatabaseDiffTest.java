package io.rdsrestore.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rdsrestore.activities.database.RowDifference.ColumnValues;
import io.rdsrestore.activities.database.RowDifference.Kind;
import io.rdsrestore.activities.database.TableDiff.Verdict;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Which rows differ, on a real server. */
@TestInstance(Lifecycle.PER_CLASS)
class DatabaseDiffTest {
  /** Rows of a part; so few that there are many parts. */
  private static final long FEW = 7;

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
      server.run(database);
    }
  }

  private void both(String... statements) throws Exception {
    server.run("a", statements);
    server.run("b", statements);
  }

  /** Hears everything. */
  private static class Heard implements DatabaseDiff.Listener {
    final List<RowDifference> rows = new ArrayList<>();
    final List<TableDiff> tables = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();

    @Override
    public void doing(String what) {}

    @Override
    public void warning(String text) {
      warnings.add(text);
    }

    @Override
    public boolean wantsValues(String table) {
      return true;
    }

    @Override
    public void row(RowDifference row) {
      rows.add(row);
    }

    @Override
    public void table(TableDiff table) {
      tables.add(table);
    }

    List<String> keys(Kind kind) {
      return rows.stream()
          .filter(row -> row.kind() == kind)
          .map(row -> String.join("/", row.key()))
          .toList();
    }
  }

  private Heard compare(long chunk) {
    Heard heard = new Heard();
    compare(chunk, heard, null);
    return heard;
  }

  private void compare(long chunk, DatabaseDiff.Listener listener, List<TableSelection> tables) {
    new DatabaseDiff(server.settings(), new DatabaseDiff.Options(100, chunk), listener)
        .compare(server.login(), server.login(), new ObjectTarget("a", "b", tables), true);
  }

  @Test
  void equalTablesAreEqual() throws Exception {
    both(
        "CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v VARCHAR(9))",
        "INSERT INTO t VALUES (1, 'x'), (2, NULL)",
        "CREATE TABLE none (v INT)",
        "INSERT INTO none VALUES (1), (1)");
    Heard heard = compare(FEW);
    assertThat(heard.warnings).isEmpty();
    assertThat(heard.rows).isEmpty();
    assertThat(heard.tables).hasSize(2).allMatch(table -> table.verdict() == Verdict.EQUAL);
  }

  @Test
  void aServerThatTakesNoWritesIsPerhapsNotTheOneThatIsMeant() throws Exception {
    both("CREATE TABLE t (id INT NOT NULL PRIMARY KEY)");
    server.run("a", "SET GLOBAL read_only = ON");
    try {
      assertThat(compare(FEW).warnings).singleElement().asString().contains("is read-only");
    } finally {
      server.run("a", "SET GLOBAL read_only = OFF");
    }
    assertThat(ServerLook.several("here:1", List.of("1 a 3306", "2 b 3306", "1 a 3306")))
        .singleElement()
        .asString()
        .contains("here:1 answers as 2 servers");
  }

  @Test
  void tellsEachKindOfDifferenceOnce() throws Exception {
    both("CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v VARCHAR(9), w INT)");
    for (int id = 1; id <= 100; id++) {
      both("INSERT INTO t VALUES (%d, 'v', 1)".formatted(id));
    }
    server.run("a", "INSERT INTO t VALUES (-5, 'v', 1), (150, 'v', 1)");
    server.run(
        "b",
        "DELETE FROM t WHERE id BETWEEN 40 AND 42",
        "UPDATE t SET v = '', w = 2 WHERE id = 50",
        "UPDATE t SET v = NULL WHERE id = 51",
        "INSERT INTO t SELECT id + 1000, v, w FROM t");
    server.run("a", "UPDATE t SET v = '' WHERE id = 51");
    Heard heard = compare(FEW);
    assertThat(heard.keys(Kind.ONLY_RESTORED)).containsExactly("-5", "40", "41", "42", "150");
    assertThat(heard.keys(Kind.ONLY_CURRENT)).hasSize(97).doesNotHaveDuplicates();
    assertThat(heard.keys(Kind.CHANGED)).containsExactly("50", "51");
    assertThat(heard.rows)
        .filteredOn(row -> row.kind() == Kind.CHANGED)
        .extracting(RowDifference::columns)
        .containsExactly(
            List.of(new ColumnValues("v", "v", ""), new ColumnValues("w", "1", "2")),
            List.of(new ColumnValues("v", "", null)));
    assertThat(heard.tables)
        .containsExactly(
            new TableDiff(
                "a.t", "b.t", Verdict.DIFFERENT, 102L, 194L, 5L, 97L, 2L, List.of("id"), null));
  }

  @Test
  void tellsKeysOfSeveralColumnsAsPeopleKnowThem() throws Exception {
    both(
        "CREATE TABLE t (d DATETIME NOT NULL, name VARCHAR(9) CHARACTER SET latin1 NOT NULL,"
            + " raw VARBINARY(4) NOT NULL, v DECIMAL(9,2), PRIMARY KEY (d, name, raw))",
        "INSERT INTO t VALUES ('2026-01-02 03:04:05', 'h\u00e9|,', x'00FF', 1.50)");
    server.run("b", "UPDATE t SET v = 1.25");
    Heard heard = compare(FEW);
    assertThat(heard.rows)
        .containsExactly(
            new RowDifference(
                "a.t",
                Kind.CHANGED,
                List.of("2026-01-02 03:04:05", "h\u00e9|,", "0x00FF"),
                List.of(new ColumnValues("v", "1.50", "1.25"))));
    assertThat(heard.tables.get(0).key()).containsExactly("d", "name", "raw");
  }

  @Test
  void aKeyInOtherLettersIsAnotherKey() throws Exception {
    both("CREATE TABLE t (k VARCHAR(9) NOT NULL PRIMARY KEY, v INT) CHARACTER SET utf8");
    server.run("a", "INSERT INTO t VALUES ('anna', 1), ('Bert', 1), ('carl', 1)");
    server.run("b", "INSERT INTO t VALUES ('Anna', 1), ('Bert', 2), ('carl', 1)");
    Heard heard = compare(1);
    assertThat(heard.keys(Kind.ONLY_RESTORED)).containsExactly("anna");
    assertThat(heard.keys(Kind.ONLY_CURRENT)).containsExactly("Anna");
    assertThat(heard.keys(Kind.CHANGED)).containsExactly("Bert");
  }

  @Test
  void withoutAKeyOnlyNumbersAreTold() throws Exception {
    both("CREATE TABLE t (v INT)", "INSERT INTO t VALUES (1), (2)");
    server.run("b", "UPDATE t SET v = 3 WHERE v = 2");
    Heard heard = compare(FEW);
    assertThat(heard.rows).isEmpty();
    TableDiff table = heard.tables.get(0);
    assertThat(table.verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(table.changed()).isNull();
    assertThat(table.restoredRows()).isEqualTo(2);
    assertThat(table.note()).contains("No primary or unique key");
  }

  @Test
  void aTableThatIsGoneOrNewIsToldRowByRow() throws Exception {
    server.run(
        "a",
        "CREATE TABLE gone (id INT NOT NULL PRIMARY KEY)",
        "INSERT INTO gone VALUES (1), (2), (3), (4), (5), (6), (7), (8)");
    server.run(
        "b", "CREATE TABLE late (id INT NOT NULL PRIMARY KEY)", "INSERT INTO late VALUES (9)");
    Heard heard = compare(3);
    assertThat(heard.keys(Kind.ONLY_RESTORED))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
    assertThat(heard.keys(Kind.ONLY_CURRENT)).containsExactly("9");
    assertThat(heard.tables.get(0).note()).contains("b.gone is not there");
    assertThat(heard.tables.get(0).onlyRestored()).isEqualTo(8);
  }

  @Test
  void columnsOfBothAreComparedWhateverTheirOrder() throws Exception {
    server.run(
        "a",
        "CREATE TABLE t (id INT NOT NULL PRIMARY KEY, v INT, old INT, w INT)",
        "INSERT INTO t VALUES (1, 2, 3, 4)");
    server.run(
        "b",
        "CREATE TABLE t (w INT, v INT, id INT NOT NULL PRIMARY KEY, fresh INT)",
        "INSERT INTO t VALUES (5, 2, 1, 7)");
    Heard heard = compare(FEW);
    assertThat(heard.rows.get(0).columns()).containsExactly(new ColumnValues("w", "4", "5"));
    assertThat(heard.tables.get(0).note()).contains("Only restored: old.", "Only current: fresh.");
  }

  @Test
  void comparesTablesUnderOtherNamesAndSaysWhatIsNowhere() throws Exception {
    server.run(
        "a", "CREATE TABLE t_old (id INT NOT NULL PRIMARY KEY)", "INSERT INTO t_old VALUES (1)");
    server.run("b", "CREATE TABLE t (id INT NOT NULL PRIMARY KEY)");
    Heard heard = new Heard();
    compare(FEW, heard, List.of(new TableSelection("t_old", "t"), new TableSelection("x", null)));
    assertThat(heard.keys(Kind.ONLY_RESTORED)).containsExactly("1");
    assertThat(heard.tables.get(1).verdict()).isEqualTo(Verdict.NOT_COMPARED);
    server.run("a", "DROP TABLE t_old");
    server.run("b", "DROP TABLE t");
    assertThatThrownBy(() -> compare(FEW)).hasMessageContaining("There is no table in a");
  }

  /** Keys come while the walk is under way: a listener that stops it has seen a part at most. */
  @Test
  void holdsNoMoreThanAPart() throws Exception {
    both("CREATE TABLE t (id INT NOT NULL PRIMARY KEY)");
    String more = "INSERT INTO t SELECT id + %d FROM t";
    server.run("b", "INSERT INTO t VALUES (1)");
    for (int rows = 1; rows < 200_000; rows *= 2) {
      server.run("b", more.formatted(rows));
    }
    long part = 1_000;
    long[] largest = {0};
    long[] told = {0};
    Heard counting =
        new Heard() {
          private long sincePart;

          @Override
          public void doing(String what) {
            sincePart = 0;
          }

          @Override
          public void row(RowDifference row) {
            told[0]++;
            largest[0] = Math.max(largest[0], ++sincePart);
          }
        };
    compare(part, counting, null);
    assertThat(told[0]).isEqualTo(262_144);
    assertThat(largest[0]).as("between two parts").isLessThanOrEqualTo(2 * part);
    assertThat(counting.tables.get(0).onlyCurrent()).isEqualTo(262_144);
  }

  @Test
  void readsOnly() throws Exception {
    both("CREATE TABLE t (id INT NOT NULL PRIMARY KEY)");
    server.run("a", "INSERT INTO t VALUES (1)");
    compare(FEW);
    try (Connection connection = server.connect();
        Statement sql = connection.createStatement();
        var rows =
            sql.executeQuery("SELECT (SELECT COUNT(*) FROM a.t), (SELECT COUNT(*) FROM b.t)")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(1);
      assertThat(rows.getInt(2)).isZero();
    }
  }

  @Test
  void valuesThatWereNotReadAreSaid() {
    assertThat(TableDiffer.note(null, 0)).isNull();
    assertThat(TableDiffer.note("Only columns of both were compared.", 20))
        .isEqualTo(
            "Only columns of both were compared. The values of 20 changed rows could not be read in time.");
  }
}
