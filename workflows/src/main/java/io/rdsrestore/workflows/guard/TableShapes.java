package io.rdsrestore.workflows.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What tables look like: for each {@code database.table} a short hash over its columns. Indexes are
 * not among them: a copy makes its own later, and those that somebody adds harm no row.
 *
 * @param source the chosen tables in the clone
 * @param primary the tables on the primary that rows are copied into, as far as they are there
 * @param helpers tables beside these into which an online DDL tool copies one of them, with the
 *     tool's name
 */
public record TableShapes(
    SortedMap<String, String> source,
    SortedMap<String, String> primary,
    SortedMap<String, String> helpers) {
  /** A history keeps what is known: of more tables a side only the first that are seen. */
  public static final int MOST_TABLES = 300;

  /** Nothing is known yet. */
  public static TableShapes none() {
    return new TableShapes(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  /** What is known of a clone before anything is copied. */
  public static TableShapes ofSource(SortedMap<String, String> source) {
    return new TableShapes(source, new TreeMap<>(), new TreeMap<>()).boundedBy(none());
  }

  /**
   * What somebody has changed since, each a sentence. A table that was not there before is none of
   * it: the copy makes its tables.
   */
  public List<String> changesTo(TableShapes now) {
    List<String> changes = new ArrayList<>(changesOfClone(now));
    changed(primary, now.primary, "on the primary", changes);
    TreeSet<String> appeared = new TreeSet<>(now.helpers.keySet());
    appeared.removeAll(helpers.keySet());
    appeared.forEach(
        table ->
            changes.add(
                "%s has appeared on the primary: %s".formatted(table, now.helpers.get(table))));
    return List.copyOf(changes);
  }

  /** Those of {@link #changesTo} that are about the clone. */
  public List<String> changesOfClone(TableShapes now) {
    List<String> changes = new ArrayList<>();
    changed(source, now.source, "in the clone", changes);
    return changes;
  }

  /**
   * As much of it as is worth keeping: the tables that are known already, and others by name while
   * there is room. A table is never missing from it because others have come.
   */
  public TableShapes boundedBy(TableShapes known) {
    return new TableShapes(
        bounded(source, known.source),
        bounded(primary, known.primary),
        bounded(helpers, known.helpers));
  }

  private static SortedMap<String, String> bounded(
      SortedMap<String, String> seen, Map<String, String> known) {
    SortedMap<String, String> kept = new TreeMap<>(seen);
    kept.keySet().retainAll(known.keySet());
    seen.entrySet().stream()
        .filter(table -> !known.containsKey(table.getKey()))
        .limit(Math.max(0, MOST_TABLES - known.size()))
        .forEach(table -> kept.put(table.getKey(), table.getValue()));
    return kept;
  }

  /** What is known once these have been seen, too: what is known already stays as it is. */
  public TableShapes learning(TableShapes seen) {
    return new TableShapes(
        both(seen.source, source), both(seen.primary, primary), both(seen.helpers, helpers));
  }

  private static SortedMap<String, String> both(
      Map<String, String> weaker, Map<String, String> stronger) {
    SortedMap<String, String> both = new TreeMap<>(weaker);
    both.putAll(stronger);
    return both;
  }

  private static void changed(
      Map<String, String> before, Map<String, String> now, String where, List<String> changes) {
    before.forEach(
        (table, shape) -> {
          String seen = now.get(table);
          if (seen == null) {
            changes.add("%s %s is gone: dropped, or renamed".formatted(table, where));
          } else if (!seen.equals(shape)) {
            changes.add("the columns of %s %s have been changed".formatted(table, where));
          }
        });
  }
}
