package io.rdsrestore.sandbox.dataplane;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies the rows of the chosen tables: read as a stream, written as INSERT statements of many
 * rows. Memory holds one statement.
 */
final class RowCopy {
  private static final int ROWS_A_STATEMENT = 500;
  private static final int CHARACTERS_A_STATEMENT = 512 * 1024;
  private static final int DUPLICATE_KEY = 1062;

  /** Then a copy fails that another session holds up. */
  private static final int LOCK_WAIT_SECONDS = 5;

  private final Connection source;
  private final Connection target;
  private final boolean keepExisting;
  private final CopyListener listener;
  private final CopyPosition position;
  private final Throttle throttle;
  private long total;
  private long done;

  RowCopy(Connection source, Connection target, boolean keepExisting, CopyListener listener) {
    this.source = source;
    this.target = target;
    this.keepExisting = keepExisting;
    this.listener = listener;
    position = listener.position();
    throttle = new Throttle(listener);
  }

  /** Returns early, at the next batch of rows, if the listener asks for it. */
  void copy(List<Selection.Table> tables) throws SQLException {
    // Strict, so that no value is changed on its way; zero and odd dates pass as they are.
    Query.run(
        target,
        "SET foreign_key_checks=0, unique_checks="
            // Off, a server need not look for duplicates in secondary keys.
            + (keepExisting ? 1 : 0)
            + ", lock_wait_timeout="
            + LOCK_WAIT_SECONDS
            + ", innodb_lock_wait_timeout="
            + LOCK_WAIT_SECONDS
            + ", sql_mode='STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES'");
    for (Selection.Table table : tables) {
      total += count(table);
      done += position.rows(table.source());
    }
    listener.rows(done, total);
    for (Selection.Table table : tables) {
      try {
        copy(table);
      } catch (SQLException e) {
        throw DtsMessages.rows(table, e);
      }
      if (listener.shouldStop()) {
        return;
      }
    }
  }

  private long count(Selection.Table table) throws SQLException {
    try {
      return Long.parseLong(Query.text(source, "SELECT COUNT(*) FROM " + table.source()));
    } catch (SQLException e) {
      throw DtsMessages.rows(table, e);
    }
  }

  private void copy(Selection.Table table) throws SQLException {
    List<Column> columns = Column.of(source, table.database(), table.name());
    String expressions =
        columns.stream().map(c -> c.form().exact(Sql.name(c.name()))).collect(joining(", "));
    String insert =
        columns.stream()
            .map(column -> Sql.name(column.name()))
            .collect(joining(", ", "INSERT INTO " + table.target() + " (", ") VALUES "));
    try (Statement statement = source.createStatement()) {
      statement.setFetchSize(ROWS_A_STATEMENT);
      try (ResultSet rows =
          statement.executeQuery("SELECT " + expressions + " FROM " + table.source())) {
        List<String> batch = new ArrayList<>();
        int characters = 0;
        skip(rows, position.rows(table.source()));
        while (rows.next()) {
          String tuple = tuple(rows, columns);
          batch.add(tuple);
          characters += tuple.length();
          if (batch.size() >= listener.limit().rowsAStatement(ROWS_A_STATEMENT)
              || characters > CHARACTERS_A_STATEMENT) {
            write(table, insert, batch);
            batch.clear();
            characters = 0;
            if (listener.shouldStop()) {
              return;
            }
          }
        }
        write(table, insert, batch);
      }
    }
  }

  private static String tuple(ResultSet rows, List<Column> columns) throws SQLException {
    List<String> literals = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      literals.add(columns.get(i).form().literal(rows.getString(i + 1)));
    }
    return "(" + String.join(",", literals) + ")";
  }

  /** A source that does not change is always read in the same order. */
  private static void skip(ResultSet rows, long number) throws SQLException {
    long left = number;
    while (left > 0 && rows.next()) {
      left--;
    }
  }

  private void write(Selection.Table table, String insert, List<String> batch) throws SQLException {
    if (!batch.isEmpty()) {
      insert(insert, batch);
      done += batch.size();
      position.add(table.source(), batch.size());
      listener.rows(done, total);
      throttle.after(batch.size(), batch.stream().mapToLong(String::length).sum());
    }
  }

  /**
   * Inserts the rows. Where an existing row is to be kept, a batch with a conflict is halved until
   * the row in conflict stands alone: INSERT IGNORE would hide other errors too.
   */
  private void insert(String insert, List<String> rows) throws SQLException {
    try {
      Query.run(target, insert + String.join(",", rows));
    } catch (SQLException e) {
      if (!keepExisting || e.getErrorCode() != DUPLICATE_KEY) {
        throw e;
      }
      if (rows.size() > 1) {
        int middle = rows.size() / 2;
        insert(insert, rows.subList(0, middle));
        insert(insert, rows.subList(middle, rows.size()));
      }
    }
  }
}
