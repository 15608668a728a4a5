package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.ArrayList;
import java.util.List;

/** What of a restore lies beside its original, as a comparison takes it: from there to here. */
final class RestoredBeside {
  private RestoredBeside() {}

  /**
   * Restored databases, or tables of them, each with the current one of the original name.
   *
   * @param objects what went where
   */
  static List<ObjectTarget> of(List<ObjectTarget> objects) {
    List<ObjectTarget> beside = new ArrayList<>();
    for (ObjectTarget object : objects) {
      if (!object.isDecided()) {
        continue;
      }
      if (object.isWhole()) {
        if (object.isBeside()) {
          beside.add(new ObjectTarget(object.targetDatabase(), object.database(), null));
        }
        continue;
      }
      List<TableSelection> tables =
          object.tables().stream()
              .filter(object::isElsewhere)
              .map(table -> new TableSelection(table.targetName(), table.name()))
              .toList();
      if (!tables.isEmpty()) {
        beside.add(new ObjectTarget(object.targetDatabase(), object.database(), tables));
      }
    }
    return List.copyOf(beside);
  }

  /** Some of them, by the name that a table has on either side. */
  static List<ObjectTarget> only(List<ObjectTarget> beside, List<String> tables) {
    if (tables.isEmpty()) {
      return beside;
    }
    List<ObjectTarget> some = new ArrayList<>();
    for (ObjectTarget object : beside) {
      List<TableSelection> chosen =
          object.isWhole()
              ? tables.stream().map(name -> new TableSelection(name, null)).toList()
              : object.tables().stream()
                  .filter(
                      table -> tables.contains(table.name()) || tables.contains(table.targetName()))
                  .toList();
      if (!chosen.isEmpty()) {
        some.add(new ObjectTarget(object.database(), object.targetDatabase(), chosen));
      }
    }
    return List.copyOf(some);
  }
}
