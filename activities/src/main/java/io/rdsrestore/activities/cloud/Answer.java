package io.rdsrestore.activities.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer, or a part of one, as the service sent it.
 *
 * <p>Read leniently, because the services are: numbers and truth values come as such or as text,
 * and an empty list may be missing, null or an empty object.
 */
public final class Answer {
  private final JsonNode node;

  Answer(JsonNode node) {
    this.node = node;
  }

  /** A field as text; null if absent or empty. */
  public String text(String field) {
    JsonNode value = node.path(field);
    if (!value.isValueNode() || value.isNull()) {
      return null;
    }
    String text = value.asText();
    return text.isEmpty() ? null : text;
  }

  /** A field as text; empty if absent. */
  public String textOrEmpty(String field) {
    String text = text(field);
    return text == null ? "" : text;
  }

  /** A field as a whole number; {@code otherwise} if absent or no number. */
  public long number(String field, long otherwise) {
    return node.path(field).asLong(otherwise);
  }

  /** A field as a decimal number; null if absent or no number. */
  public BigDecimal decimal(String field) {
    JsonNode value = node.path(field);
    if (value.isNumber()) {
      return value.decimalValue();
    }
    String text = text(field);
    try {
      return text == null ? null : new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Whether a field is true, as a truth value or as text. */
  public boolean isTrue(String field) {
    return "true".equalsIgnoreCase(node.path(field).asText());
  }

  /** Whether a field is false, as a truth value or as text; an absent one is not. */
  public boolean isFalse(String field) {
    return "false".equalsIgnoreCase(node.path(field).asText());
  }

  /** A part; empty if absent. */
  public Answer part(String field) {
    return new Answer(node.path(field));
  }

  /** The texts of a list: plain under {@code field}, or wrapped in {@code field.element}. */
  public List<String> texts(String field, String element) {
    JsonNode value = node.path(field);
    JsonNode array = value.isArray() ? value : value.path(element);
    List<String> texts = new ArrayList<>(array.size());
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  /** The elements of a list: plain under {@code field}, or wrapped in {@code field.element}. */
  public List<Answer> list(String field, String element) {
    JsonNode value = node.path(field);
    JsonNode array = value.isArray() ? value : value.path(element);
    List<Answer> elements = new ArrayList<>(array.size());
    array.forEach(item -> elements.add(new Answer(item)));
    return elements;
  }
}
