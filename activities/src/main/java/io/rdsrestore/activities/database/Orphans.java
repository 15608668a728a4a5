package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.plan.SqlName;
import io.rdsrestore.workflows.verify.ForeignKeyStructure;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows that refer to a parent that is not there, for each foreign key of the target from or to one
 * of the compared tables. A copy that switches checks off may leave such rows.
 */
final class Orphans {
  private final Connection target;

  Orphans(Connection target) {
    this.target = target;
  }

  /**
   * What was found of a key.
   *
   * @param child the referring table
   * @param text in a sentence
   */
  record Found(QualifiedName child, QualifiedName parent, String text) {}

  /** A key and whose it is. */
  private record Key(QualifiedName child, ForeignKeyStructure key) {}

  /** Keys with orphans, and keys that could not be looked at. */
  List<Found> of(Set<QualifiedName> compared) throws SQLException {
    List<Found> found = new ArrayList<>();
    for (Key key : keys(compared)) {
      String name =
          "foreign key %s of %s to %s".formatted(key.key().name(), key.child(), key.key().parent());
      try {
        long orphans = TimedQuery.first(target, sql(key), row -> row.getLong(1)).orElse(0L);
        if (orphans > 0) {
          found.add(
              new Found(
                  key.child(),
                  key.key().parent(),
                  "%d rows have no parent (%s).".formatted(orphans, name)));
        }
      } catch (SQLException e) {
        if (!(e instanceof TimedQuery.TooLong) && !SqlTrouble.isOfOneTable(e)) {
          throw e;
        }
        found.add(
            new Found(
                key.child(),
                key.key().parent(),
                "Rows without a parent were not counted (%s): %s."
                    .formatted(name, SqlTrouble.notChecked(e))));
      }
    }
    return found;
  }

  private List<Key> keys(Set<QualifiedName> compared) throws SQLException {
    Catalog catalog = new Catalog(target);
    StructureReader reader = new StructureReader(catalog);
    Set<String> databases =
        compared.stream()
            .map(QualifiedName::database)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> children = new LinkedHashSet<>(databases);
    for (String database : databases) {
      children.addAll(
          catalog.texts(
              """
              SELECT DISTINCT constraint_schema FROM information_schema.referential_constraints
              WHERE unique_constraint_schema = ?\
              """,
              database));
    }
    List<Key> keys = new ArrayList<>();
    for (String database : children) {
      reader
          .foreignKeys(TableScope.all(database))
          .forEach(
              (table, of) ->
                  of.forEach(
                      key -> {
                        QualifiedName child = new QualifiedName(database, table);
                        if (compared.contains(child) || compared.contains(key.parent())) {
                          keys.add(new Key(child, key));
                        }
                      }));
    }
    return keys;
  }

  private static String sql(Key key) {
    List<String> mine = key.key().columns();
    List<String> theirs = key.key().parentColumns();
    String joined =
        IntStream.range(0, mine.size())
            .mapToObj(
                i ->
                    "p.%s = c.%s"
                        .formatted(SqlName.quote(theirs.get(i)), SqlName.quote(mine.get(i))))
            .collect(Collectors.joining(" AND "));
    String set =
        mine.stream()
            .map(column -> "c." + SqlName.quote(column) + " IS NOT NULL")
            .collect(Collectors.joining(" AND "));
    return "SELECT SQL_NO_CACHE COUNT(*) FROM %s c LEFT JOIN %s p ON %s WHERE %s AND p.%s IS NULL"
        .formatted(
            name(key.child()), name(key.key().parent()), joined, set, SqlName.quote(theirs.get(0)));
  }

  private static String name(QualifiedName table) {
    return SqlName.quote(table.database(), table.name());
  }
}
