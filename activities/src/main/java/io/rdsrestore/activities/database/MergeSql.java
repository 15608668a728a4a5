package io.rdsrestore.activities.database;

import io.rdsrestore.activities.database.MergeShape.Child;
import io.rdsrestore.workflows.merge.MergeMode;
import io.rdsrestore.workflows.plan.SqlName;
import io.rdsrestore.workflows.verify.ColumnStructure;
import io.rdsrestore.workflows.verify.ForeignKeyStructure;
import io.rdsrestore.workflows.verify.IndexStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The SQL of a merge of one table. Rows go from table to table on their server. Aliases: r the
 * restored table, c the current one, s the saved one.
 */
final class MergeSql {
  /** What has become of a row. */
  static final String DID = "rr_did";

  /** Which transaction has written it, from 1. */
  static final String PART = "rr_part";

  /** Whether a row of the restored table is one that the merge is about. */
  private static final String WANTED = "rr_wanted";

  /** Beside those of the current table. */
  static final Set<String> OWN_COLUMNS = Set.of(DID, PART, WANTED);

  private static final int LONGEST_UNDO = 10_000;

  static final String INSERTED = "inserted";
  static final String REPLACED = "replaced";
  static final String REMOVED = "removed";
  static final String PUT_BACK = "putBack";
  static final String LEFT = "left";

  private final MergeShape shape;
  private final String restored;
  private final String current;
  private final String saved;

  MergeSql(MergeShape shape) {
    this.shape = shape;
    String byKey = " FORCE INDEX (" + SqlName.quote(shape.key().index()) + ")";
    restored = shape.restored().sql() + " r" + byKey;
    current = shape.current().sql() + " c" + byKey;
    saved = shape.saved().sql() + " s";
  }

  /** Makes the saved table: the columns as they are, none of their other indexes. */
  String createSaved() {
    String columns = shape.columns().stream().map(this::column).collect(Collectors.joining(", "));
    return """
    CREATE TABLE IF NOT EXISTS %s (%s VARCHAR(10) CHARACTER SET ascii NOT NULL,
    %s BIGINT NOT NULL, %s, PRIMARY KEY (%s), KEY %s (%s)) ENGINE=InnoDB ROW_FORMAT=%s COMMENT='%s'\
    """
        .formatted(
            shape.saved().sql(),
            DID,
            PART,
            columns,
            keys(""),
            PART,
            PART,
            shape.rowFormat(),
            shape.mark().replace("\\", "\\\\").replace("'", "''"));
  }

  private String column(ColumnStructure column) {
    boolean isKey = shape.isKey(column);
    return "%s %s%s %s"
        .formatted(
            SqlName.quote(column.name()),
            column.type(),
            column.charset() == null
                ? ""
                : " CHARACTER SET %s COLLATE %s".formatted(column.charset(), column.collation()),
            // Without a default of its own a TIMESTAMP would change with every change of its row.
            isKey && column.dataType().equals("timestamp")
                ? "NOT NULL DEFAULT '2000-01-01 00:00:00'"
                : isKey ? "NOT NULL" : "NULL");
  }

  /**
   * Counts a part. One row: rows, missing, changed, and of those that the mode is about the ones
   * that cannot be written.
   *
   * @param withSaved whether what is saved already is left out
   * @param comes whether a parent counts that is restored, too: it is merged before its children
   */
  String count(Where part, MergeMode mode, boolean withSaved, boolean comes) {
    String open = "r." + WANTED + " AND " + (withSaved ? "NOT " + matched("s", "r") + " AND " : "");
    String missing = open + "NOT " + matched("c", "r");
    String changed = open + matched("c", "r") + " AND NOT (" + same("c", "r") + ")";
    List<String> wanted = new ArrayList<>();
    if (mode.inserts()) {
      wanted.add("(" + missing + ")");
    }
    if (mode.replaces()) {
      wanted.add("(" + changed + ")");
    }
    return """
    SELECT COUNT(*), SUM(m), SUM(d), SUM(b) FROM (
    SELECT (%s) AS m, (%s) AS d, ((%s) AND NOT (%s)) AS b
    FROM %s LEFT JOIN %s ON %s%s) z\
    """
        .formatted(
            missing,
            changed,
            String.join(" OR ", wanted),
            free("r", comes),
            part(part),
            current,
            on("c", "r"),
            withSaved ? " LEFT JOIN " + saved + " ON " + on("s", "r") : "");
  }

