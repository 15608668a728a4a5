package io.rdsrestore.activities.dts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rdsrestore.workflows.plan.DbListForm;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.SqlServerSql;
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
        ObjectNode tables = parentOfTables(database, form).putObject("Table");
        for (TableSelection table : object.tables()) {
          tables.putObject(table.name()).put("name", table.targetName()).put("all", true);
        }
      }
    }
    return list.toString();
  }

  private static ObjectNode parentOfTables(ObjectNode database, DbListForm form) {
    return switch (form) {
      case TABLES -> database;
      case SCHEMAS ->
          database
              .putObject("Schema")
              .putObject(SqlServerSql.SCHEMA)
              .put("name", SqlServerSql.SCHEMA)
              .put("all", false);
    };
  }
}
