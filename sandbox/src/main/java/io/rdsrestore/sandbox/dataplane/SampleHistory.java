package io.rdsrestore.sandbox.dataplane;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that is ever written to the sample database before people come: the same for the same
 * begin. It knows, without asking a database, what each table holds at the end of each second.
 */
public final class SampleHistory {
  /** The sample database. */
  public static final String DATABASE = "shop";

  /** How long the history lasts. */
  static final int SECONDS = 480;

  /** The second at whose end the second backup set is taken. */
  static final int MIDDLE = SECONDS / 2;

  private final Instant begin;
  private final SampleColumns columns;
  private final List<SampleTransaction> transactions;

  private SampleHistory(Instant begin, SampleColumns columns) {
    this.begin = begin;
    this.columns = columns;
    this.transactions = new SampleGenerator(begin, columns).transactions();
  }

  /** The history whose first transaction is committed in the second {@code begin}. */
  public static SampleHistory beginningAt(Instant begin) {
    return beginningAt(begin, "5.7");
  }

  /**
   * The history on another version of MySQL, whose columns hold what that version can.
   *
   * @param engineVersion as RDS says it: 5.5, 5.6 or 5.7
   */
  public static SampleHistory beginningAt(Instant begin, String engineVersion) {
    return new SampleHistory(
        begin.truncatedTo(ChronoUnit.SECONDS), SampleColumns.of(engineVersion));
  }

  /** The second of the first transaction. */
  public Instant begin() {
    return begin;
  }

  /** The second of the last transaction. */
  public Instant end() {
    return begin.plusSeconds(transactions.get(transactions.size() - 1).second());
  }

  SampleColumns columns() {
    return columns;
  }

  List<SampleTransaction> transactions() {
    return transactions;
  }

  /** What each table holds, by its name, once all of {@code second} has been committed. */
  public Map<String, TableFingerprint> at(Instant second) {
    Map<SampleTable, Map<String, String[]>> tables = new LinkedHashMap<>();
    for (SampleTable table : SampleTable.values()) {
      tables.put(table, new LinkedHashMap<>());
    }
    for (SampleTransaction transaction : transactions) {
      if (!begin.plusSeconds(transaction.second()).isAfter(second)) {
        transaction.changes().forEach(change -> apply(change, tables.get(change.table())));
      }
    }
    Map<String, TableFingerprint> result = new TreeMap<>();
    tables.forEach(
        (table, rows) -> {
          TableFingerprint.Builder builder = new TableFingerprint.Builder();
          rows.values().forEach(builder::add);
          result.put(table.tableName(), builder.build());
        });
    return result;
  }

  private static void apply(SampleChange change, Map<String, String[]> rows) {
    List<String> columns = change.table().columns();
    if (change instanceof SampleChange.Insert insert) {
      insert.rows().forEach(row -> rows.put(key(change.table(), row, rows.size()), row));
    } else if (change instanceof SampleChange.Update update) {
      for (String key : update.keys()) {
        String[] row = rows.get(key).clone();
        update.values().forEach((column, value) -> row[columns.indexOf(column)] = value);
        rows.put(key, row);
      }
    } else if (change instanceof SampleChange.Delete delete) {
      int column = columns.indexOf(delete.column());
      Set<String> values = Set.copyOf(delete.values());
      rows.values().removeIf(row -> values.contains(row[column]));
    }
  }

  /** The primary key of a row; where there is none, its number: no row is ever deleted there. */
  private static String key(SampleTable table, String[] row, int number) {
    return switch (table) {
      case ADDRESSES, ORDER_ITEMS -> row[0] + "/" + row[1];
      case AUDIT_LOG -> Integer.toString(number);
      default -> row[0];
    };
  }
}
