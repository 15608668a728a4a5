package io.rdsrestore.workflows.verdict;

import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.plan.NotBrought;
import io.rdsrestore.workflows.plan.ObjectTarget;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What DTS does not bring with a selection. */
public final class NotRestored {
  private NotRestored() {}

  /**
   * In words, and with the SQL where the primary could tell it.
   *
   * @param definitions views, triggers, routines and events, as they were on the primary
   * @param lost those that were not there any more, as they are in the clone
   * @param engine whose SQL it is, and of which DTS leaves more or less behind
   */
  public static List<String> of(
      List<ObjectTarget> objects,
      Listed<ObjectDefinition> definitions,
      List<ObjectDefinition> lost,
      Engine engine) {
    // Some tables of a database may be in place, others beside: it is said once.
    Set<String> lines = new LinkedHashSet<>();
    for (ObjectTarget object : objects) {
      lines.add(engine.leftBehind(object));
      definitions.first().stream()
          .filter(definition -> NotBrought.by(object, definition))
          .map(definition -> withSql(definition, engine))
          .forEach(lines::add);
      lost.stream()
          .filter(definition -> NotBrought.by(object, definition))
          .map(definition -> "lost on the primary: " + withSql(definition, engine))
          .forEach(lines::add);
    }
    int more = definitions.total() - definitions.first().size();
    if (more > 0) {
      lines.add("%d more %s of the chosen databases".formatted(more, engine.objectsBesideTables()));
    }
    lines.add("accounts and their grants: those of the primary stay as they are");
    return List.copyOf(lines);
  }

  /**
   * Definitions of the clone that the primary has no more, as the triggers of a dropped table.
   *
   * @param primary as it was seen; where not all of it was, nothing of a database that is there is
   *     called lost
   * @param clone null where nobody has looked
   * @param isGone whether a database is not on the primary, where nobody has a right to see it
   */
  public static List<ObjectDefinition> lost(
      Listed<ObjectDefinition> primary, Listed<ObjectDefinition> clone, Predicate<String> isGone) {
    if (clone == null) {
      return List.of();
    }
    boolean isAllSeen = primary.isKnown() && primary.total() == primary.first().size();
    return clone.first().stream()
        .filter(
            definition ->
                isGone.test(definition.database())
                    || (isAllSeen
                        && primary.first().stream().noneMatch(there -> isSame(there, definition))))
        .toList();
  }

  private static boolean isSame(ObjectDefinition one, ObjectDefinition other) {
    return one.kind() == other.kind()
        && one.database().equals(other.database())
        && one.name().equals(other.name());
  }

  private static String withSql(ObjectDefinition definition, Engine engine) {
    return definition.text()
        + (definition.sql() == null ? "" : ": " + engine.sql().statement(definition));
  }
}
