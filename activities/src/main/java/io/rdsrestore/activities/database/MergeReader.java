package io.rdsrestore.activities.database;

import io.rdsrestore.activities.database.MergeShape.Child;
import io.rdsrestore.workflows.activity.MergeTables;
import io.rdsrestore.workflows.merge.MergeMode;
import io.rdsrestore.workflows.merge.MergeTable;
import io.rdsrestore.workflows.verify.ColumnStructure;
import io.rdsrestore.workflows.verify.ForeignKeyStructure;
import io.rdsrestore.workflows.verify.IndexStructure;
import io.rdsrestore.workflows.verify.QualifiedName;
import io.rdsrestore.workflows.verify.TableStructure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the form of the tables of a merge, and what speaks against it. */
final class MergeReader {
  private final Catalog catalog;
  private final SchemaReader schema;

  MergeReader(Connection connection) throws SQLException {
    catalog = new Catalog(connection);
    schema = new SchemaReader(connection);
  }

  /**
   * A table as far as a merge can be done.
   *
   * @param shape null if it cannot
   * @param obstacles why not; empty if it can
   */
  record Read(MergeShape shape, List<String> obstacles) {
    static Read refused(String... obstacles) {
      return new Read(null, List.of(obstacles));
    }
  }

  Read read(MergeTable table, MergeTables wanted) throws SQLException {
    Optional<TableStructure> restored = schema.structure(TableName.of(table.restored()));
    Optional<TableStructure> current = schema.structure(TableName.of(table.current()));
    if (restored.isEmpty() || current.isEmpty()) {
      return Read.refused(
          "there is no table %s"
              .formatted(restored.isEmpty() ? table.restored() : table.current()));
    }
    TableStructure now = current.get();
    String columns = otherColumns(restored.get(), now);
    if (!columns.isEmpty()) {
      return Read.refused(columns);
    }
    Optional<ChunkKey> key =
        ChunkKey.of(restored.get(), now).filter(found -> found.unique() && found.inTarget());
    if (key.isEmpty()) {
      return Read.refused(
          "no primary or unique key without NULL, the same in both, tells rows apart; a swap needs"
              + " none");
    }
    String mark =
        "rds-restore %s: rows before a merge into %s"
            .formatted(wanted.restoreId(), table.current());
    MergeShape shape =
        new MergeShape(
            table,
            mark,
            text("row_format", table.current()).orElse("DEFAULT"),
            wanted.where(),
            key.get(),
            now.columns().stream()
                .filter(column -> !StructureReader.isGenerated(column.extra()))
                .toList(),
            now.indexes().stream()
                .filter(index -> index.unique() && !index.name().equals(key.get().index()))
                .toList(),
            now.foreignKeys(),
            children(table.current()),
            signature(table.current()));
    List<String> obstacles = new ArrayList<>();
    if (!"InnoDB".equalsIgnoreCase(now.engine())) {
      obstacles.add(
          "the current table is of engine %s: only InnoDB keeps a change and the row of before together"
              .formatted(now.engine()));
    }
    obstacles.addAll(triggers(table.current()));
    obstacles.addAll(uniques(shape, restored.get()));
    obstacles.addAll(foreignKeys(shape, wanted.mode()));
    obstacles.addAll(saved(shape));
    return obstacles.isEmpty() ? new Read(shape, List.of()) : new Read(null, obstacles);
  }

  /**
   * What must still hold when the rows are locked: from then on until the commit the server lets
   * nobody change it.
   */
  boolean isAsRead(MergeShape shape) throws SQLException {
    QualifiedName current = shape.table().current();
    return schema.triggers(current).isEmpty() && signature(current).equals(shape.signature());
  }

  /** Whether the saved table is of this merge: names that are cut may be the same. */
  boolean isOwnSaved(MergeShape shape) throws SQLException {
    return text("table_comment", shape.table().saved()).filter(shape.mark()::equals).isPresent();
  }

  /** Whether the table is there in which a merge keeps what it has done. */
  boolean hasSaved(MergeShape shape) throws SQLException {
    return text("table_comment", shape.table().saved()).isPresent();
  }

  private Optional<String> text(String column, QualifiedName table) throws SQLException {
    return catalog.text(
        "SELECT %s FROM information_schema.tables WHERE table_schema = ? AND table_name = ?"
            .formatted(column),
        table.database(),
        table.name());
  }

  private List<String> signature(QualifiedName table) throws SQLException {
    return catalog.texts(
        """
        SELECT CONCAT(column_name, ' ', column_type, ' ', extra) FROM information_schema.columns
        WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position\
        """,
        table.database(),
        table.name());
  }

