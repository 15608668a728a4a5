package io.rdsrestore.workflows.swap;

import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Which tables a restore can swap. */
public final class Swap {
  private Swap() {}

  /**
   * The tables that stand beside, with a name for what they set aside that no other restore takes.
   *
   * @param objects what went where
   * @param tablesOf the tables of a database that was restored as a whole, by its target's name
   */
  public static List<SwapTable> tables(
      List<ObjectTarget> objects, String restoreId, Function<String, List<String>> tablesOf) {
    List<SwapTable> tables = new ArrayList<>();
    for (ObjectTarget object : objects) {
      for (TableSelection table : selection(object, tablesOf)) {
        if (object.isElsewhere(table)) {
          QualifiedName current = new QualifiedName(object.database(), table.name());
          tables.add(
              SwapTable.of(
                  new QualifiedName(object.targetDatabase(), table.targetName()),
                  current,
                  restoreId));
        }
      }
    }
    return List.copyOf(tables);
  }

  /** Whether any of it stands elsewhere than in its own place. */
  public static boolean isPossible(List<ObjectTarget> objects) {
    return objects.stream()
        .anyMatch(
            object ->
                object.isWhole()
                    ? object.isBeside()
                    : object.tables().stream().anyMatch(object::isElsewhere));
  }

  /** What went where, of these tables only: {@link #tables} says the same ones of it. */
  public static List<ObjectTarget> objects(List<SwapTable> tables) {
    return tables.stream()
        .map(
            table ->
                new ObjectTarget(
                    table.current().database(),
                    table.restored().database(),
                    List.of(new TableSelection(table.current().name(), table.restored().name()))))
        .toList();
  }

  private static List<TableSelection> selection(
      ObjectTarget object, Function<String, List<String>> tablesOf) {
    return object.isWhole()
        ? tablesOf.apply(object.targetDatabase()).stream()
            .map(name -> new TableSelection(name, null))
            .toList()
        : object.tables();
  }
}
