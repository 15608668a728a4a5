package io.rdsrestore.workflows.swap;

import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.OwnPlaces;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.status.VerificationSummary;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tables that were copied beside and have, or get, the places that wait for them. */
public final class MovingIn {
  private MovingIn() {}

  /**
   * Those that may move, whether somebody is asked first or not.
   *
   * @param objects what went where
   */
  public static List<SwapTable> tables(
      RestoreRequest request, List<ObjectTarget> objects, String restoreId) {
    List<SwapTable> tables = new ArrayList<>();
    for (ObjectTarget object : objects) {
      if (OwnPlaces.awaits(request, object)) {
        for (TableSelection table : object.tables()) {
          tables.add(
              SwapTable.of(
                  new QualifiedName(object.targetDatabase(), table.targetName()),
                  new QualifiedName(object.database(), table.targetName()),
                  restoreId));
        }
      }
    }
    return List.copyOf(tables);
  }

  /**
   * What is where, now that some tables have moved.
   *
   * @param moved where they are and where they were
   */
  public static List<ObjectTarget> placed(List<ObjectTarget> objects, List<SwapTable> moved) {
    List<ObjectTarget> placed = new ArrayList<>();
    for (ObjectTarget object : objects) {
      if (object.isWhole()) {
        placed.add(object);
        continue;
      }
      List<TableSelection> home =
          object.tables().stream().filter(table -> hasMoved(object, table, moved)).toList();
      List<TableSelection> beside = new ArrayList<>(object.tables());
      beside.removeAll(home);
      if (!home.isEmpty()) {
        placed.add(new ObjectTarget(object.database(), object.database(), home));
      }
      if (!beside.isEmpty()) {
        placed.add(new ObjectTarget(object.database(), object.targetDatabase(), beside));
      }
    }
    return List.copyOf(placed);
  }

  /**
   * What was compared, by the names that the tables have now.
   *
   * @param verification null if nothing was compared
   */
  public static VerificationSummary compared(
      VerificationSummary verification, List<SwapTable> moved) {
    if (verification == null) {
      return null;
    }
    Map<String, String> names =
        moved.stream()
            .collect(
                Collectors.toMap(
                    table -> table.restored().toString(), table -> table.current().toString()));
    return verification.withTables(
        verification.tables().stream()
            .map(table -> table.withTarget(names.getOrDefault(table.target(), table.target())))
            .toList());
  }

  private static boolean hasMoved(
      ObjectTarget object, TableSelection table, List<SwapTable> moved) {
    QualifiedName restored = new QualifiedName(object.targetDatabase(), table.targetName());
    return moved.stream().anyMatch(one -> one.restored().equals(restored));
  }
}