  private List<String> triggers(QualifiedName table) throws SQLException {
    if (!RightsReader.read(catalog, Set.of(table.database())).has("TRIGGER", table.database())) {
      return List.of(
          "the account has not the right TRIGGER on %s: whether a merge would fire triggers cannot be seen"
              .formatted(table.database()));
    }
    return schema.triggers(table).stream()
        .map(
            trigger ->
                "trigger %s of the current table would fire for every row that is written"
                    .formatted(trigger))
        .toList();
  }

  private static String otherColumns(TableStructure restored, TableStructure current) {
    List<String> other = new ArrayList<>();
    for (ColumnStructure column : restored.columns()) {
      if (current.column(column.name()).filter(now -> isSame(column, now)).isEmpty()) {
        other.add(column.name());
      }
    }
    for (ColumnStructure column : current.columns()) {
      if (restored.column(column.name()).isEmpty()) {
        other.add(column.name());
      }
    }
    return other.isEmpty()
        ? ""
        : "columns have changed since the restore point: " + String.join(", ", other);
  }

  private static boolean isSame(ColumnStructure one, ColumnStructure other) {
    return form(one).equals(form(other));
  }

  private static List<String> form(ColumnStructure column) {
    return Stream.of(
            column.type(),
            column.nullable(),
            column.charset(),
            column.collation(),
            StructureReader.isGenerated(column.extra()),
            column.generated())
        .map(String::valueOf)
        .toList();
  }

  private static List<String> uniques(MergeShape shape, TableStructure restored) {
    List<String> obstacles = new ArrayList<>();
    for (IndexStructure index : shape.uniques()) {
      if (!restored.indexes().contains(index)) {
        obstacles.add("unique index %s is not on the restored table".formatted(index.name()));
      } else if (index.parts().stream()
          .anyMatch(part -> part.column() == null || part.prefix() != null)) {
        obstacles.add(
            "unique index %s is on a part of a column or an expression: whether another row has a value cannot be asked beforehand"
                .formatted(index.name()));
      }
    }
    return obstacles;
  }

  private static List<String> foreignKeys(MergeShape shape, MergeMode mode) {
    List<String> obstacles = new ArrayList<>();
    String database = shape.current().database();
    for (ForeignKeyStructure key : shape.parents()) {
      if (!key.parent().database().equalsIgnoreCase(database)) {
        obstacles.add(
            "foreign key %s points to %s, in another database".formatted(key.name(), key.parent()));
      }
    }
    for (Child child : shape.children()) {
      if (!child.table().database().equalsIgnoreCase(database)) {
        obstacles.add(
            "foreign key %s of %s points to it from another database"
                .formatted(child.name(), child.table()));
      } else if (mode.replaces() && !child.parentColumns().stream().allMatch(shape::staysAsItIs)) {
        obstacles.add(
            "foreign key %s of %s points to columns that a replaced row may change; merge mode missing works"
                .formatted(child.name(), child.table()));
      }
    }
    return obstacles;
  }

  private List<String> saved(MergeShape shape) throws SQLException {
    List<String> obstacles = new ArrayList<>();
    text("table_comment", shape.table().saved())
        .filter(comment -> !comment.equals(shape.mark()))
        .ifPresent(
            comment ->
                obstacles.add(
                    "table %s is there and is not of this merge".formatted(shape.table().saved())));
    shape.columns().stream()
        .filter(column -> MergeSql.OWN_COLUMNS.contains(column.name().toLowerCase(Locale.ROOT)))
        .forEach(column -> obstacles.add("column %s has a name of ours".formatted(column.name())));
    return obstacles;
  }

  private List<Child> children(QualifiedName table) throws SQLException {
    Map<String, Child> children = new LinkedHashMap<>();
    catalog.rows(
        """
        SELECT constraint_name, table_schema, table_name, column_name, referenced_column_name
        FROM information_schema.key_column_usage
        WHERE referenced_table_schema = ? AND referenced_table_name = ?
        ORDER BY table_schema, table_name, constraint_name, ordinal_position\
        """,
        row -> {
          TableName child = new TableName(row.getString(2), row.getString(3));
          String name = row.getString(1);
          Child found =
              children.computeIfAbsent(
                  child + " " + name,
                  key -> new Child(name, child, new ArrayList<>(), new ArrayList<>()));
          found.columns().add(row.getString(4));
          return found.parentColumns().add(row.getString(5));
        },
        table.database(),
        table.name());
    return List.copyOf(children.values());
  }
}
