package io.rdsrestore.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares an answer with the fields that the official SDK reads for the action. */
final class AnswerShape {
  private final boolean wrapped;
  private final JsonNode fields;
  private final List<String> problems = new ArrayList<>();

  private AnswerShape(JsonNode response) {
    wrapped = response.get("wrappedItemNames").asBoolean();
    fields = response.get("fields");
  }

  /** What does not fit: an unknown path, a wrong type, a list wrapped or not as it should be. */
  static List<String> problems(String product, String action, JsonNode answer) {
    String file = "/io/rdsrestore/sandbox/api/" + product + "/" + action + ".json";
    try (InputStream in = AnswerShape.class.getResourceAsStream(file)) {
      AnswerShape shape = new AnswerShape(new ObjectMapper().readTree(in).get("response"));
      if (shape.fields.size() > 0) {
        shape.compare("", answer);
      }
      return shape.problems;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compare(String path, JsonNode node) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = path + field.getKey();
      JsonNode value = field.getValue();
      boolean isList = fields.has(name + ".Length");
      if (isList) {
        compareList(name, value);
      } else if (value.isObject()) {
        compare(name + ".", value);
      } else if (!fields.has(name)) {
        problems.add(name + " is not read by the SDK");
      } else if (!fits(fields.get(name).asText(), value)) {
        problems.add(name + " should be " + fields.get(name).asText() + ": " + value);
      }
    }
  }

  private void compareList(String name, JsonNode value) {
    JsonNode items = wrapped && value.size() == 1 ? value.elements().next() : value;
    if (!items.isArray() || wrapped != value.isObject()) {
      problems.add(name + " is wrapped wrongly: " + value);
      return;
    }
    for (JsonNode item : items) {
      compare(name + "[i].", item);
    }
  }

  private static boolean fits(String type, JsonNode value) {
    return switch (type) {
      case "string" -> value.isTextual();
      case "integer", "long" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "float", "double" -> value.isNumber();
      default -> true;
    };
  }
}
