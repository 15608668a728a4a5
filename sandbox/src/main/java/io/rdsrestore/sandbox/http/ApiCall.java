package io.rdsrestore.sandbox.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A call whose signature and parameters have been checked.
 *
 * @param parameters by name; an empty value counts as not given
 */
public record ApiCall(Product product, String action, Map<String, String> parameters) {

  /** The value of a parameter; null if it was not given. */
  public String text(String name) {
    String value = parameters.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  public String text(String name, String otherwise) {
    String value = text(name);
    return value == null ? otherwise : value;
  }

  public String require(String name) {
    String value = text(name);
    if (value == null) {
      throw ApiException.missing(name);
    }
    return value;
  }

  public boolean flag(String name) {
    return Boolean.parseBoolean(text(name));
  }

  public int number(String name, int otherwise) {
    String value = text(name);
    return value == null ? otherwise : Integer.parseInt(value);
  }

  /** {@code Name.1}, {@code Name.2}, ... */
  public List<String> list(String name) {
    List<String> values = new ArrayList<>();
    for (int i = 1; text(name + "." + i) != null; i++) {
      values.add(text(name + "." + i));
    }
    return values;
  }

  /** {@code Name.1.Key} to {@code Name.1.Value}, ... */
  public Map<String, String> pairs(String name) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int i = 1; text(name + "." + i + ".Key") != null; i++) {
      pairs.put(text(name + "." + i + ".Key"), text(name + "." + i + ".Value", ""));
    }
    return pairs;
  }

  @Override
  public String toString() {
    return "ApiCall[" + product + ", " + action + ", " + parameters.keySet() + "]";
  }
}
