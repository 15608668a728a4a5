package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.verify.ColumnStructure;
import io.rdsrestore.workflows.verify.ForeignKeyStructure;
import io.rdsrestore.workflows.verify.IndexStructure;
import io.rdsrestore.workflows.verify.QualifiedName;
import io.rdsrestore.workflows.verify.TableStructure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads tables without their rows, from MySQL 5.5 on and from MariaDB. */
final class StructureReader {
  // MySQL 8 says DEFAULT_GENERATED of a plain column with an expression as its default.
  private static final Pattern GENERATED =
      Pattern.compile("\\b(VIRTUAL|STORED|PERSISTENT)\\b", Pattern.CASE_INSENSITIVE);

  /** MySQL 8 does not print it any more; it says nothing of what a column holds. */
  private static final Pattern DISPLAY_WIDTH =
      Pattern.compile("^((?:tiny|small|medium|big)?int)\\(\\d+\\)(?!.*zerofill)");

  private static final Comparator<String> PRIMARY_FIRST =
      Comparator.comparing((String name) -> !name.equals("PRIMARY"))
          .thenComparing(Comparator.naturalOrder());

  private static final long MOST_SUBPARTITIONS = 1L << 20;

  private final Catalog catalog;
  private final CatalogFeatures features;

  StructureReader(Catalog catalog) throws SQLException {
    this.catalog = catalog;
    features = CatalogFeatures.read(catalog);
  }

  /**
   * Whether a column is generated.
   *
   * @param extra of information_schema.columns; may be null
   */
  static boolean isGenerated(String extra) {
    return extra != null && GENERATED.matcher(extra).find();
  }

  /**
   * What one row of the catalogue says of a table.
   *
   * @param order among the rows of the table: the catalogue promises none
   */
  private record Of<T>(String table, long order, T value) {}

  /** Base tables by name; those of the scope that there are. */
  Map<String, TableStructure> tables(TableScope scope) throws SQLException {
    Map<String, List<ColumnStructure>> columns = group(columns(scope));
    Map<String, List<IndexStructure>> indexes = indexes(scope);
    Map<String, List<ForeignKeyStructure>> foreignKeys = foreignKeys(scope);
    Map<String, List<String>> partitions = group(partitions(scope));
    Map<String, List<Map.Entry<String, String>>> checks = group(checks(scope));
    return scope
        .ask(
            catalog,
            """
            SELECT table_name, engine, table_collation, create_options, table_comment,
              auto_increment, table_rows FROM information_schema.tables
            WHERE table_type = 'BASE TABLE' AND table_schema = ?\
            """,
            "table_name",
            row -> {
              String name = row.getString(1);
              return new TableStructure(
                  new QualifiedName(scope.database(), name),
                  row.getString(2),
                  row.getString(3),
                  options(row.getString(4)),
                  orEmpty(row.getString(5)),
                  number(row, 6),
                  row.getLong(7),
                  columns.getOrDefault(name, List.of()),
                  indexes.getOrDefault(name, List.of()),
                  foreignKeys.getOrDefault(name, List.of()),
                  sorted(checks.getOrDefault(name, List.of())),
                  partitions.getOrDefault(name, List.of()));
            },
            table -> table.name().name())
        .stream()
        .collect(
            Collectors.toMap(
                table -> table.name().name(), table -> table, (a, b) -> a, TreeMap::new));
  }

  private List<Of<ColumnStructure>> columns(TableScope scope) throws SQLException {
    return scope.ask(
        catalog,
        """
        SELECT table_name, column_name, data_type, column_type, is_nullable, column_default,
          extra, %s, character_set_name, collation_name, column_comment, ordinal_position
        FROM information_schema.columns WHERE table_schema = ?\
        """
            .formatted(features.generationExpression() ? "generation_expression" : "NULL"),
        "table_name",
        row -> new Of<>(row.getString(1), row.getLong(12), column(row)),
        Of::table);
  }