  /** Keeps the rows of before of a part that are about to be replaced, and locks them. */
  String saveReplaced(Where part, long number) {
    return save(
        part,
        number,
        REPLACED,
        columns(""),
        columns("c."),
        "STRAIGHT_JOIN",
        "(" + same("c", "r") + ")");
  }

  /** Keeps the keys of a part that are about to be inserted, and locks where they go. */
  String saveInserted(Where part, long number) {
    return save(part, number, INSERTED, keys(""), keys("r."), "LEFT JOIN", matched("c", "r"));
  }

  /**
   * @param join how the current rows are found
   * @param unless which rows are none of it
   */
  private String save(
      Where part,
      long number,
      String did,
      String columns,
      String values,
      String join,
      String unless) {
    return """
    INSERT INTO %s (%s, %s, %s) SELECT '%s', %d, %s
    FROM %s %s %s ON %s LEFT JOIN %s ON %s
    WHERE r.%s AND NOT %s AND NOT %s AND %s FOR UPDATE\
    """
        .formatted(
            shape.saved().sql(),
            DID,
            PART,
            columns,
            did,
            number,
            values,
            part(part),
            join,
            current,
            on("c", "r"),
            saved,
            on("s", "r"),
            WANTED,
            matched("s", "r"),
            unless,
            free("r", false));
  }

  String insert(long number) {
    return "INSERT INTO %s (%s) SELECT %s FROM %s STRAIGHT_JOIN %s ON %s WHERE %s"
        .formatted(
            shape.current().sql(),
            columns(""),
            columns("r."),
            savedByPart(),
            restored,
            on("r", "s"),
            of(number, INSERTED));
  }

  String replace(long number) {
    return "UPDATE %s SET %s WHERE %s"
        .formatted(allThree(), assign("c", "r"), of(number, REPLACED));
  }

  /** Rows of a part that are in the current table as they are in the restored one. */
  String countMerged(long number) {
    return "SELECT COUNT(*) FROM %s WHERE s.%s = %d AND %s"
        .formatted(allThree(), PART, number, same("c", "r"));
  }

  String countPart(long number) {
    return "SELECT COUNT(*) FROM %s WHERE %s = %d".formatted(shape.saved().sql(), PART, number);
  }

  String newestPart() {
    return "SELECT COALESCE(MAX(%s), 0) FROM %s".formatted(PART, shape.saved().sql());
  }

  /**
   * The newest part before another of which something is not taken back: later parts may rest on
   * earlier ones. No row if there is none.
   */
  String newestMergedPart(long before) {
    return "SELECT %s FROM %s FORCE INDEX (%s) WHERE %s < %d AND %s IN ('%s', '%s') ORDER BY %s DESC LIMIT 1"
        .formatted(PART, shape.saved().sql(), PART, PART, before, DID, INSERTED, REPLACED, PART);
  }

  String countSaved() {
    return "SELECT %s, COUNT(*) FROM %s GROUP BY %s".formatted(DID, shape.saved().sql(), DID);
  }

  /** Chooses the rows of a part that go out again: those that are as the merge left them. */
  String chooseRemoved(long number) {
    return choose(number, INSERTED, REMOVED, childless("c"));
  }

  /** Likewise those whose row of before comes back. */
  String choosePutBack(long number) {
    return choose(number, REPLACED, PUT_BACK, free("s", false));
  }

  private String choose(long number, String from, String to, String condition) {
    return "UPDATE %s SET s.%s = '%s' WHERE %s AND %s AND %s"
        .formatted(allThree(), DID, to, of(number, from), same("c", "r"), condition);
  }

  String leaveTheRest(long number) {
    return "UPDATE %s SET %s = '%s' WHERE %s = %d AND %s IN ('%s', '%s')"
        .formatted(shape.saved().sql(), DID, LEFT, PART, number, DID, INSERTED, REPLACED);
  }

  // By its name: without a database in use a server does not know an alias that is deleted from.
  String remove(long number) {
    String name = shape.current().sql();
    return "DELETE %s FROM %s STRAIGHT_JOIN %s ON %s WHERE %s"
        .formatted(name, savedByPart(), name, on(name, "s"), of(number, REMOVED));
  }

