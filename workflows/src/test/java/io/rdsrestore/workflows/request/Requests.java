package io.rdsrestore.workflows.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rdsrestore.workflows.json.RestoreJson;
import java.time.Instant;
import java.util.List;

/** Requests to test with. */
final class Requests {
  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private static final String SMALLEST =
      """
      {"regionId": "cn-hangzhou", "instanceId": "rm-primary01",
       "restoreTo": {"time": "2026-11-22T16:15:00+08:00"},
       "objects": [{"database": "shop", "tables": ["orders", {"name": "items", "as": "items_before"}]}],
       "requestedBy": "ana", "reason": "INC-4711: orders lost their status"}
      """;

  private Requests() {}

  static String smallest() {
    return SMALLEST;
  }

  /** The smallest request with other fields, given as a JSON object. */
  static String with(String fields) {
    ObjectNode request = object(SMALLEST);
    request.setAll(object(fields));
    return request.toString();
  }

  static String without(String field) {
    ObjectNode request = object(SMALLEST);
    request.remove(field);
    return request.toString();
  }

  static List<String> problemsOf(String json) {
    return RequestReader.read(json, NOW).problems().stream().map(RequestProblem::toString).toList();
  }

  private static ObjectNode object(String json) {
    try {
      return (ObjectNode) RestoreJson.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
