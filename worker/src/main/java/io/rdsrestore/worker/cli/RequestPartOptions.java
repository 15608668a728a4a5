package io.rdsrestore.worker.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.CharMatcher;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.request.RequestParts;
import io.rdsrestore.workflows.request.RequestProblem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parts of a request from the words of a command line, under the rules of a request. */
final class RequestPartOptions {
  /** Database, table and new name, each as it stands or as SQL quotes it. */
  private static final Pattern OBJECT =
      Pattern.compile("(`[^`]+`|[^.`]+)(?:\\.(`[^`]+`|[^=`]*)(?:=(.*))?)?");

  private static final CharMatcher END_OF_A_LIST = CharMatcher.anyOf(",;");

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
      Matcher parts = OBJECT.matcher(END_OF_A_LIST.trimTrailingFrom(word));
      String database = parts.matches() ? bare(parts.group(1)) : word;
      ObjectNode object = find(objects, database);
      if (object == null) {
        object = objects.addObject().put("database", database);
      }
      if (parts.matches() && parts.group(2) != null) {
        ObjectNode table = object.withArray("tables").addObject();
        table.put("name", bare(parts.group(2)));
        if (parts.group(3) != null) {
          table.put("as", bare(parts.group(3)));
        }
      }
    }
    return objects;
  }

  /** Without the backquotes that SQL writes around a name. */
  private static String bare(String name) {
    return name.length() > 2 && name.startsWith("`") && name.endsWith("`")
        ? name.substring(1, name.length() - 1)
        : name;
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
