package io.rdsrestore.sandbox.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ordered JSON objects in one expression. */
public final class JsonBody {
  private JsonBody() {}

  /**
   * An object of the given fields.
   *
   * @param namesAndValues name, value, name, value ...; a null value leaves its name out
   */
  public static Map<String, Object> of(Object... namesAndValues) {
    Map<String, Object> body = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        body.put((String) namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return body;
  }

  /** The older APIs' lists: {@code {"Item": [...]}}. */
  public static Map<String, Object> wrapped(String itemName, List<?> items) {
    return of(itemName, items);
  }
}
