package io.rdsrestore.workflows.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.workflows.json.RestoreJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A field of a request, or of a configuration, that knows where it stands. Reading it wrongly typed
 * notes a problem under its path and yields nothing, so that reading goes on to the next one.
 */
public final class JsonField {
  private final String path;
  private final JsonNode node;
  private final List<RequestProblem> problems;

  private JsonField(String path, JsonNode node, List<RequestProblem> problems) {
    this.path = path;
    this.node = node;
    this.problems = problems;
  }

  /**
   * The whole.
   *
   * @param problems where those are noted that are found
   */
  public static JsonField root(JsonNode node, List<RequestProblem> problems) {
    return new JsonField("", node, problems);
  }

  /** A field of an object, there or not. */
  public JsonField child(String name) {
    return new JsonField(
        path.isEmpty() ? name : path + "." + name, node == null ? null : node.get(name), problems);
  }

  JsonField element(int index) {
    return new JsonField(path + "[" + index + "]", node == null ? null : node.get(index), problems);
  }

  /** Whether it is not there. */
  public boolean isAbsent() {
    return node == null;
  }

  /** The fields of an object by name; notes a problem if it is there and is none. */
  public SortedMap<String, JsonField> children() {
    SortedMap<String, JsonField> children = new TreeMap<>();
    if (isObject()) {
      node.fieldNames().forEachRemaining(name -> children.put(name, child(name)));
    }
    return children;
  }

  boolean isText() {
    return node != null && node.isTextual();
  }

  /** Notes what is wrong with it. */
  public void problem(String message) {
    problems.add(new RequestProblem(path, message));
  }

  /** Refuses every field but these. */
  public void knows(String... names) {
    List<String> known = List.of(names);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                child(Words.brief(name)).problem(unknown(name, known));
              }
            });
  }

  private static String unknown(String name, List<String> known) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!known.contains("secret") && (lower.contains("passw") || lower.contains("secret"))) {
      return "a password never goes into a request; give its place as passwordRef, env:NAME or"
          + " file:/absolute/path";
    }
    return "is not supported by this version"
        + NearMiss.question("; ", name, known)
        + " (known here: "
        + String.join(", ", known)
        + ")";
  }

  /** Whether it is an object; notes a problem if it is there and is not. */
  public boolean isObject() {
    return node != null && is(node.isObject(), "an object");
  }

  /** Likewise; notes a problem if it is not there, too. */
  public boolean isRequiredObject() {
    return isThere() && isObject();
  }

  /** A text that is not blank; notes a problem if it is there and is none. */
  public Optional<String> text(int maxLength) {
    if (node == null || !is(node.isTextual(), "a text")) {
      return Optional.empty();
    }
    String text = node.textValue();
    if (text.isBlank()) {
      problem("is blank");
      return Optional.empty();
    }
    if (text.length() > maxLength) {
      problem("is longer than " + maxLength + " characters");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** Likewise; notes a problem if it is not there, too. */
  public Optional<String> requiredText(int maxLength) {
    return isThere() ? text(maxLength) : Optional.empty();
  }

  /**
   * The texts of an array; notes a problem at each that is of another form.
   *
   * @param otherwise what is said of such a one
   */
  public List<String> texts(int maxLength, Pattern form, String otherwise) {
    List<String> texts = new ArrayList<>();
    for (JsonField each : elements()) {
      each.requiredText(maxLength)
          .ifPresent(
              text -> {
                if (form.matcher(text).matches()) {
                  texts.add(text);
                } else {
                  each.problem(otherwise);
                }
              });
    }
    return List.copyOf(texts);
  }

  Optional<Boolean> flag() {
    return node == null || !is(node.isBoolean(), "true or false")
        ? Optional.empty()
        : Optional.of(node.booleanValue());
  }

  /** A whole number between two bounds, both allowed. */
  Optional<Long> wholeNumber(long least, long most) {
    if (node == null || !is(node.isIntegralNumber(), "a whole number")) {
      return Optional.empty();
    }
    if (!node.canConvertToLong() || node.longValue() < least || node.longValue() > most) {
      problem("must be from %d to %d".formatted(least, most));
      return Optional.empty();
    }
    return Optional.of(node.longValue());
  }

  /** A number above zero, at most one given. */
  public Optional<BigDecimal> amount(BigDecimal most) {
    if (node == null || !is(node.isNumber(), "a number")) {
      return Optional.empty();
    }
    // What no double holds, such as 1e400, has no decimal value either.
    double about = node.doubleValue();
    if (!Double.isFinite(about) || about <= 0 || node.decimalValue().compareTo(most) > 0) {
      problem("must be more than 0 and at most " + most.toPlainString());
      return Optional.empty();
    }
    return Optional.of(node.decimalValue());
  }

  <E extends Enum<E>> Optional<E> oneOf(Class<E> type) {
    if (node == null || !is(node.isTextual(), "a text")) {
      return Optional.empty();
    }
    List<E> values = Arrays.asList(type.getEnumConstants());
    Optional<E> found =
        values.stream().filter(value -> wordOf(value).equals(node.textValue())).findFirst();
    if (found.isEmpty()) {
      problem(
          "is "
              + Words.quoted(node.textValue())
              + "; must be one of "
              + values.stream().map(JsonField::wordOf).collect(Collectors.joining(", ")));
    }
    return found;
  }

  /** A word of a closed set; notes a problem if it is none or not there. */
  public <E extends Enum<E>> Optional<E> requiredOneOf(Class<E> type) {
    return isThere() ? oneOf(type) : Optional.empty();
  }

  /** Its elements; notes a problem if it is there and is no array or has none. */
  public List<JsonField> elements() {
    if (node == null || !is(node.isArray(), "an array")) {
      return List.of();
    }
    if (node.isEmpty()) {
      problem("is empty");
    }
    List<JsonField> elements = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      elements.add(element(i));
    }
    return elements;
  }

  /** Likewise; notes a problem if it is not there, too. */
  public List<JsonField> requiredElements() {
    return isThere() ? elements() : List.of();
  }

  private boolean isThere() {
    if (node == null) {
      problem("is missing");
    }
    return node != null;
  }

  private boolean is(boolean right, String wanted) {
    if (!right) {
      problem("must be " + wanted + ", is " + kindOf(node));
    }
    return right;
  }

  private static String wordOf(Enum<?> value) {
    return RestoreJson.mapper().convertValue(value, String.class);
  }

  static String kindOf(JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL -> "null (leave the field out instead)";
      case ARRAY -> "an array";
      case OBJECT -> "an object";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case STRING -> "a text";
      case BINARY, MISSING, POJO -> "nothing";
    };
  }
}
