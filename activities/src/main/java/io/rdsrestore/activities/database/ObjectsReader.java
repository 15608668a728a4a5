package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.verify.ComparedKind;
import io.rdsrestore.workflows.verify.DefinedObject;
import io.rdsrestore.workflows.verify.QualifiedName;
import io.rdsrestore.workflows.verify.WritingSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the views, triggers, routines and events of a database with all that they say. */
final class ObjectsReader {
  private final Catalog catalog;

  ObjectsReader(Catalog catalog) {
    this.catalog = catalog;
  }

  /** All of a whole database; of chosen tables their triggers. */
  List<DefinedObject> objects(TableScope scope) throws SQLException {
    List<DefinedObject> objects = new ArrayList<>(triggers(scope));
    if (scope.isWhole()) {
      String database = scope.database();
      objects.addAll(views(database));
      objects.addAll(routines(database));
      objects.addAll(events(database));
    }
    return objects;
  }

  private List<DefinedObject> triggers(TableScope scope) throws SQLException {
    return scope.ask(
        catalog,
        """
        SELECT trigger_name, event_object_table, action_statement, action_timing,
          event_manipulation, action_order, definer, sql_mode, character_set_client,
          collation_connection
        FROM information_schema.triggers WHERE trigger_schema = ?\
        """,
        "event_object_table",
        row ->
            object(
                ComparedKind.TRIGGER,
                scope.database(),
                row,
                "timing",
                "event",
                "order",
                "definer",
                "sql_mode",
                "character_set_client",
                "collation_connection"),
        DefinedObject::table);
  }

  private List<DefinedObject> views(String database) throws SQLException {
    Map<String, String> columns = new HashMap<>();
    catalog.rows(
        """
        SELECT c.table_name, c.column_name, c.column_type, c.character_set_name, c.collation_name
        FROM information_schema.columns c
          JOIN information_schema.views v
            ON v.table_schema = c.table_schema AND v.table_name = c.table_name
        WHERE c.table_schema = ? ORDER BY c.table_name, c.ordinal_position\
        """,
        row ->
            columns.merge(
                row.getString(1),
                "%s %s %s %s"
                    .formatted(
                        row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                (before, column) -> before + ", " + column),
        database);
    List<DefinedObject> views = new ArrayList<>();
    for (DefinedObject view : viewsAlone(database)) {
      // The catalogue tells no columns of a view whose tables are gone.
      Optional.ofNullable(columns.get(view.name().name()))
          .ifPresent(result -> view.attributes().put(WritingSession.RESULT, result));
      views.add(view);
    }
    return views;
  }

  private List<DefinedObject> viewsAlone(String database) throws SQLException {
    return catalog.rows(
        """
        SELECT table_name, NULL, view_definition, check_option, definer, security_type,
          character_set_client, collation_connection
        FROM information_schema.views WHERE table_schema = ?\
        """,
        row ->
            object(
                ComparedKind.VIEW,
                database,
                row,
                "check_option",
                "definer",
                "security",
                "character_set_client",
                "collation_connection"),
        database);
  }

  private List<DefinedObject> routines(String database) throws SQLException {
    List<DefinedObject> routines = new ArrayList<>();
    for (ComparedKind kind : List.of(ComparedKind.PROCEDURE, ComparedKind.FUNCTION)) {
      routines.addAll(
          catalog.rows(
              """
              SELECT r.routine_name, NULL, r.routine_definition,
                (SELECT GROUP_CONCAT(CONCAT_WS(' ', p.parameter_mode, p.parameter_name,
                    p.dtd_identifier, p.character_set_name, p.collation_name)
                  ORDER BY p.ordinal_position SEPARATOR ', ')
                  FROM information_schema.parameters p
                  WHERE p.specific_schema = r.routine_schema
                    AND p.specific_name = r.specific_name
                    AND p.routine_type = r.routine_type),
                r.is_deterministic, r.sql_data_access, r.security_type, r.definer, r.sql_mode,
                r.routine_comment, r.character_set_client, r.collation_connection
              FROM information_schema.routines r
              WHERE r.routine_schema = ? AND r.routine_type = ?\
              """,
              row ->
                  object(
                      kind,
                      database,
                      row,
                      "parameters",
                      "deterministic",
                      "data access",
                      "security",
                      "definer",
                      "sql_mode",
                      "comment",
                      "character_set_client",
                      "collation_connection"),
              database,
              kind.word().toUpperCase(Locale.ROOT)));
    }
    return routines;
  }

  private List<DefinedObject> events(String database) throws SQLException {
    return catalog.rows(
        """
        SELECT event_name, NULL, event_definition, event_type, execute_at, interval_value,
          interval_field, starts, ends, status, on_completion, time_zone, definer, sql_mode,
          event_comment, character_set_client, collation_connection
        FROM information_schema.events WHERE event_schema = ?\
        """,
        row ->
            object(
                ComparedKind.EVENT,
                database,
                row,
                "type",
                "at",
                "every",
                "unit",
                "starts",
                "ends",
                "status",
                "on completion",
                "time zone",
                "definer",
                "sql_mode",
                "comment",
                "character_set_client",
                "collation_connection"),
        database);
  }

  /** Name, table, body, then the attributes in the order of their names. */
  private static DefinedObject object(
      ComparedKind kind, String database, ResultSet row, String... attributes) throws SQLException {
    SortedMap<String, String> values = new TreeMap<>();
    for (int i = 0; i < attributes.length; i++) {
      String value = row.getString(i + 4);
      if (value != null && !value.isEmpty()) {
        values.put(attributes[i], value);
      }
    }
    String body = row.getString(3);
    return new DefinedObject(
        kind,
        new QualifiedName(database, row.getString(1)),
        row.getString(2),
        // A view that the account may not read has an empty definition.
        body == null || body.isEmpty() ? null : body,
        values);
  }
}
