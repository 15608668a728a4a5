package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.plan.SqlName;
import io.rdsrestore.workflows.verify.ColumnStructure;
import io.rdsrestore.workflows.verify.IndexStructure;
import io.rdsrestore.workflows.verify.TableStructure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An index by whose order a table is cut into chunks: all its columns are whole and never NULL, and
 * both sides order them alike.
 *
 * @param index its name
 * @param parts its columns
 * @param unique whether it tells rows apart
 * @param inTarget whether the target has it, too
 */
record ChunkKey(String index, List<Part> parts, boolean unique, boolean inTarget) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern TIME = Pattern.compile("[-0-9:. ]+");
  private static final Pattern HEX = Pattern.compile("[0-9A-F]*");

  /** How a value is written in SQL. */
  enum Literal {
    NUMBER,
    TIME,
    BYTES
  }

  /**
   * A column of it.
   *
   * @param charset of its bytes; null if it is no text
   */
  record Part(String column, Literal literal, String charset) {
    String sql() {
      return SqlName.quote(column);
    }

    /** What selects the value in the form that {@link #literal(String)} takes. */
    private String select() {
      return switch (literal) {
        // An ENUM is its number: by that it is ordered.
        case NUMBER -> "CAST(" + sql() + " + 0 AS CHAR)";
        case TIME -> "CAST(" + sql() + " AS CHAR)";
        case BYTES -> "HEX(" + sql() + ")";
      };
    }

    private String literal(String value) {
      return switch (literal) {
        case NUMBER -> checked(NUMBER, value);
        case TIME -> "'" + checked(TIME, value) + "'";
        case BYTES ->
            (charset == null ? "" : "_" + charset + " ") + "X'" + checked(HEX, value) + "'";
      };
    }

    private static String checked(Pattern form, String value) {
      if (!form.matcher(value).matches()) {
        throw new IllegalStateException("a key value is not of the form that its type has");
      }
      return value;
    }
  }

  /** The best index to cut by: the primary key, another unique one, any; empty if there is none. */
  static Optional<ChunkKey> of(TableStructure source, TableStructure target) {
    return source.indexes().stream()
        .map(index -> key(index, source, target))
        .flatMap(Optional::stream)
        .min(
            Comparator.comparing((ChunkKey key) -> !key.unique())
                .thenComparing(key -> !key.index().equals("PRIMARY"))
                .thenComparing(key -> !key.inTarget()));
  }

  private static Optional<ChunkKey> key(
      IndexStructure index, TableStructure source, TableStructure target) {
    if (index.nullable() || !index.type().equals("BTREE")) {
      return Optional.empty();
    }
    List<Part> parts = new ArrayList<>();
    for (IndexStructure.Part part : index.parts()) {
      Optional<Part> usable =
          part.column() == null || part.prefix() != null
              ? Optional.empty()
              : source
                  .column(part.column())
                  .filter(column -> isOrderedAlike(column, target.column(column.name())))
                  .flatMap(ChunkKey::part);
      if (usable.isEmpty()) {
        return Optional.empty();
      }
      parts.add(usable.get());
    }
    return Optional.of(
        new ChunkKey(index.name(), parts, index.unique(), target.indexes().contains(index)));
  }

  private static boolean isOrderedAlike(ColumnStructure column, Optional<ColumnStructure> other) {
    return !StructureReader.isGenerated(column.extra())
        && other.isPresent()
        && RowForm.isSameType(column, other.get())
        && Objects.equals(column.collation(), other.get().collation());
  }

  private static Optional<Part> part(ColumnStructure column) {
    Literal literal =
        switch (column.dataType()) {
          case "tinyint",
              "smallint",
              "mediumint",
              "int",
              "bigint",
              "decimal",
              "year",
              "bit",
              "enum",
              "set" ->
              Literal.NUMBER;
          case "date", "time", "datetime", "timestamp" -> Literal.TIME;
          case "char", "varchar", "binary", "varbinary" -> Literal.BYTES;
          // FLOAT and DOUBLE cannot be written exactly; what else there may be is not known.
          default -> null;
        };
    String charset = literal == Literal.BYTES ? column.charset() : null;
    return Optional.ofNullable(literal).map(form -> new Part(column.name(), form, charset));
  }

  /** The key of one row, {@code rows} further on: a column for each part. */
  String boundary(TableName table, List<String> after, long rows) {
    return boundary(table, new Where(index, after == null ? null : after(after)), rows);
  }

  /** The key of the row that is the so-many-th among some: a column for each part. */
  String boundary(TableName table, Where among, long rows) {
    return "SELECT SQL_NO_CACHE %s FROM %s ORDER BY %s LIMIT 1 OFFSET %d"
        .formatted(
            parts.stream().map(Part::select).collect(Collectors.joining(", ")),
            among.of(table),
            parts.stream().map(Part::sql).collect(Collectors.joining(", ")),
            rows - 1);
  }

  /** What {@link #boundary(TableName, List, long)} has selected. */
  List<String> values(ResultSet row) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= parts.size(); i++) {
      values.add(row.getString(i));
    }
    return values;
  }

  /** The values of a key of which this is the text ({@link #text}). */
  static List<String> valuesOf(String text) {
    return List.of(text.split("\\|", -1));
  }

  /** Rows with one of these keys, of a table that has the index or not. */
  Where oneOf(List<List<String>> keys, boolean hasIndex) {
    return new Where(
        hasIndex ? index : null,
        keys.stream().map(this::equal).collect(Collectors.joining(" OR ")));
  }

  private String equal(List<String> values) {
    return IntStream.range(0, parts.size())
        .mapToObj(i -> parts.get(i).sql() + " = " + parts.get(i).literal(values.get(i)))
        .collect(Collectors.joining(" AND ", "(", ")"));
  }

  /** Rows after one key and up to another. A null bound is none. */
  Where between(List<String> lower, List<String> upper) {
    String condition =
        lower == null && upper == null
            ? null
            : lower == null
                ? upTo(upper)
                : upper == null ? after(lower) : after(lower) + " AND " + upTo(upper);
    return new Where(index, condition);
  }

  /** The text that tells rows apart. */
  String text(RowForm form) {
    return parts.stream()
        .map(
            part ->
                form.columns().stream()
                    .filter(column -> column.structure().name().equals(part.column()))
                    .findFirst()
                    .map(column -> ValueSql.of(column.structure(), column.sameType(), false))
                    .orElseThrow())
        .collect(Collectors.joining(", ", "CONCAT_WS('|', ", ")"));
  }

  private String after(List<String> values) {
    return compared(values, ">", ">");
  }

  private String upTo(List<String> values) {
    return compared(values, "<", "<=");
  }

  /** Spelled out: old servers use no index for (a, b) > (1, 2). */
  private String compared(List<String> values, String first, String last) {
    int end = parts.size() - 1;
    String sql = parts.get(end).sql() + " " + last + " " + parts.get(end).literal(values.get(end));
    for (int i : IntStream.iterate(end - 1, n -> n >= 0, n -> n - 1).toArray()) {
      String column = parts.get(i).sql();
      String value = parts.get(i).literal(values.get(i));
      sql =
          "%s %s= %s AND (%s %s %s OR (%s))"
              .formatted(column, first, value, column, first, value, sql);
    }
    return "(" + sql + ")";
  }
}
