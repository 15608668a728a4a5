package io.rdsrestore.activities.dts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rdsrestore.workflows.plan.DbListForm;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.SchemaTable;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.List;

/**
 * What is migrated, and under which names, as ConfigureDtsJob wants it (DbList):
 *
 * <pre>{"shop":{"name":"shop","all":false,"Table":{"orders":{"name":"orders_old","all":true}}}}
 * </pre>
 *
 * With schemas:
 *
 * <pre>{"shop":{"name":"shop","all":false,"Schema":{"dbo":{"name":"dbo","all":false,
 * "Table":{"orders":{"name":"orders_old","all":true}}}}}}
 * </pre>
 *
 * A table {@code sales.invoices} goes into schema {@code sales} likewise.
 */
final class DbList {
  private DbList() {}

  static String of(List<ObjectTarget> objects, DbListForm form) {
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    for (ObjectTarget object : objects) {
      if (!object.isDecided()) {
        throw new IllegalArgumentException(
            "the target of database " + object.database() + " is not decided");
      }
      ObjectNode database = list.putObject(object.database());
      database.put("name", object.targetDatabase());
      database.put("all", object.isWhole());
      if (!object.isWhole()) {
        object.tables().forEach(table -> put(database, table, form));
      }
    }
    return list.toString();
  }

  private static void put(ObjectNode database, TableSelection table, DbListForm form) {
    switch (form) {
      case TABLES -> put(database, table.name(), table.targetName());
      case SCHEMAS -> {
        SchemaTable from = SchemaTable.of(table.name());
        ObjectNode schema = database.withObjectProperty("Schema").withObjectProperty(from.schema());
        schema.put("name", from.schema()).put("all", false);
        put(schema, from.name(), SchemaTable.of(table.targetName()).name());
      }
    }
  }

  private static void put(ObjectNode parent, String name, String targetName) {
    parent.withObjectProperty("Table").putObject(name).put("name", targetName).put("all", true);
  }
}
