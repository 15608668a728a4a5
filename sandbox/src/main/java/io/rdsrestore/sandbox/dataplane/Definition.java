package io.rdsrestore.sandbox.dataplane;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statement that creates an object in the target.
 *
 * @param sql to be run with the target database as the current one
 * @param sqlMode the mode that the object was written in
 * @param definer the account that the statement names, if any
 */
record Definition(String sql, String sqlMode, Optional<String> definer) {
  private static final Pattern DEFINER =
      Pattern.compile("DEFINER=(`(?:[^`]|``)*`@`(?:[^`]|``)*`) ");
  private static final Pattern TABLE_NAME = Pattern.compile("CREATE TABLE `(?:[^`]|``)+`");

  /** A foreign key's line of SHOW CREATE TABLE, up to the name of the parent table. */
  private static final Pattern FOREIGN_KEY =
      Pattern.compile(
          "(?m)^(  CONSTRAINT `(?:[^`]|``)+` FOREIGN KEY \\((?:`(?:[^`]|``)+`(?:, )?)+\\)"
              + " REFERENCES )(?:`((?:[^`]|``)+)`\\.)?`((?:[^`]|``)+)`");

  /**
   * Reads an object's definition and rewrites it for the target.
   *
   * @param source a connection that may see all definitions
   */
  static Definition read(
      Connection source, SchemaObject object, Selection selection, Map<String, String> databases)
      throws SQLException {
    Query.run(source, "USE " + Sql.name(object.database()));
    return switch (object.kind()) {
      case TABLE -> table(source, object, selection, databases);
      case VIEW -> view(source, object, databases);
      case TRIGGER -> trigger(source, object, databases);
      case FUNCTION -> routine(source, "FUNCTION", object, databases);
      case PROCEDURE -> routine(source, "PROCEDURE", object, databases);
    };
  }

  private static Definition table(
      Connection source, SchemaObject object, Selection selection, Map<String, String> databases)
      throws SQLException {
    String shown = show(source, "TABLE", object, 2);
    String named =
        TABLE_NAME
            .matcher(shown)
            .replaceFirst(
                Matcher.quoteReplacement("CREATE TABLE " + Sql.name(object.targetName())));
    String sql =
        FOREIGN_KEY
            .matcher(named)
            .replaceAll(
                key ->
                    Matcher.quoteReplacement(
                        key.group(1)
                            + parent(
                                key.group(2) == null ? object.database() : key.group(2),
                                key.group(3),
                                selection,
                                databases)));
    // The data is copied as it is: what was valid there must be valid here.
    return new Definition(sql, "ALLOW_INVALID_DATES", Optional.empty());
  }

  private static String parent(
      String database, String table, Selection selection, Map<String, String> databases) {
    return selection
        .find(database, table)
        .map(Selection.Table::target)
        .orElseGet(() -> Sql.name(databases.getOrDefault(database, database), table));
  }

  private static Definition view(
      Connection source, SchemaObject object, Map<String, String> databases) throws SQLException {
    return withDefiner(
        QualifiedNames.rename(show(source, "VIEW", object, 2), databases), "ALLOW_INVALID_DATES");
  }

  private static Definition routine(
      Connection source, String kind, SchemaObject object, Map<String, String> databases)
      throws SQLException {
    return withDefiner(
        QualifiedNames.rename(show(source, kind, object, 3), databases),
        show(source, kind, object, 2));
  }

  private static Definition trigger(
      Connection source, SchemaObject object, Map<String, String> databases) throws SQLException {
    return Query.list(
            source,
            "SELECT ACTION_TIMING, EVENT_MANIPULATION, EVENT_OBJECT_TABLE, ACTION_STATEMENT,"
                + " SQL_MODE, DEFINER FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA="
                + Sql.text(object.database())
                + " AND TRIGGER_NAME="
                + Sql.text(object.name()),
            row -> {
              String definer = row.getString(6);
              int host = definer.lastIndexOf('@');
              return withDefiner(
                  "CREATE DEFINER="
                      + Sql.name(definer.substring(0, host))
                      + "@"
                      + Sql.name(definer.substring(host + 1))
                      + " TRIGGER "
                      + Sql.name(object.targetName())
                      + " "
                      + row.getString(1)
                      + " "
                      + row.getString(2)
                      + " ON "
                      + Sql.name(row.getString(3))
                      + " FOR EACH ROW "
                      + QualifiedNames.rename(row.getString(4), databases),
                  row.getString(5));
            })
        .get(0);
  }

  private static String show(Connection source, String kind, SchemaObject object, int column)
      throws SQLException {
    List<String> shown =
        Query.list(
            source,
            "SHOW CREATE " + kind + " " + Sql.name(object.name()),
            row -> row.getString(column));
    return shown.get(0);
  }

  private static Definition withDefiner(String sql, String sqlMode) {
    Matcher definer = DEFINER.matcher(sql);
    return new Definition(
        sql, sqlMode, definer.find() ? Optional.of(definer.group(1)) : Optional.empty());
  }

  /** Keeps the definer if it is an account of the target; otherwise the creator becomes it. */
  Definition withDefinerIf(Predicate<String> existing) {
    if (definer.filter(existing).isPresent()) {
      return this;
    }
    return new Definition(DEFINER.matcher(sql).replaceFirst(""), sqlMode, Optional.empty());
  }
}