  private static ColumnStructure column(ResultSet row) throws SQLException {
    String extra = orEmpty(row.getString(7)).toLowerCase(Locale.ROOT);
    return new ColumnStructure(
        row.getString(2),
        row.getString(3).toLowerCase(Locale.ROOT),
        DISPLAY_WIDTH.matcher(row.getString(4)).replaceFirst("$1"),
        "YES".equals(row.getString(5)),
        row.getString(6),
        extra,
        isGenerated(extra) ? row.getString(8) : null,
        row.getString(9),
        row.getString(10),
        orEmpty(row.getString(11)));
  }

  /** A part of an index, as the catalogue has it. */
  private record IndexRow(
      String index, boolean unique, boolean nullable, String type, IndexStructure.Part part) {}

  private Map<String, List<IndexStructure>> indexes(TableScope scope) throws SQLException {
    List<Of<IndexRow>> rows =
        scope.ask(
            catalog,
            """
            SELECT table_name, index_name, non_unique, nullable, index_type, column_name, sub_part,
              collation, %s, seq_in_index
            FROM information_schema.statistics WHERE table_schema = ?\
            """
                .formatted(features.indexExpression() ? "expression" : "NULL"),
            "table_name",
            row -> new Of<>(row.getString(1), row.getLong(10), indexRow(row)),
            Of::table);
    Map<String, List<IndexStructure>> indexes = new LinkedHashMap<>();
    group(rows)
        .forEach(
            (table, parts) -> {
              Map<String, List<IndexRow>> byName = new TreeMap<>(PRIMARY_FIRST);
              parts.forEach(
                  part ->
                      byName.computeIfAbsent(part.index(), name -> new ArrayList<>()).add(part));
              indexes.put(table, byName.values().stream().map(StructureReader::index).toList());
            });
    return indexes;
  }

  private static IndexRow indexRow(ResultSet row) throws SQLException {
    Long prefix = number(row, 7);
    String column = row.getString(6);
    String text =
        (column == null ? "(" + row.getString(9) + ")" : column)
            + (prefix == null ? "" : "(" + prefix + ")")
            + ("D".equals(row.getString(8)) ? " DESC" : "");
    return new IndexRow(
        row.getString(2),
        row.getInt(3) == 0,
        "YES".equals(row.getString(4)),
        row.getString(5),
        new IndexStructure.Part(column, prefix, text));
  }

  private static IndexStructure index(List<IndexRow> rows) {
    IndexRow first = rows.get(0);
    return new IndexStructure(
        first.index(),
        first.unique(),
        rows.stream().anyMatch(IndexRow::nullable),
        first.type(),
        rows.stream().map(IndexRow::part).toList());
  }

  /** One column of a foreign key. */
  private record KeyColumn(String name, String column, QualifiedName parent, String parentColumn) {}

  /** Foreign keys by the name of the table that has them. */
  Map<String, List<ForeignKeyStructure>> foreignKeys(TableScope scope) throws SQLException {
    Map<String, Map<String, List<KeyColumn>>> columns = new LinkedHashMap<>();
    group(keyColumns(scope))
        .forEach(
            (table, parts) ->
                parts.forEach(
                    part ->
                        columns
                            .computeIfAbsent(table, name -> new TreeMap<>())
                            .computeIfAbsent(part.name(), name -> new ArrayList<>())
                            .add(part)));
    Map<String, List<ForeignKeyStructure>> keys = new LinkedHashMap<>();
    scope
        .ask(
            catalog,
            """
            SELECT table_name, constraint_name, update_rule, delete_rule
            FROM information_schema.referential_constraints WHERE constraint_schema = ?\
            """,
            "table_name",
            row ->
                new Of<>(
                    row.getString(1),
                    0,
                    foreignKey(
                        row.getString(2),
                        columns
                            .getOrDefault(row.getString(1), Map.of())
                            .getOrDefault(row.getString(2), List.of()),
                        row.getString(3),
                        row.getString(4))),
            Of::table)
        .stream()
        .filter(key -> !key.value().columns().isEmpty())
        .forEach(
            key -> keys.computeIfAbsent(key.table(), table -> new ArrayList<>()).add(key.value()));
    return keys;
  }

