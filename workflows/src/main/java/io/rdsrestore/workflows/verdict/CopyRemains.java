package io.rdsrestore.workflows.verdict;

import io.rdsrestore.workflows.Counted;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.activity.TableFinding;
import io.rdsrestore.workflows.activity.TargetFacts;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.SqlName;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.ArrayList;
import java.util.List;

/**
 * What a copy that failed has left on the primary. It stays until people move it: a table with a
 * key is filled up by the next try, one without a key would get its rows twice.
 *
 * @param created names of the chosen targets that are there, database and table
 * @param keyless those of them that have no key
 */
public record CopyRemains(List<String> created, List<TableFinding> keyless) {
  private static final int MOST_NAMED = 20;

  /** From a look at the chosen targets; nothing if that could not be had. */
  public static CopyRemains of(List<ObjectTarget> objects, SchemaFacts facts) {
    List<String> created = new ArrayList<>();
    List<TableFinding> keyless = new ArrayList<>();
    for (TargetFacts target : facts.targets()) {
      objects.stream()
          .filter(object -> object.targetDatabase().equalsIgnoreCase(target.database()))
          .forEach(
              object ->
                  target.names().stream()
                      .filter(name -> isTargetOf(object, name))
                      .forEach(name -> created.add(target.database() + "." + name)));
      keyless.addAll(target.keyless().first());
    }
    return new CopyRemains(created.stream().distinct().toList(), List.copyOf(keyless));
  }

  private static boolean isTargetOf(ObjectTarget object, String name) {
    return object.isWhole()
        || object.tables().stream()
            .map(TableSelection::targetName)
            .anyMatch(name::equalsIgnoreCase);
  }

  /** What a person must know and do, for the gate. */
  public List<GateItem> items() {
    List<GateItem> items = new ArrayList<>();
    if (!created.isEmpty()) {
      items.add(
          GateItem.of(
              "on the primary",
              "of the chosen names there are now: " + Counted.first(MOST_NAMED, created),
              "they stay; a retry fills up those that have a key"));
    }
    for (TableFinding table : keyless) {
      items.add(
          new GateItem(
              table.name(),
              "it has no key, so a retry would put its rows there twice",
              "move the partial table away before you retry",
              List.of(setAside(table)),
              false,
              null));
    }
    return List.copyOf(items);
  }

  private static String setAside(TableFinding table) {
    String database = SqlName.quote(table.database());
    // Else the foreign keys of other tables would go along.
    return "SET foreign_key_checks = 0; RENAME TABLE %s.%s TO %s.%s;"
        .formatted(
            database,
            SqlName.quote(table.table()),
            database,
            SqlName.quote(SqlName.suffixed(table.table(), "_partial")));
  }
}
