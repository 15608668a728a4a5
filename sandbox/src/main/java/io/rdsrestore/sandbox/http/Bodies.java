package io.rdsrestore.sandbox.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and replaces lists inside of answers. */
final class Bodies {
  private Bodies() {}

  /** The items at a path; none if there is no such list. */
  @SuppressWarnings("unchecked") // the sandbox builds its own bodies
  static List<Map<String, Object>> list(Map<String, Object> body, List<String> path) {
    Object found = body;
    for (String name : path) {
      found = found instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return found instanceof List<?> items ? (List<Map<String, Object>>) items : List.of();
  }

  /**
   * A copy with other items.
   *
   * @param fewer by how much its counts are too high then
   */
  static Map<String, Object> with(
      Map<String, Object> body, List<String> path, List<Map<String, Object>> items, int fewer) {
    Map<String, Object> copy = new LinkedHashMap<>(body);
    replace(copy, path, items);
    for (String count : List.of("PageRecordCount", "TotalRecordCount")) {
      copy.computeIfPresent(count, (name, value) -> less(value, fewer));
    }
    return copy;
  }

  @SuppressWarnings("unchecked") // the sandbox builds its own bodies
  private static void replace(
      Map<String, Object> body, List<String> path, List<Map<String, Object>> items) {
    String name = path.get(0);
    if (path.size() == 1) {
      body.put(name, items);
    } else if (body.get(name) instanceof Map<?, ?> inner) {
      Map<String, Object> copy = new LinkedHashMap<>((Map<String, Object>) inner);
      replace(copy, path.subList(1, path.size()), items);
      body.put(name, copy);
    }
  }

  /** Counts come as numbers or as text. */
  private static Object less(Object count, int fewer) {
    int left = Integer.parseInt(count.toString()) - fewer;
    return count instanceof Integer
        ? left
        : count instanceof Long ? (Object) (long) left : Integer.toString(left);
  }
}
