package io.rdsrestore.activities.database;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.ShapeLook;
import io.rdsrestore.activities.secret.Logins;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.activity.WatchTables;
import io.rdsrestore.workflows.guard.TableShapes;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.temporal.failure.ApplicationFailure;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads from the catalogues what tables look like, without touching a table. */
public final class ShapeReader implements ShapeLook {
  private static final int SHOWN_DIGITS = 12;

  private final DatabaseConnector connector;

  public ShapeReader(ActivitySettings settings, Logins logins) {
    connector = new DatabaseConnector(settings, logins);
  }

  @Override
  public Optional<TableShapes> look(WatchTables watched) {
    try {
      SortedMap<String, String> clone =
          on(watched.source(), catalog -> shapes(catalog, scopes(watched, TableScope::inSource)));
      List<TableScope> targets = scopes(watched, TableScope::inTarget);
      return Optional.of(
          on(
              watched.primary(),
              catalog ->
                  new TableShapes(clone, shapes(catalog, targets), helpers(catalog, targets))));
    } catch (SQLException | ApplicationFailure e) {
      return Optional.empty();
    }
  }

  /** A question to one server. */
  private interface Question<T> {
    T ask(Catalog catalog) throws SQLException;
  }

  private <T> T on(DatabaseLogin login, Question<T> question) throws SQLException {
    try (Connection connection = Servers.login(connector, login)) {
      return question.ask(new Catalog(connection));
    }
  }

  private static List<TableScope> scopes(
      WatchTables watched, Function<ObjectTarget, TableScope> scope) {
    return watched.objects().stream().map(scope).toList();
  }

  /** One column. */
  private record Column(String table, long position, List<String> says) {}

  /** The tables of the scopes by name, each with a hash over its columns in their order. */
  static SortedMap<String, String> shapes(Catalog catalog, List<TableScope> scopes)
      throws SQLException {
    SortedMap<String, String> shapes = new TreeMap<>();
    for (TableScope scope : scopes) {
      Set<String> tables = Set.copyOf(scope.baseTables(catalog));
      columns(catalog, scope).stream()
          .filter(column -> tables.contains(column.table()))
          .collect(Collectors.groupingBy(Column::table))
          .forEach(
              (table, columns) ->
                  shapes.put(new TableName(scope.database(), table).toString(), hash(columns)));
    }
    return shapes;
  }

  private static List<Column> columns(Catalog catalog, TableScope scope) throws SQLException {
    return scope.ask(
        catalog,
        """
        SELECT table_name, ordinal_position, column_name, column_type, is_nullable, extra,
          character_set_name, collation_name
        FROM information_schema.columns WHERE table_schema = ?""",
        "table_name",
        row -> {
          List<String> says = new ArrayList<>();
          for (int column = 3; column <= 8; column++) {
            says.add(String.valueOf(row.getString(column)));
          }
          return new Column(row.getString(1), row.getLong(2), says);
        },
        Column::table);
  }

  private static String hash(List<Column> columns) {
    Hasher hasher = Hashing.sha256().newHasher();
    columns.stream()
        .sorted(Comparator.comparingLong(Column::position))
        .flatMap(column -> column.says().stream())
        .forEach(text -> hasher.putInt(text.length()).putString(text, StandardCharsets.UTF_8));
    return hasher.hash().toString().substring(0, SHOWN_DIGITS);
  }

  /** Tables into which an online DDL tool copies one of the scopes' tables. */
  private static SortedMap<String, String> helpers(Catalog catalog, List<TableScope> scopes)
      throws SQLException {
    SortedMap<String, String> helpers = new TreeMap<>();
    for (TableScope scope : scopes) {
      GhostTable.of(catalog, scope)
          .forEach(
              ghost ->
                  helpers.put(
                      new TableName(scope.database(), ghost.name()).toString(), ghost.text()));
    }
    return helpers;
  }
}
