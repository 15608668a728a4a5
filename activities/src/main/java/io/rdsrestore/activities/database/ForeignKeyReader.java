package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.activity.ForeignKeyFacts;
import io.rdsrestore.workflows.activity.ForeignKeys;
import io.rdsrestore.workflows.activity.Listed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads foreign keys between chosen tables and others, as far as the account sees them. */
final class ForeignKeyReader {
  private static final String KEYS =
      """
      SELECT constraint_name, constraint_schema, table_name, unique_constraint_schema,
        referenced_table_name FROM information_schema.referential_constraints
      WHERE %s = ?""";

  private final Catalog catalog;
  private final List<TableScope> chosen;

  ForeignKeyReader(Catalog catalog, List<TableScope> chosen) {
    this.catalog = catalog;
    this.chosen = chosen;
  }

  /** A key from one table to another. */
  private record Key(
      String name, String database, String table, String parentDatabase, String parent) {
    ForeignKeyFacts facts() {
      return new ForeignKeyFacts(name, database + "." + table, parentDatabase + "." + parent);
    }

    static Key of(ResultSet row) throws SQLException {
      return new Key(
          row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
    }
  }

  ForeignKeys read() {
    return new ForeignKeys(catalog.listed(this::outgoing), catalog.listed(this::incoming));
  }

  /** Of chosen tables, to other chosen ones. */
  Listed<ForeignKeyFacts> within() {
    return catalog.listed(
        () ->
            ofChosen().stream()
                .filter(key -> isChosen(key.parentDatabase(), key.parent()))
                .map(Key::facts)
                .filter(key -> !key.table().equals(key.refersTo()))
                .toList());
  }

  private List<ForeignKeyFacts> outgoing() throws SQLException {
    return ofChosen().stream()
        .filter(key -> !isChosen(key.parentDatabase(), key.parent()))
        .map(Key::facts)
        .toList();
  }

  private List<Key> ofChosen() throws SQLException {
    List<Key> keys = new ArrayList<>();
    for (TableScope scope : chosen) {
      keys.addAll(
          scope.ask(
              catalog, KEYS.formatted("constraint_schema"), "table_name", Key::of, Key::table));
    }
    return keys;
  }

  private List<ForeignKeyFacts> incoming() throws SQLException {
    List<ForeignKeyFacts> keys = new ArrayList<>();
    for (TableScope scope : chosen) {
      scope
          .ask(
              catalog,
              KEYS.formatted("unique_constraint_schema"),
              "referenced_table_name",
              Key::of,
              Key::parent)
          .stream()
          .filter(key -> !isChosen(key.database(), key.table()))
          .map(Key::facts)
          .forEach(keys::add);
    }
    return keys;
  }

  private boolean isChosen(String database, String table) {
    return chosen.stream()
        .anyMatch(scope -> scope.database().equalsIgnoreCase(database) && scope.has(table));
  }
}