  String putBack(long number) {
    return "UPDATE %s STRAIGHT_JOIN %s ON %s SET %s WHERE %s"
        .formatted(savedByPart(), current, on("c", "s"), assign("c", "s"), of(number, PUT_BACK));
  }

  /** Rows of a part that are not as they were before the merge although they were chosen. */
  String countNotUndone(long number) {
    return """
    SELECT COALESCE(SUM(CASE WHEN s.%s = '%s' THEN %s WHEN s.%s = '%s' THEN NOT (%s) ELSE 0 END), 0)
    FROM %s LEFT JOIN %s ON %s WHERE s.%s = %d\
    """
        .formatted(
            DID,
            REMOVED,
            matched("c", "s"),
            DID,
            PUT_BACK,
            same("c", "s"),
            savedByPart(),
            current,
            on("c", "s"),
            PART,
            number);
  }

  /**
   * For people, after the restore has ended: takes back what nobody has changed since.
   *
   * @return empty if it is too long for a report: the saved table has the rows
   */
  List<String> undoForPeople() {
    List<String> undo = undo();
    return String.join("", undo).length() > LONGEST_UNDO ? List.of() : undo;
  }

  private List<String> undo() {
    String name = shape.current().sql();
    String rows =
        "%s JOIN %s r ON %s JOIN %s ON %s"
            .formatted(saved, shape.restored().sql(), on("r", "s"), name, on(name, "s"));
    String unchanged = same(name, "r");
    return List.of(
        "DELETE %s FROM %s WHERE s.%s = '%s' AND %s AND %s;"
            .formatted(name, rows, DID, INSERTED, unchanged, childless(name)),
        "UPDATE %s SET %s WHERE s.%s = '%s' AND %s;"
            .formatted(rows, assign(name, "s"), DID, REPLACED, unchanged));
  }

  /**
   * For people: the keys of rows that the merge was about and that are not as they are restored.
   */
  String notMerged(MergeMode mode) {
    List<String> conditions = new ArrayList<>();
    if (mode.inserts()) {
      conditions.add("NOT " + matched("c", "r"));
    }
    if (mode.replaces()) {
      conditions.add("(%s AND NOT (%s))".formatted(matched("c", "r"), same("c", "r")));
    }
    return "SELECT %s FROM %s r LEFT JOIN %s c ON %s WHERE %s ORDER BY %s;"
        .formatted(
            keys("r."),
            shape.where() == null
                ? shape.restored().sql()
                : "(SELECT * FROM %s WHERE %s)".formatted(shape.restored().sql(), shape.where()),
            shape.current().sql(),
            on("c", "r"),
            String.join(" OR ", conditions),
            keys("r."));
  }

  /** Saved rows with their restored and current ones. */
  private String allThree() {
    return "%s STRAIGHT_JOIN %s ON %s STRAIGHT_JOIN %s ON %s"
        .formatted(savedByPart(), restored, on("r", "s"), current, on("c", "s"));
  }

  private String savedByPart() {
    return saved + " FORCE INDEX (" + PART + ")";
  }

  private static String of(long number, String did) {
    return "s.%s = %d AND s.%s = '%s'".formatted(PART, number, DID, did);
  }

  private String part(Where where) {
    return "(SELECT *, %s AS %s FROM %s) r"
        .formatted(
            shape.where() == null ? "TRUE" : "((" + shape.where() + ") IS TRUE)",
            WANTED,
            where.of(shape.restored()));
  }

  private String on(String one, String other) {
    return shape.key().parts().stream()
        .map(part -> "%s.%s = %s.%s".formatted(one, part.sql(), other, part.sql()))
        .collect(Collectors.joining(" AND "));
  }

  /** Whether an outer join has found a row. IS NULL would be true of the date 0000-00-00, too. */
  private String matched(String outer, String inner) {
    String first = shape.key().parts().get(0).sql();
    return "(%s.%s <=> %s.%s)".formatted(outer, first, inner, first);
  }

  private String same(String one, String other) {
    return shape.columns().stream()
        .map(column -> "%s <=> %s".formatted(exact(column, one), exact(column, other)))
        .collect(Collectors.joining(" AND "));
  }

