package io.rdsrestore.activities.database;

import io.rdsrestore.activities.Failures;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.CloudRefusal;
import io.rdsrestore.workflows.activity.MoveDatabase;
import io.rdsrestore.workflows.activity.MovedDatabase;
import io.rdsrestore.workflows.activity.ObjectKind;
import io.rdsrestore.workflows.activity.SwapTables;
import io.rdsrestore.workflows.swap.SwapLook;
import io.rdsrestore.workflows.swap.SwapState;
import io.rdsrestore.workflows.swap.SwapTable;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Moves a database that was lost as a whole from beside to its own name: routines, then all tables
 * with their triggers or none, then views. What has been done is told by what stands where.
 */
final class DatabaseMove {
  private final Connection connection;
  private final MoveDatabase wanted;
  private final SchemaReader schema;

  DatabaseMove(Connection connection, MoveDatabase wanted) throws SQLException {
    this.connection = connection;
    this.wanted = wanted;
    schema = new SchemaReader(connection);
  }

  MovedDatabase run() throws SQLException {
    List<String> beside = schema.ownTables(wanted.restored(), wanted.restoreId());
    List<String> there = schema.names(wanted.home());
    if (!beside.isEmpty() && !there.isEmpty()) {
      return new MovedDatabase(
          places(beside),
          List.of(
              "database %s stays beside as %s: there is %s.%s already"
                  .formatted(wanted.home(), wanted.restored(), wanted.home(), there.get(0))),
          List.of());
    }
    // One statement has moved all tables of an earlier attempt.
    SwapTables tables = tables(beside.isEmpty() ? schema.tables(wanted.home()) : beside);
    refuseIfInTheWay(tables);
    Swapper.giveCollation(connection, wanted.home(), schema.collation(wanted.restored()));
    ProgramMove programs = new ProgramMove(connection, wanted.restored(), wanted.home());
    List<String> stays = new ArrayList<>(programs.move(ObjectKind.FUNCTION, ObjectKind.PROCEDURE));
    List<SwapLook> moved = Swapper.moveIn(connection, tables);
    boolean isHome = moved.stream().allMatch(look -> look.state() == SwapState.SWAPPED);
    if (isHome) {
      stays.addAll(programs.move(ObjectKind.VIEW));
    }
    stays.addAll(programs.events());
    return new MovedDatabase(moved, List.copyOf(stays), isHome ? missing() : List.of());
  }

  /** Triggers that somebody has taken off the copy, or that it never had. */
  private List<String> missing() throws SQLException {
    List<String> missing = new ArrayList<>();
    for (String trigger : wanted.triggers()) {
      if (schema.tableOfTrigger(wanted.home(), trigger).isEmpty()) {
        missing.add(trigger);
      }
    }
    return List.copyOf(missing);
  }

  private List<SwapLook> places(List<String> names) throws SQLException {
    return new SwapReader(connection, true, wanted.autoIncrementFloor())
        .places(tables(names).tables());
  }

  private SwapTables tables(List<String> names) {
    return new SwapTables(
        wanted.primary(),
        names.stream()
            .map(
                name ->
                    SwapTable.of(
                        new QualifiedName(wanted.restored(), name),
                        new QualifiedName(wanted.home(), name),
                        wanted.restoreId()))
            .toList(),
        wanted.autoIncrementFloor(),
        wanted.restoreId());
  }

  /** Half a database in its place helps nobody. */
  private void refuseIfInTheWay(SwapTables tables) throws SQLException {
    TriggerMove triggers = new TriggerMove(connection, wanted.restoreId());
    List<SwapLook> stuck =
        new SwapReader(connection, false, wanted.autoIncrementFloor())
            .lookForFreePlaces(tables.tables(), triggers).stream()
                .filter(look -> !look.obstacles().isEmpty())
                .toList();
    if (!stuck.isEmpty()) {
      List<String> commands = triggers.withoutThem(stuck.stream().map(SwapLook::table).toList());
      throw Failures.of(
          RestoreErrorCode.NEEDS_PERSON,
          "Something keeps tables of database %s in %s: %s."
              .formatted(
                  wanted.home(),
                  wanted.restored(),
                  stuck.stream()
                      .flatMap(
                          look ->
                              look.obstacles().stream()
                                  .map(text -> look.table().restored() + ": " + text))
                      .collect(Collectors.joining("; "))),
          new CloudRefusal("SQL", null, null, remedy(commands), commands));
    }
  }

  private static String remedy(List<String> commands) {
    return commands.isEmpty()
        ? null
        : "drop these triggers in the copy and retry: all tables move, views and routines as far as the account may make them, and the report has the SQL of what stays; or retry as the account that they run as; or change-objects with target original, which copies them, too, straight into place";
  }
}
