package io.rdsrestore.sandbox.dts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rdsrestore.sandbox.dataplane.CopySpec.DatabaseMapping;
import io.rdsrestore.sandbox.dataplane.CopySpec.TableMapping;
import io.rdsrestore.sandbox.http.ApiException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Reads {@code DbList}. Row filters and column mappings are refused: the sandbox has none. */
final class DbList {
  private static final int MAX_BYTES = 1 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private DbList() {}

  /**
   * Reads it.
   *
   * @param schemas whether tables are in schemas, as those of SQL Server are
   */
  static List<DatabaseMapping> parse(String text, boolean schemas) {
    if (text == null) {
      throw refused("it is missing");
    }
    if (text.length() > MAX_BYTES) {
      throw refused("it is larger than 1 MB");
    }
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw refused("it is not JSON");
    }
    if (!root.isObject() || root.isEmpty()) {
      throw refused("an object of databases is expected");
    }
    List<DatabaseMapping> databases = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      databases.add(database(entry.getKey(), entry.getValue(), schemas));
    }
    return databases;
  }

  private static DatabaseMapping database(String name, JsonNode node, boolean schemas) {
    if (!node.isObject()) {
      throw refused(name + " is not an object");
    }
    List<TableMapping> tables = new ArrayList<>();
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String child = names.next();
      if (schemas && child.equalsIgnoreCase("Schema")) {
        node.get(child)
            .properties()
            .forEach(schema -> tables.addAll(tablesOf(schema.getKey(), schema.getValue())));
      } else if (!schemas && child.equalsIgnoreCase("Table")) {
        for (Map.Entry<String, JsonNode> table : node.get(child).properties()) {
          tables.add(table(table.getKey(), table.getValue()));
        }
      } else if (!child.equals("name") && !child.equals("all") && !child.equals("state")) {
        throw refused("the sandbox does not know " + child);
      }
    }
    boolean all = isAll(node);
    if (all != tables.isEmpty()) {
      throw refused(name + " needs either all or tables");
    }
    return new DatabaseMapping(name, node.path("name").asText(name), all, tables);
  }

  /** Tables of a schema; those of another than {@code dbo} are named with it. */
  private static List<TableMapping> tablesOf(String schema, JsonNode node) {
    if (!node.path("name").asText(schema).equals(schema) || isAll(node)) {
      throw refused("the sandbox copies tables of a schema into the same schema: " + schema);
    }
    String within = schema.equals("dbo") ? "" : schema + ".";
    return node.path("Table").properties().stream()
        .map(table -> table(table.getKey(), table.getValue()))
        .map(table -> new TableMapping(within + table.name(), within + table.as()))
        .toList();
  }

  private static TableMapping table(String name, JsonNode node) {
    if (node.has("filter") || !isAll(node)) {
      throw refused("the sandbox copies whole tables only: " + name);
    }
    return new TableMapping(name, node.path("name").asText(name));
  }

  private static boolean isAll(JsonNode node) {
    return node.path("all").asBoolean(false);
  }

  private static ApiException refused(String why) {
    return new ApiException(403, "InvalidParameter.DbList", "DbList is not valid: " + why);
  }
}
