package io.rdsrestore.activities.database;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** In which order tables are merged. */
final class MergeOrder {
  private MergeOrder() {}

  /**
   * Tables to which foreign keys of others point come before those; where they point in a circle,
   * as they come.
   *
   * @return indexes of the shapes
   */
  static List<Integer> parentsFirst(List<MergeShape> shapes) {
    Set<Integer> order = new LinkedHashSet<>();
    Set<Integer> begun = new LinkedHashSet<>();
    for (int i = 0; i < shapes.size(); i++) {
      add(i, shapes, begun, order);
    }
    return List.copyOf(order);
  }

  private static void add(
      int table, List<MergeShape> shapes, Set<Integer> begun, Set<Integer> order) {
    if (!begun.add(table)) {
      return;
    }
    for (var key : shapes.get(table).parents()) {
      for (int i = 0; i < shapes.size(); i++) {
        if (shapes.get(i).current().qualified().equals(key.parent())) {
          add(i, shapes, begun, order);
        }
      }
    }
    order.add(table);
  }
}
