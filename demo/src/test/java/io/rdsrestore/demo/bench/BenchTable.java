package io.rdsrestore.demo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A table of some hundred bytes a row, the same on every server. Its keys are the even numbers, so
 * that there is room between any two.
 *
 * @param database that it is alone in
 */
record BenchTable(String database, long rows) {
  static final String NAME = "orders";

  /** Of one INSERT: no transaction grows with the table. */
  private static final long AT_ONCE = 500_000;

  private static final String COLUMNS =
      "id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, customer INT NOT NULL, status VARCHAR(12) NOT"
          + " NULL, amount DECIMAL(12,2) NOT NULL, note VARCHAR(80), created DATETIME NOT NULL,"
          + " changed TIMESTAMP NULL";

  private static final String ROW =
      "2 * n, n * 7919 %% 100003, ELT(1 + n %% 4, 'new', 'paid', 'sent', 'returned'), (n * 31 %%"
          + " 1000000) / 100, IF(n %% 10 = 0, NULL, CONCAT('order ', MD5(n), ' of a customer')),"
          + " '2026-01-01' + INTERVAL n SECOND, IF(n %% 3 = 0, NULL, '2026-06-01' + INTERVAL n"
          + " SECOND)";

  /** Statements that make and fill it. */
  List<String> statements() {
    List<String> statements = new ArrayList<>();
    // The load is not what is measured, and nobody replays it.
    statements.add("SET sql_log_bin = 0");
    statements.add("CREATE DATABASE %s CHARACTER SET utf8mb4".formatted(database));
    statements.add("USE " + database);
    statements.add("CREATE TABLE %s (%s) ENGINE=InnoDB".formatted(sql(), COLUMNS));
    for (long from = 0; from < rows; from += AT_ONCE) {
      statements.add(
          ("INSERT INTO %s SELECT " + ROW + " FROM (SELECT seq + %d AS n FROM seq_1_to_%d) z")
              .formatted(sql(), from, Math.min(AT_ONCE, rows - from)));
    }
    return statements;
  }

  /** So many differences all over the table: rows changed, rows missing and rows more, in turn. */
  List<String> differences(int number) {
    return LongStream.range(0, number)
        .map(i -> 2 * (1 + i * (rows / number)))
        .mapToObj(
            id ->
                switch ((int) (id / 2 % 3)) {
                  case 0 -> "UPDATE %s SET status = 'lost' WHERE id = %d".formatted(sql(), id);
                  case 1 -> "DELETE FROM %s WHERE id = %d".formatted(sql(), id);
                  default ->
                      "INSERT INTO %1$s SELECT id + 1, customer, status, amount, note, created, changed FROM %1$s WHERE id = %2$d"
                          .formatted(sql(), id);
                })
        .toList();
  }

  String sql() {
    return database + "." + NAME;
  }
}
