package io.rdsrestore.workflows.verdict;

import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.plan.NotBrought;
import io.rdsrestore.workflows.plan.ObjectTarget;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What DTS does not bring with a selection. */
public final class NotRestored {
  private NotRestored() {}

  /**
   * In words, and with the SQL where the primary could tell it.
   *
   * @param definitions views, triggers, routines and events, as they were on the primary
   * @param lost those that were not there any more, as they are in the clone
   */
  public static List<String> of(
      List<ObjectTarget> objects,
      Listed<ObjectDefinition> definitions,
      List<ObjectDefinition> lost) {
    // Some tables of a database may be in place, others beside: it is said once.
    Set<String> lines = new LinkedHashSet<>();
    for (ObjectTarget object : objects) {
      lines.add(of(object));
      definitions.first().stream()
          .filter(definition -> NotBrought.by(object, definition))
          .map(NotRestored::withSql)
          .forEach(lines::add);
      lost.stream()
          .filter(definition -> NotBrought.by(object, definition))
          .map(definition -> "lost on the primary: " + withSql(definition))
          .forEach(lines::add);
    }
    int more = definitions.total() - definitions.first().size();
    if (more > 0) {
      lines.add(more + " more views, triggers, routines and events of the chosen databases");
    }
    lines.add("accounts and their grants: those of the primary stay as they are");
    return List.copyOf(lines);
  }

  /**
   * Definitions of the clone that the primary has no more, as the triggers of a dropped table.
   *
   * @param primary as it was seen; where not all of it was, nothing is called lost
   * @param clone null where nobody has looked
   */
  public static List<ObjectDefinition> lost(
      Listed<ObjectDefinition> primary, Listed<ObjectDefinition> clone) {
    boolean isAllSeen = primary.isKnown() && primary.total() == primary.first().size();
    if (clone == null || !isAllSeen) {
      return List.of();
    }
    return clone.first().stream()
        .filter(
            definition ->
                primary.first().stream()
                    .noneMatch(
                        there ->
                            there.kind() == definition.kind()
                                && there.database().equals(definition.database())
                                && there.name().equals(definition.name())))
        .toList();
  }

  private static String withSql(ObjectDefinition definition) {
    return definition.text() + (definition.sql() == null ? "" : ": " + definition.statement());
  }

  private static String of(ObjectTarget object) {
    return object.isWhole()
        ? "database %s: events (DTS leaves them out by default)".formatted(object.database())
        : "chosen tables of %s: triggers, views, routines, events, and foreign keys of other tables that refer to them (DTS brings only tables when tables are chosen)"
            .formatted(object.database());
  }
}
