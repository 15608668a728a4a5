package io.rdsrestore.activities.database;

import java.util.List;

/**
 * Something that a copy may have lost.
 *
 * @param what it is
 * @param object that a comparison has to name: {@code kind name}
 * @param needs a statement that only servers take which know it; null for all
 * @param before run in both databases first
 * @param sql run in the copy
 */
record Damage(String what, String object, String needs, List<String> before, List<String> sql) {
  private static final String CUSTOMERS = "table customers";

  @Override
  public String toString() {
    return what;
  }

  private static Damage of(String what, String object, String... sql) {
    return new Damage(what, object, null, List.of(), List.of(sql));
  }

  private static Damage row(String what, String change) {
    return of(what, CUSTOMERS, "UPDATE customers SET " + change + " WHERE id = 77");
  }

  private static Damage where(String what, String needs, String object, String made, String sql) {
    return new Damage(what, object, needs, List.of(made), List.of(sql));
  }

  /** All kinds that are tried. */
  static List<Damage> all() {
    return List.of(
        of("missing table", "table pairs", "DROP TABLE pairs"),
        of("empty table", "table pairs", "DELETE FROM pairs"),
        of("more than nothing", "table none", "INSERT INTO none VALUES (1)"),
        of("a table more", "table more", "CREATE TABLE more (id INT)"),
        of(
            "lost row",
            CUSTOMERS,
            "SET foreign_key_checks = 0",
            "DELETE FROM customers WHERE id = 200"),
        of(
            "lost first row",
            CUSTOMERS,
            "SET foreign_key_checks = 0",
            "DELETE FROM customers WHERE id = 1"),
        of(
            "lost last row",
            "table pairs",
            "DELETE FROM pairs WHERE a = 19 ORDER BY b DESC LIMIT 1"),
        of("a row more at the end", "table pairs", "INSERT INTO pairs VALUES (99, 'z', 1)"),
        of("a row more at the beginning", "table pairs", "INSERT INTO pairs VALUES (-9, 'z', 1)"),
        row("changed byte", "photo = x'00fe4d'"),
        row("changed text", "note = 'a note 78'"),
        row("byte more", "raw = x'004d00'"),
        row("composed letter", "latin = 'cafe'"),
        of("doubled row without a key", "table log", "INSERT INTO log SELECT * FROM log LIMIT 1"),
        of(
            "a pair of equal rows for another",
            "table log",
            "DELETE FROM log WHERE n = 3 LIMIT 2",
            "INSERT INTO log VALUES ('line 4', 4), ('line 4', 4)"),
        of("a tie", "table ties", "UPDATE ties SET t = 't' WHERE t = 't200'"),
        of(
            "two changes that compensate",
            CUSTOMERS,
            "UPDATE customers SET balance = balance + 1 WHERE id = 10",
            "UPDATE customers SET balance = balance - 1 WHERE id = 11"),
        of(
            "the same change twice",
            CUSTOMERS,
            "UPDATE customers SET short = 'sent' WHERE id IN (10, 11)"),
        of(
            "values in each other's column",
            "table log",
            "UPDATE log SET line = n, n = 4 WHERE n = 5 LIMIT 1"),
        row("rounded decimal", "balance = 77.1200"),
        row("rounded double", "rate = 25.6666666666"),
        row("next double", "rate = rate + 4e-15"),
        row("next float", "ratio = 11.000001"),
        row("day", "born = born + INTERVAL 1 DAY"),
        row("hour", "changed = changed + INTERVAL 1 HOUR"),
        row("second", "seen = seen + INTERVAL 1 SECOND"),
        row("time", "lunch = '12:00:01'"),
        row("zero date", "born = '0000-00-00'"),
        row("zero date for none", "seen = 0"),
        row("bit", "flags = flags ^ 16"),
        row("enum", "kind = 'b'"),
        row("empty enum for a wrong one", "kind = 'nothing of it'"),
        row("set", "tags = 'x'"),
        row("year", "year = 1999"),
        row("point", "place = POINT(77, 3)"),
        row("NULL for a text", "email = NULL"),
        row("empty text for NULL", "note = ''"),
        row("trailing space", "name = 'Name 77 '"),
        row("case", "name = 'NAME 77'"),
        of(
            "charset of a column",
            CUSTOMERS,
            "ALTER TABLE customers MODIFY name VARCHAR(50)"
                + " CHARACTER SET latin1 NOT NULL DEFAULT 'nobody'"),
        of(
            "collation of a column",
            CUSTOMERS,
            "ALTER TABLE customers MODIFY name VARCHAR(50)"
                + " COLLATE utf8_bin NOT NULL DEFAULT 'nobody'"),
        of("collation of a table", CUSTOMERS, "ALTER TABLE customers COLLATE utf8_bin"),
        of("charset of the database", "database copy", "ALTER DATABASE copy CHARACTER SET latin1"),
        of("type", "table log", "ALTER TABLE log MODIFY n BIGINT"),
        of("length", "table log", "ALTER TABLE log MODIFY line VARCHAR(41)"),
        of("NOT NULL", "table log", "ALTER TABLE log MODIFY n INT NOT NULL"),
        of("default", "table log", "ALTER TABLE log ALTER n SET DEFAULT 5"),
        of("a column more", "table log", "ALTER TABLE log ADD more INT"),
        of("a column less", "table log", "ALTER TABLE log DROP n"),
        of("order of columns", "table log", "ALTER TABLE log MODIFY n INT FIRST"),
        of("comment", CUSTOMERS, "ALTER TABLE customers COMMENT=''"),
        of("engine", "table log", "ALTER TABLE log ENGINE=MyISAM"),
        of("index", CUSTOMERS, "ALTER TABLE customers DROP KEY by_name"),
        of(
            "columns of an index",
            CUSTOMERS,
            "ALTER TABLE customers DROP KEY by_name, ADD KEY" + " by_name (born, name)"),
        of(
            "prefix of an index",
            CUSTOMERS,
            "ALTER TABLE customers DROP KEY by_note, ADD KEY" + " by_note (note(11))"),
        of(
            "unique index",
            CUSTOMERS,
            "ALTER TABLE customers DROP KEY by_email, ADD KEY by_email" + " (email)"),
        of("primary key", "table none", "ALTER TABLE none DROP PRIMARY KEY"),
        of("AUTO_INCREMENT", CUSTOMERS, "ALTER TABLE customers AUTO_INCREMENT = 999"),
        of("AUTO_INCREMENT at all", "table orders", "ALTER TABLE orders MODIFY id BIGINT NOT NULL"),
        of("foreign key", "table orders", "ALTER TABLE orders DROP FOREIGN KEY of_customer"),
        of(
            "rule of a foreign key",
            "table orders",
            "ALTER TABLE orders DROP FOREIGN KEY of_customer",
            "ALTER TABLE orders ADD CONSTRAINT of_customer FOREIGN KEY (customer) REFERENCES"
                + " customers (id)"),
        of(
            "partition",
            "table parts",
            "ALTER TABLE parts REORGANIZE PARTITION young, rest INTO"
                + " (PARTITION rest VALUES LESS THAN MAXVALUE)"),
        of("partitions", "table parts", "ALTER TABLE parts REMOVE PARTITIONING"),
        of("view", "view rich", "DROP VIEW rich"),
        of(
            "definition of a view",
            "view rich",
            "CREATE OR REPLACE VIEW rich AS SELECT id, name FROM"
                + " customers WHERE balance > 101"),
        of(
            "definer",
            "view rich",
            "CREATE OR REPLACE DEFINER=someone@localhost VIEW rich AS SELECT"
                + " id, name FROM customers WHERE balance > 100"),
        of("trigger", "trigger stamp", "DROP TRIGGER stamp"),
        of(
            "body of a trigger",
            "trigger stamp",
            "DROP TRIGGER stamp",
            "CREATE TRIGGER stamp BEFORE"
                + " INSERT ON orders FOR EACH ROW SET @stamped = NEW.customer"),
        of(
            "time of a trigger",
            "trigger stamp",
            "DROP TRIGGER stamp",
            "CREATE TRIGGER stamp AFTER" + " INSERT ON orders FOR EACH ROW SET @stamped = NEW.id"),
        of(
            "sql_mode of a trigger",
            "trigger stamp",
            "DROP TRIGGER stamp",
            "SET sql_mode = 'ANSI_QUOTES'",
            "CREATE TRIGGER stamp BEFORE INSERT ON orders FOR EACH" + " ROW SET @stamped = NEW.id"),
        of(
            "a trigger more",
            "trigger more",
            "CREATE TRIGGER more BEFORE DELETE ON log FOR EACH ROW" + " SET @more = 1"),
        of("procedure", "procedure tidy", "DROP PROCEDURE tidy"),
        of(
            "parameter of a procedure",
            "procedure tidy",
            "DROP PROCEDURE tidy",
            "CREATE PROCEDURE" + " tidy (IN days BIGINT) DELETE FROM log WHERE n < days"),
        of(
            "function",
            "function twice",
            "DROP FUNCTION twice",
            "CREATE FUNCTION twice (n INT)" + " RETURNS INT DETERMINISTIC NO SQL RETURN n * 2"),
        of("event", "event nightly", "DROP EVENT nightly"),
        of(
            "schedule of an event",
            "event nightly",
            "ALTER EVENT nightly ON SCHEDULE EVERY 2 DAY" + " STARTS '2030-01-01 00:00:00'"),
        where(
            "fraction of a second",
            "CREATE TABLE t (d DATETIME(6))",
            "table fractions",
            "CREATE TABLE fractions (id INT PRIMARY KEY, d DATETIME(6)) SELECT 1 AS id,"
                + " '2026-01-01 10:00:00.123456' AS d",
            "UPDATE fractions SET d = '2026-01-01 10:00:00.123457'"),
        where(
            "JSON",
            "CREATE TABLE t (j JSON)",
            "table documents",
            "CREATE TABLE documents (id INT PRIMARY KEY, j JSON) SELECT 1 AS id, '{\"a\": 1}' AS j",
            "UPDATE documents SET j = '{\"a\": 2}'"),
        where(
            "generated column",
            "CREATE TABLE t (a INT, b INT AS (a + 1) VIRTUAL)",
            "table computed",
            "CREATE TABLE computed (a INT, b INT AS (a + 1) VIRTUAL)",
            "ALTER TABLE computed DROP b, ADD b INT AS (a + 2) VIRTUAL"),
        where(
            "generated column for a stored one",
            "CREATE TABLE t (a INT, b INT AS (a + 1) VIRTUAL)",
            "table computed",
            "CREATE TABLE computed (a INT, b INT AS (a + 1) VIRTUAL)",
            "ALTER TABLE computed DROP b, ADD b INT"),
        where(
            "CHECK",
            "SELECT * FROM information_schema.check_constraints LIMIT 1",
            "table checked",
            "CREATE TABLE checked (a INT, CONSTRAINT positive CHECK (a > 0))",
            "ALTER TABLE checked DROP CONSTRAINT positive"));
  }
}