  /** In a form that two values share only if they are the same, whatever the collation says. */
  private static String exact(ColumnStructure column, String alias) {
    String name = alias + "." + SqlName.quote(column.name());
    return switch (column.dataType()) {
      case "tinyint",
          "smallint",
          "mediumint",
          "int",
          "bigint",
          "decimal",
          "float",
          "double",
          "year",
          "date",
          "time",
          "datetime",
          "timestamp",
          "bit",
          "binary",
          "varbinary",
          "tinyblob",
          "blob",
          "mediumblob",
          "longblob" ->
          name;
      case "enum", "set" -> name + " + 0";
      case "char", "varchar", "tinytext", "text", "mediumtext", "longtext" ->
          "CAST(" + name + " AS BINARY)";
      case "geometry",
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection",
          "geomcollection" ->
          "HEX(" + name + ")";
      default -> "CAST(CAST(" + name + " AS CHAR) AS BINARY)";
    };
  }

  /**
   * Whether a row's values can be written: no other row has a unique one, its parents are there.
   *
   * @param comes whether a parent in the same table may be one that is restored, too
   */
  private String free(String values, boolean comes) {
    List<String> conditions = new ArrayList<>();
    for (IndexStructure unique : shape.uniques()) {
      conditions.add(
          "NOT EXISTS (SELECT 1 FROM %s u WHERE %s AND NOT (%s))"
              .formatted(
                  shape.current().sql(),
                  unique.parts().stream()
                      .map(part -> equal("u", part.column(), values, part.column()))
                      .collect(Collectors.joining(" AND ")),
                  on("u", values)));
    }
    for (ForeignKeyStructure key : shape.parents()) {
      conditions.add(hasParent(key, values, comes));
    }
    return conditions.isEmpty() ? "TRUE" : String.join(" AND ", conditions);
  }

  private String hasParent(ForeignKeyStructure key, String values, boolean comes) {
    List<String> ways = new ArrayList<>();
    key.columns().forEach(column -> ways.add(values + "." + SqlName.quote(column) + " IS NULL"));
    ways.add(exists(SqlName.quote(key.parent().database(), key.parent().name()), key, values));
    if (comes && key.parent().equals(shape.current().qualified())) {
      // A row that is its own parent does not come: a server would not let it go again.
      ways.add(
          "(%s AND NOT (%s))"
              .formatted(
                  exists(shape.restored().sql(), key, values),
                  pairs(values, key.parentColumns(), values, key.columns())));
    }
    return "(" + String.join(" OR ", ways) + ")";
  }

  private static String exists(String parents, ForeignKeyStructure key, String values) {
    return "EXISTS (SELECT 1 FROM %s p WHERE %s)"
        .formatted(parents, pairs("p", key.parentColumns(), values, key.columns()));
  }

  /** Whether no other row points to a current one: it could not go, or would take that with it. */
  private String childless(String row) {
    List<String> conditions = new ArrayList<>();
    for (Child child : shape.children()) {
      String itself =
          child.table().equals(shape.current()) ? " AND NOT (" + on("x", row) + ")" : "";
      conditions.add(
          "NOT EXISTS (SELECT 1 FROM %s x WHERE %s%s)"
              .formatted(
                  child.table().sql(),
                  pairs("x", child.columns(), row, child.parentColumns()),
                  itself));
    }
    return conditions.isEmpty() ? "TRUE" : String.join(" AND ", conditions);
  }

  private static String pairs(
      String one, List<String> columns, String other, List<String> otherColumns) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> equal(one, columns.get(i), other, otherColumns.get(i)))
        .collect(Collectors.joining(" AND "));
  }

  private static String equal(String one, String column, String other, String otherColumn) {
    return "%s.%s = %s.%s".formatted(one, SqlName.quote(column), other, SqlName.quote(otherColumn));
  }

  /** A key's text may differ by letter case, which its collation does not see: it is set, too. */
  private String assign(String to, String from) {
    Predicate<ColumnStructure> differs = column -> !shape.isKey(column) || column.charset() != null;
    String assigned =
        shape.columns().stream()
            .filter(differs)
            .map(column -> equal(to, column.name(), from, column.name()))
            .collect(Collectors.joining(", "));
    String first = shape.key().parts().get(0).column();
    return assigned.isEmpty() ? equal(to, first, from, first) : assigned;
  }

  private String columns(String alias) {
    return shape.columns().stream()
        .map(column -> alias + SqlName.quote(column.name()))
        .collect(Collectors.joining(", "));
  }

  private String keys(String alias) {
    return shape.key().parts().stream()
        .map(part -> alias + part.sql())
        .collect(Collectors.joining(", "));
  }
}
