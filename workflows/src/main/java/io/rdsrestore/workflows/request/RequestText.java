package io.rdsrestore.workflows.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.rdsrestore.workflows.json.RestoreJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From the text of a request to its fields: one JSON object, of bounded size, no key twice. */
final class RequestText {
  /** Largest request, in bytes of UTF-8. */
  static final int MAX_BYTES = 256 * 1024;

  private static final ObjectReader TREE =
      RestoreJson.mapper().reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private RequestText() {}

  static Optional<JsonField> parse(String json, List<RequestProblem> problems) {
    if (json == null || json.isBlank()) {
      problems.add(new RequestProblem("", "the request is empty; a JSON object is wanted"));
      return Optional.empty();
    }
    if (json.length() > MAX_BYTES || json.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      problems.add(
          new RequestProblem(
              "", "the request is larger than 256 KB; choose whole databases instead of tables"));
      return Optional.empty();
    }
    try {
      JsonNode tree = TREE.readTree(json);
      if (!tree.isObject()) {
        problems.add(
            new RequestProblem(
                "", "the request must be a JSON object, it is " + JsonField.kindOf(tree)));
        return Optional.empty();
      }
      reportDuplicateKeys(json, problems);
      return Optional.of(JsonField.root(tree, problems));
    } catch (JsonProcessingException e) {
      // Jackson's own words may quote what stands there; the place is enough.
      problems.add(
          new RequestProblem("", "the request is not JSON" + placeOf(e) + commaBefore(json, e)));
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
  }

  private static String placeOf(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " (line %d, column %d)"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  /** The slip that is seen last: a comma behind the last of several. */
  private static String commaBefore(String json, JsonProcessingException e) {
    long offset = e.getLocation() == null ? -1 : e.getLocation().getCharOffset();
    if (offset < 0 || offset >= json.length()) {
      return "";
    }
    int place = (int) offset;
    String before = json.substring(0, place).stripTrailing();
    boolean closes = json.charAt(place) == '}' || json.charAt(place) == ']';
    return closes && before.endsWith(",") ? ": the comma before it is one too many" : "";
  }

  private static void reportDuplicateKeys(String json, List<RequestProblem> problems)
      throws IOException {
    Set<String> seen = new HashSet<>();
    try (JsonParser parser = RestoreJson.mapper().createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          JsonPointer pointer = parser.getParsingContext().pathAsPointer();
          if (!seen.add(pointer.toString())) {
            problems.add(new RequestProblem(pathOf(pointer), "is given twice"));
          }
        }
      }
    }
  }

  private static String pathOf(JsonPointer pointer) {
    StringBuilder path = new StringBuilder();
    for (JsonPointer part = pointer; !part.matches(); part = part.tail()) {
      if (part.mayMatchElement()) {
        path.append('[').append(part.getMatchingIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(part.getMatchingProperty());
      }
    }
    return path.toString();
  }
}