  private List<Of<KeyColumn>> keyColumns(TableScope scope) throws SQLException {
    return scope.ask(
        catalog,
        """
        SELECT table_name, constraint_name, column_name, referenced_table_schema,
          referenced_table_name, referenced_column_name, ordinal_position
        FROM information_schema.key_column_usage
        WHERE referenced_table_name IS NOT NULL AND table_schema = ?\
        """,
        "table_name",
        row ->
            new Of<>(
                row.getString(1),
                row.getLong(7),
                new KeyColumn(
                    row.getString(2),
                    row.getString(3),
                    new QualifiedName(row.getString(4), row.getString(5)),
                    row.getString(6))),
        Of::table);
  }

  private static ForeignKeyStructure foreignKey(
      String name, List<KeyColumn> columns, String onUpdate, String onDelete) {
    return new ForeignKeyStructure(
        name,
        columns.stream().map(KeyColumn::column).toList(),
        columns.isEmpty() ? null : columns.get(0).parent(),
        columns.stream().map(KeyColumn::parentColumn).toList(),
        onUpdate,
        onDelete);
  }

  private List<Of<Map.Entry<String, String>>> checks(TableScope scope) throws SQLException {
    return switch (features.checks()) {
      case NONE -> List.of();
      case WITH_TABLE ->
          scope.ask(
              catalog,
              """
              SELECT table_name, constraint_name, check_clause
              FROM information_schema.check_constraints WHERE constraint_schema = ?\
              """,
              "table_name",
              StructureReader::check,
              Of::table);
      case WITHOUT_TABLE ->
          scope.ask(
              catalog,
              """
              SELECT table_name, constraint_name, check_clause FROM (
                SELECT t.table_schema, t.table_name, c.constraint_name, c.check_clause
                FROM information_schema.check_constraints c
                JOIN information_schema.table_constraints t
                  ON t.constraint_schema = c.constraint_schema
                  AND t.constraint_name = c.constraint_name AND t.constraint_type = 'CHECK') k
              WHERE table_schema = ?\
              """,
              "table_name",
              StructureReader::check,
              Of::table);
    };
  }

  private static Of<Map.Entry<String, String>> check(ResultSet row) throws SQLException {
    return new Of<>(row.getString(1), 0, Map.entry(row.getString(2), orEmpty(row.getString(3))));
  }

  private List<Of<String>> partitions(TableScope scope) throws SQLException {
    return scope.ask(
        catalog,
        """
        SELECT table_name, partition_name, subpartition_name, partition_method,
          partition_expression, subpartition_method, subpartition_expression,
          partition_description, partition_ordinal_position, subpartition_ordinal_position
        FROM information_schema.partitions
        WHERE partition_name IS NOT NULL AND table_schema = ?\
        """,
        "table_name",
        row -> {
          List<String> parts = new ArrayList<>();
          for (int column = 2; column <= 10; column++) {
            String value = row.getString(column);
            if (value != null) {
              parts.add(value.strip());
            }
          }
          return new Of<>(
              row.getString(1),
              row.getLong(9) * MOST_SUBPARTITIONS + row.getLong(10),
              String.join(" ", parts));
        },
        Of::table);
  }

  private static <T> Map<String, List<T>> group(List<Of<T>> rows) {
    Map<String, List<T>> groups = new LinkedHashMap<>();
    rows.stream()
        .sorted(Comparator.comparingLong(Of::order))
        .forEach(
            row ->
                groups.computeIfAbsent(row.table(), table -> new ArrayList<>()).add(row.value()));
    return groups;
  }

  private static SortedMap<String, String> sorted(List<Map.Entry<String, String>> entries) {
    SortedMap<String, String> sorted = new TreeMap<>();
    entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /** Partitions are told apart. */
  private static String options(String options) {
    return Stream.of(orEmpty(options).toLowerCase(Locale.ROOT).split(" "))
        .filter(option -> !option.isEmpty() && !option.equals("partitioned"))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static Long number(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : Long.valueOf(text);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
