package io.rdsrestore.activities.database;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A database with something of everything, for servers from MySQL 5.5 on. */
final class Depot {
  static final int CUSTOMERS = 400;

  private static final List<String> STRUCTURE =
      List.of(
          "CREATE TABLE customers (id INT UNSIGNED NOT NULL AUTO_INCREMENT, name VARCHAR(50) NOT"
              + " NULL DEFAULT 'nobody', email VARCHAR(90), note TEXT, balance DECIMAL(12,4), rate"
              + " DOUBLE, ratio FLOAT, born DATE, seen DATETIME, changed TIMESTAMP NULL, lunch"
              + " TIME, flags BIT(5), photo BLOB, kind ENUM('', 'a','b'), tags SET('x','y'), short"
              + " CHAR(9), raw VARBINARY(9), year YEAR, place POINT, latin VARCHAR(20) CHARACTER"
              + " SET latin1, PRIMARY KEY (id), UNIQUE KEY by_email (email), KEY by_name (name,"
              + " born), KEY by_note (note(10))) ENGINE=InnoDB AUTO_INCREMENT=1000 DEFAULT"
              + " CHARSET=utf8 COMMENT='who buys'",
          "CREATE TABLE orders (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, customer INT"
              + " UNSIGNED, KEY by_customer (customer), CONSTRAINT of_customer FOREIGN KEY"
              + " (customer) REFERENCES customers (id) ON DELETE CASCADE) ENGINE=InnoDB",
          "CREATE TABLE log (line VARCHAR(40), n INT) ENGINE=InnoDB",
          "CREATE TABLE pairs (a INT NOT NULL, b VARCHAR(10) NOT NULL, v INT, PRIMARY KEY (a, b))"
              + " ENGINE=InnoDB",
          "CREATE TABLE ties (n INT NOT NULL, t VARCHAR(10), KEY by_n (n)) ENGINE=InnoDB",
          "CREATE TABLE parts (id INT NOT NULL, y INT NOT NULL, PRIMARY KEY (id, y)) ENGINE=InnoDB"
              + " PARTITION BY RANGE (y) (PARTITION old VALUES LESS THAN (2000), PARTITION young"
              + " VALUES LESS THAN (2010), PARTITION rest VALUES LESS THAN MAXVALUE)",
          "CREATE TABLE none (id INT NOT NULL PRIMARY KEY) ENGINE=InnoDB",
          "CREATE VIEW rich AS SELECT id, name FROM customers WHERE balance > 100",
          "CREATE TRIGGER stamp BEFORE INSERT ON orders FOR EACH ROW SET @stamped = NEW.id",
          "CREATE PROCEDURE tidy (IN days INT) DELETE FROM log WHERE n < days",
          "CREATE FUNCTION twice (n INT) RETURNS INT DETERMINISTIC NO SQL RETURN n + n",
          "CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DISABLE DO"
              + " DELETE FROM log");

  private Depot() {}

  /**
   * Statements that make and fill it.
   *
   * @param backwards whether rows come in another order
   */
  static List<String> statements(boolean backwards) {
    List<String> statements = new ArrayList<>(STRUCTURE);
    statements.add(insert("customers", backwards, Depot::customer));
    statements.add(insert("orders", backwards, i -> "(%d, %d)".formatted(i, i)));
    statements.add(insert("log", backwards, i -> "('line %d', %d)".formatted(i % 7, i % 7)));
    statements.add(insert("pairs", backwards, i -> "(%d, 'b%d', %d)".formatted(i % 20, i, i)));
    statements.add(insert("ties", backwards, i -> "(%d, 't%d')".formatted(i % 3, i)));
    statements.add(insert("parts", backwards, i -> "(%d, %d)".formatted(i, 1990 + i % 30)));
    return statements;
  }

  private static String insert(String table, boolean backwards, IntFunction<String> row) {
    return IntStream.rangeClosed(1, CUSTOMERS)
        .map(n -> backwards ? CUSTOMERS + 1 - n : n)
        .mapToObj(row)
        .collect(Collectors.joining(", ", "INSERT INTO " + table + " VALUES ", ""));
  }

  private static String customer(int i) {
    return """
    (%1$d, 'Name %1$d', 'n%1$d@example.org', 'a note %1$d', %1$d.1234, %1$d / 3, %1$d / 7,
      '1980-01-01' + INTERVAL %1$d DAY, '2026-01-01 10:00:00' + INTERVAL %1$d MINUTE,
      '2026-01-01 10:00:00' + INTERVAL %1$d HOUR, '12:00:00', %1$d %% 32, x'00ff%2$02x',
      IF(%1$d %% 2, 'a', 'b'), 'x,y', 's%1$d', x'00%2$02x', 2000 + %1$d %% 100, POINT(%1$d, 2),
      'café')\
    """
        .formatted(i, i % 256);
  }
}
