package io.rdsrestore.sandbox.dataplane;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Creates the chosen objects in the target. What reacts to rows, the triggers, is created apart,
 * after the rows.
 */
final class StructureCopy {
  private final CopySpec spec;
  private final Endpoints endpoints;
  private final CopyListener listener;
  private final Selection selection;
  private final List<SchemaObject> objects;
  private final Map<String, String> databases;
  private long done;

  StructureCopy(CopySpec spec, Endpoints endpoints, CopyListener listener, Selection selection)
      throws SQLException {
    this.spec = spec;
    this.endpoints = endpoints;
    this.listener = listener;
    this.selection = selection;
    this.objects = SchemaObject.chosen(spec, endpoints);
    this.databases =
        spec.databases().stream()
            .collect(
                Collectors.toMap(
                    CopySpec.DatabaseMapping::name, CopySpec.DatabaseMapping::as, (a, b) -> a));
  }

  /** Databases, tables, routines and views. */
  void createBeforeRows() throws SQLException {
    createDatabases();
    create(objects.stream().filter(object -> !isTrigger(object)).toList());
  }

  void createAfterRows() throws SQLException {
    create(objects.stream().filter(StructureCopy::isTrigger).toList());
  }

  private static boolean isTrigger(SchemaObject object) {
    return object.kind() == SchemaObject.Kind.TRIGGER;
  }

  private void createDatabases() throws SQLException {
    try (Connection target = endpoints.openTarget()) {
      for (CopySpec.DatabaseMapping database : spec.databases()) {
        List<String> charset = Databases.charset(endpoints.source(), database.name());
        if (charset.isEmpty()) {
          throw new DataPlaneException(
              "DTS-70002 The source has no database " + database.name() + ".");
        }
        if (Databases.charset(endpoints.target(), database.as()).isEmpty()) {
          try {
            Query.run(
                target,
                "CREATE DATABASE IF NOT EXISTS "
                    + Sql.name(database.as())
                    + " DEFAULT CHARACTER SET "
                    + charset.get(0));
          } catch (SQLException e) {
            throw DtsMessages.structure(database.as(), e);
          }
        }
      }
    }
  }

  private void create(List<SchemaObject> wanted) throws SQLException {
    try (Connection source = endpoints.openSourceDefinitions();
        Connection target = endpoints.openTarget();
        Connection targetDefinitions = endpoints.openTargetDefinitions()) {
      Set<String> accounts =
          new HashSet<>(
              Query.texts(
                  targetDefinitions, "SELECT CONCAT('`', User, '`@`', Host, '`') FROM mysql.user"));
      List<SchemaObject> left = new ArrayList<>(wanted);
      while (!left.isEmpty()) {
        List<SchemaObject> waiting = new ArrayList<>();
        SQLException failure = null;
        for (SchemaObject object : left) {
          if (listener.shouldStop()) {
            return;
          }
          try {
            createUnlessKept(object, source, target, targetDefinitions, accounts);
            done++;
            listener.structure(done, objects.size());
          } catch (SQLException e) {
            // A view may need another view that comes later.
            if (object.kind() != SchemaObject.Kind.VIEW) {
              throw DtsMessages.structure(object.targetName(), e);
            }
            failure = e;
            waiting.add(object);
          }
        }
        if (waiting.size() == left.size()) {
          throw DtsMessages.structure(waiting.get(0).targetName(), failure);
        }
        left = waiting;
      }
    }
  }

  private void createUnlessKept(
      SchemaObject object,
      Connection source,
      Connection target,
      Connection targetDefinitions,
      Set<String> accounts)
      throws SQLException {
    if (object.existsIn(targetDefinitions)) {
      if (spec.targetTableMode().equals("0")) {
        throw new DataPlaneException(DtsMessages.exists(object.targetName()));
      }
      return;
    }
    Definition definition =
        Definition.read(source, object, selection, databases).withDefinerIf(accounts::contains);
    // Naming another account as the definer takes rights that no RDS account has.
    Connection creator = definition.definer().isPresent() ? targetDefinitions : target;
    Query.run(
        creator,
        "USE " + Sql.name(object.targetDatabase()),
        "SET foreign_key_checks=0, sql_mode=" + Sql.text(definition.sqlMode()),
        definition.sql());
  }
}
