package io.rdsrestore.activities.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rdsrestore.workflows.verify.RowTally;
import io.rdsrestore.workflows.verify.TableStructure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The walk over two tables, whose next part is looked up while the one before is compared. */
@TestInstance(Lifecycle.PER_CLASS)
class KeyedDiffTest {
  private static final long LARGEST = 8;
  private static final int LAST = 50;

  private ServerOfTest server;

  @BeforeAll
  void twoTablesOfWhichOneHasLessRows(@TempDir Path work) throws Exception {
    server = new ServerOfTest(work);
    server.run("a", "CREATE TABLE t (id INT NOT NULL PRIMARY KEY)", insert(1));
    server.run("b", "CREATE TABLE t (id INT NOT NULL PRIMARY KEY)", insert(3));
  }

  @AfterAll
  void close() {
    server.close();
  }

  private static String insert(int step) {
    return IntStream.rangeClosed(1, LAST)
        .filter(id -> id % step == 0)
        .mapToObj("(%d)"::formatted)
        .collect(Collectors.joining(", ", "INSERT INTO t VALUES ", ""));
  }

  /** Reads a part of both tables, unless it is one of those that take too long. */
  private final class Reader implements KeyedDiff.Turn, KeyedDiff.Work {
    final List<Integer> rows = new ArrayList<>();
    final List<Integer> parts = new ArrayList<>();
    final AtomicInteger asked = new AtomicInteger();
    private final int longestPart;

    Reader(int longestPart) {
      this.longestPart = longestPart;
    }

    @Override
    public void await() {
      asked.incrementAndGet();
    }

    @Override
    public RowTally of(Chunk chunk) throws SQLException {
      List<Integer> found = ids(chunk.where());
      if (found.size() > longestPart) {
        throw new TimedQuery.TooLong(new SQLException("a part of " + found.size()));
      }
      rows.addAll(found);
      parts.add(found.size());
      return RowTally.NOTHING;
    }

    private List<Integer> ids(Where where) throws SQLException {
      try {
        return server.texts("SELECT id FROM " + where.of(new TableName("a", "t"))).stream()
            .map(Integer::valueOf)
            .sorted()
            .toList();
      } catch (SQLException e) {
        throw e;
      } catch (Exception e) {
        throw new SQLException(e);
      }
    }
  }

  private void walk(Reader reader) throws Exception {
    try (Connection source = server.connect();
        Connection target = server.connect()) {
      TableStructure shape =
          new StructureReader(new Catalog(source)).tables(TableScope.all("a")).get("t");
      ChunkKey key = ChunkKey.of(shape, shape).orElseThrow();
      try (PartEnds ends =
          new PartEnds(
              key,
              new PartEnds.Side(source, new TableName("a", "t"), true),
              new PartEnds.Side(target, new TableName("b", "t"), true),
              () -> {})) {
        RowTally all = new KeyedDiff(key, ends, LARGEST).walk(reader, reader);
        assertThat(all).isEqualTo(RowTally.NOTHING);
      }
    }
  }

  private static Integer[] everyRow() {
    return IntStream.rangeClosed(1, LAST).boxed().toArray(Integer[]::new);
  }

  @Test
  void everyRowIsInOnePart() throws Exception {
    Reader reader = new Reader(LAST);
    walk(reader);
    assertThat(reader.rows).containsExactly(everyRow());
    assertThat(reader.parts).allMatch(rows -> rows <= LARGEST);
    assertThat(reader.asked).hasValue(reader.parts.size());
  }

  @Test
  void aPartThatTakesTooLongIsDividedAndNoRowIsLeftOutOrComesTwice() throws Exception {
    Reader reader = new Reader(3);
    walk(reader);
    assertThat(reader.rows).containsExactly(everyRow());
    assertThat(reader.parts).allMatch(rows -> rows <= 3);
    assertThat(reader.asked).hasValueGreaterThan(reader.parts.size());
  }

  @Test
  void aSingleRowThatTakesTooLongEndsIt() {
    assertThatThrownBy(() -> walk(new Reader(0))).isInstanceOf(TimedQuery.TooLong.class);
  }
}
