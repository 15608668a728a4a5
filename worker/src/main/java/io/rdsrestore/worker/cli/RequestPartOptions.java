package io.rdsrestore.worker.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.request.RequestParts;
import io.rdsrestore.workflows.request.RequestProblem;
import java.util.List;
import java.util.stream.Collectors;

/** Parts of a request from the words of a command line, under the rules of a request. */
final class RequestPartOptions {
  private RequestPartOptions() {}

  /**
   * Reads them.
   *
   * @throws UserError naming every problem
   */
  static RequestParts read(ObjectNode part) {
    RequestParts read = RequestParts.read(part);
    if (!read.problems().isEmpty()) {
      throw new UserError(
          ExitCode.USAGE,
          read.problems().stream()
              .map(RequestProblem::toString)
              .collect(Collectors.joining("; ", "That cannot be: ", ".")));
    }
    return read;
  }

  /** A selection written as JSON, as in a request. */
  static JsonNode json(String objects) {
    try {
      return RestoreJson.mapper().readTree(objects);
    } catch (JsonProcessingException e) {
      throw new UserError(
          ExitCode.USAGE,
          "--objects is not JSON, for example '[{\"database\": \"shop\", \"tables\": [\"orders\"]}]'.",
          e);
    }
  }

  /** A selection written as DATABASE, DATABASE.TABLE or DATABASE.TABLE=NEW_NAME. */
  static JsonNode objects(List<String> words) {
    ArrayNode objects = RestoreJson.mapper().createArrayNode();
    for (String word : words) {
      int dot = word.indexOf('.');
      String database = dot < 0 ? word : word.substring(0, dot);
      ObjectNode object = find(objects, database);
      if (object == null) {
        object = objects.addObject().put("database", database);
      }
      if (dot >= 0) {
        int equals = word.indexOf('=', dot);
        ObjectNode table = object.withArray("tables").addObject();
        table.put("name", word.substring(dot + 1, equals < 0 ? word.length() : equals));
        if (equals >= 0) {
          table.put("as", word.substring(equals + 1));
        }
      }
    }
    return objects;
  }

  private static ObjectNode find(JsonNode objects, String database) {
    for (JsonNode object : objects) {
      if (object.get("database").asText().equals(database)) {
        return (ObjectNode) object;
      }
    }
    return null;
  }
}
