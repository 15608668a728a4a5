package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.swap.FreePlaces;
import io.rdsrestore.workflows.swap.SwapLook;
import io.rdsrestore.workflows.swap.SwapLook.Occupant;
import io.rdsrestore.workflows.swap.SwapState;
import io.rdsrestore.workflows.swap.SwapTable;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How tables of a swap stand on a server, and what is in the way. */
final class SwapReader {
  /** What a table gives out next whose server tells no number: MySQL 8.0 of an empty one. */
  private static final long FIRST = 1;

  /** Not counted: what moves tables must not wait for it. */
  private static final long NOT_COUNTED = -1;

  /** Of them many are left where a table of an INT or a BIGINT has used up less than this. */
  private static final long ROOMY_UNTIL = 2_000_000_000L;

  private static final String VIEW = "VIEW";

  private static final Map<String, Integer> INTEGER_BITS =
      Map.of("tinyint", 8, "smallint", 16, "mediumint", 24, "int", 32, "bigint", 64);

  private final Catalog catalog;
  private final SchemaReader schema;
  private final TableReader tables;
  private final boolean counts;
  private final long floor;

  /**
   * A reader.
   *
   * @param counts whether rows are counted, too
   * @param floor see {@link io.rdsrestore.workflows.activity.SwapTables}
   */
  SwapReader(Connection connection, boolean counts, long floor) throws SQLException {
    catalog = new Catalog(connection);
    schema = new SchemaReader(connection);
    tables = new TableReader(connection);
    this.counts = counts;
    this.floor = floor;
  }

  /** How they stand, with what is in the way. */
  List<SwapLook> look(List<SwapTable> wanted) throws SQLException {
    List<SwapLook> looks = new ArrayList<>();
    for (SwapLook place : places(wanted)) {
      looks.add(place.state() == SwapState.BESIDE ? place.withObstacles(obstacles(place)) : place);
    }
    return looks;
  }

  /**
   * How they stand, with what keeps them from moving to places that nothing has.
   *
   * @param move triggers go with them by it; null: they are in the way
   */
  List<SwapLook> lookForFreePlaces(List<SwapTable> wanted, TriggerMove move) throws SQLException {
    List<SwapLook> looks = new ArrayList<>();
    List<FreePlaces.Link> links = new ArrayList<>();
    for (SwapLook place : places(wanted)) {
      List<String> obstacles = new ArrayList<>();
      if (place.state() == SwapState.BESIDE) {
        obstacles.addAll(ofItself(place.table().restored()));
        obstacles.addAll(
            move == null ? triggers(place.table().restored()) : move.obstacles(place.table()));
        links.addAll(links(place.table().restored()));
      } else if (place.state() == SwapState.UNCLEAR) {
        obstacles.add("it is not where it was copied to: " + place.names());
      }
      looks.add(place.withObstacles(obstacles));
    }
    return FreePlaces.of(looks, links);
  }

  /** Foreign keys from and to a table, to and from others. */
  private List<FreePlaces.Link> links(QualifiedName table) throws SQLException {
    return catalog.rows(
        """
        SELECT DISTINCT constraint_name, referenced_table_schema, referenced_table_name
        FROM information_schema.key_column_usage
        WHERE table_schema = ? AND table_name = ? AND referenced_table_name IS NOT NULL
          AND NOT (referenced_table_schema = table_schema AND referenced_table_name = table_name)
        UNION
        SELECT DISTINCT constraint_name, table_schema, table_name
        FROM information_schema.key_column_usage
        WHERE referenced_table_schema = ? AND referenced_table_name = ?
          AND NOT (referenced_table_schema = table_schema AND referenced_table_name = table_name)
        ORDER BY 1, 2, 3\
        """,
        row ->
            new FreePlaces.Link(
                row.getString(1), table, new QualifiedName(row.getString(2), row.getString(3))),
        table.database(),
        table.name(),
        table.database(),
        table.name());
  }

  /** How they stand, and no more. */
  List<SwapLook> places(List<SwapTable> wanted) throws SQLException {
    List<SwapLook> places = new ArrayList<>();
    for (SwapTable table : wanted) {
      places.add(
          new SwapLook(
              table,
              occupant(table.restored()),
              occupant(table.current()),
              occupant(table.aside()),
              List.of()));
    }
    return places;
  }

  private Occupant occupant(QualifiedName name) throws SQLException {
    List<Optional<Long>> found =
        catalog.rows(
            """
            SELECT auto_increment FROM information_schema.tables
            WHERE table_schema = ? AND table_name = ?\
            """,
            row -> Optional.ofNullable(row.getString(1)).map(Long::valueOf),
            name.database(),
            name.name());
    if (found.isEmpty()) {
      return null;
    }
    Optional<String> counter = counterType(name);
    long next = found.get(0).orElse(counter.isPresent() ? FIRST : 0);
    long rows = counts && !isView(name) ? tables.count(TableName.of(name)) : NOT_COUNTED;
    return new Occupant(rows, next, next > 0 && next < ROOMY_UNTIL && isWide(counter));
  }

  private static boolean isWide(Optional<String> counter) {
    return counter.filter(type -> type.matches("(big)?int\\b.*")).isPresent();
  }

  private boolean isView(QualifiedName name) throws SQLException {
    return catalog
        .text(
            "SELECT table_type FROM information_schema.tables WHERE table_schema = ? AND table_name"
                + " = ?",
            name.database(),
            name.name())
        .filter(type -> type.contains(VIEW))
        .isPresent();
  }

  private List<String> obstacles(SwapLook look) throws SQLException {
    QualifiedName restored = look.table().restored();
    QualifiedName current = look.table().current();
    List<String> obstacles = new ArrayList<>(triggers(restored));
    obstacles.addAll(ofItself(restored));
    if (look.current() != null) {
      if (isView(current)) {
        obstacles.add("%s is a view".formatted(current));
        return obstacles;
      }
      schema
          .triggers(current)
          .forEach(
              trigger ->
                  obstacles.add(
                      "trigger %s would go with the table that is set aside".formatted(trigger)));
      String columns = otherColumns(restored, current);
      if (!columns.isEmpty()) {
        obstacles.add(columns);
      }
      obstacles.addAll(ownForeignKeys(current));
    }
    obstacles.addAll(ownForeignKeys(restored));
    obstacles.addAll(foreignKeysTo(current));
    return obstacles;
  }

  private List<String> triggers(QualifiedName restored) throws SQLException {
    return schema.triggers(restored).stream()
        .map("the restored table has trigger %s, which cannot go to another database"::formatted)
        .toList();
  }

  /** What is in the way wherever it is to go. */
  private List<String> ofItself(QualifiedName restored) throws SQLException {
    List<String> obstacles = new ArrayList<>();
    if (floor > 0) {
      counterType(restored)
          .filter(type -> largest(type) < floor)
          .ifPresent(
              type ->
                  obstacles.add(
                      "its counter is %s, and autoIncrementFloor asks for %d"
                          .formatted(type, floor)));
    }
    return obstacles;
  }

  private Optional<String> counterType(QualifiedName table) throws SQLException {
    return catalog.text(
        """
        SELECT column_type FROM information_schema.columns
        WHERE table_schema = ? AND table_name = ? AND extra LIKE '%auto_increment%'\
        """,
        table.database(), table.name());
  }

  /** The largest number that a column of a type holds, of the largest type what a long holds. */
  private static long largest(String columnType) {
    int bits =
        INTEGER_BITS.entrySet().stream()
            .filter(entry -> columnType.startsWith(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(Long.SIZE);
    int usable = columnType.contains("unsigned") ? bits : bits - 1;
    return usable >= Long.SIZE - 1 ? Long.MAX_VALUE : (1L << usable) - 1;
  }

  private List<String> ownForeignKeys(QualifiedName table) throws SQLException {
    return catalog.rows(
        """
        SELECT constraint_name FROM information_schema.table_constraints
        WHERE constraint_type = 'FOREIGN KEY' AND table_schema = ? AND table_name = ?
        ORDER BY constraint_name\
        """,
        row ->
            "%s has foreign key %s, whose name and parent would not follow"
                .formatted(table, row.getString(1)),
        table.database(),
        table.name());
  }

  /** They would follow the table that is set aside, without a word. */
  private List<String> foreignKeysTo(QualifiedName table) throws SQLException {
    return catalog.rows(
        """
        SELECT constraint_schema, table_name, constraint_name
        FROM information_schema.referential_constraints
        WHERE unique_constraint_schema = ? AND referenced_table_name = ?
        ORDER BY constraint_schema, table_name, constraint_name\
        """,
        row ->
            "foreign key %s of %s.%s would go on pointing to the table that is set aside"
                .formatted(row.getString(3), row.getString(1), row.getString(2)),
        table.database(),
        table.name());
  }

  private String otherColumns(QualifiedName restored, QualifiedName current) throws SQLException {
    Set<String> there = columns(restored);
    Set<String> here = columns(current);
    if (there.equals(here)) {
      return "";
    }
    Set<String> both = there.stream().filter(here::contains).collect(Collectors.toSet());
    there.removeAll(both);
    here.removeAll(both);
    return "the columns have changed since the restore point: restored %s, now %s"
        .formatted(there, here);
  }

  private Set<String> columns(QualifiedName table) throws SQLException {
    return catalog
        .texts(
            """
            SELECT CONCAT(column_name, ' ', column_type) FROM information_schema.columns
            WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position\
            """,
            table.database(),
            table.name())
        .stream()
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
