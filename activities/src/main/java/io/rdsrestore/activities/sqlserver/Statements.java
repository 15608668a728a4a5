package io.rdsrestore.activities.sqlserver;

import static java.util.stream.Collectors.joining;

import io.rdsrestore.workflows.plan.SqlServerSql;
import java.util.Collections;
import java.util.List;

/**
 * Every statement that a SQL Server gets from a worker. All of them read. They use nothing that
 * came after SQL Server 2012.
 */
final class Statements {
  /** Milliseconds that a statement waits for a lock that somebody else holds. */
  private static final int LOCK_TIMEOUT = 30_000;

  static final String SESSION = "SET LOCK_TIMEOUT " + LOCK_TIMEOUT;

  /**
   * For looks at tables that applications write to: takes no lock there, and counts what is not
   * committed, too.
   */
  static final String WITHOUT_LOCKS = "SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED";

  static final String VERSION =
      "SELECT CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128)),"
          + " CAST(SERVERPROPERTY('Edition') AS nvarchar(128))";

  private Statements() {}

  /** Name, recovery model, encryption, collation and access of databases; their names follow. */
  static String databases(int count) {
    return "SELECT name, recovery_model_desc, is_encrypted, collation_name, HAS_DBACCESS(name)"
        + " FROM sys.databases WHERE name IN ("
        + marks(count)
        + ") ORDER BY name";
  }

  /** Schema, name, estimated rows and bytes of all tables of users. */
  static String tables(String database) {
    String db = SqlServerSql.bracketed(database);
    return "SELECT s.name, t.name, SUM(CASE WHEN p.index_id IN (0, 1) THEN p.row_count ELSE 0 END),"
        + " SUM(p.reserved_page_count) * 8192"
        + (" FROM %1$s.sys.tables t JOIN %1$s.sys.schemas s ON s.schema_id = t.schema_id"
                + " LEFT JOIN %1$s.sys.dm_db_partition_stats p ON p.object_id = t.object_id")
            .formatted(db)
        + " WHERE t.is_ms_shipped = 0 GROUP BY s.name, t.name ORDER BY s.name, t.name";
  }

  /** The same without their sizes, which an account may lack the right to. */
  static String tableNames(String database) {
    return ("SELECT s.name, t.name FROM %1$s.sys.tables t JOIN %1$s.sys.schemas s"
            + " ON s.schema_id = t.schema_id WHERE t.is_ms_shipped = 0 ORDER BY s.name, t.name")
        .formatted(SqlServerSql.bracketed(database));
  }

  /** Table, name, type, length, precision, scale, collation, NULL, IDENTITY, computed. */
  static String columns(String database) {
    return ("SELECT s.name, t.name, c.name, CASE WHEN y.is_user_defined = 1"
            + " THEN TYPE_NAME(c.system_type_id) ELSE y.name END, c.max_length, c.precision,"
            + " c.scale, c.collation_name, c.is_nullable, c.is_identity, c.is_computed"
            + " FROM %1$s.sys.columns c JOIN %1$s.sys.tables t ON t.object_id = c.object_id"
            + " JOIN %1$s.sys.types y ON y.user_type_id = c.user_type_id"
            + " JOIN %1$s.sys.schemas s ON s.schema_id = t.schema_id WHERE t.is_ms_shipped = 0"
            + " ORDER BY s.name, t.name, c.column_id")
        .formatted(SqlServerSql.bracketed(database));
  }

  /** One row a column of a foreign key, in the order of the key. */
  static String foreignKeys(String database) {
    return ("SELECT s.name, t.name, k.name, rs.name, rt.name, c.name, rc.name,"
            + " k.delete_referential_action_desc, k.update_referential_action_desc"
            + " FROM %1$s.sys.foreign_keys k"
            + " JOIN %1$s.sys.foreign_key_columns f ON f.constraint_object_id = k.object_id"
            + " JOIN %1$s.sys.tables t ON t.object_id = k.parent_object_id"
            + " JOIN %1$s.sys.schemas s ON s.schema_id = t.schema_id"
            + " JOIN %1$s.sys.tables rt ON rt.object_id = k.referenced_object_id"
            + " JOIN %1$s.sys.schemas rs ON rs.schema_id = rt.schema_id"
            + " JOIN %1$s.sys.columns c ON c.object_id = f.parent_object_id"
            + " AND c.column_id = f.parent_column_id"
            + " JOIN %1$s.sys.columns rc ON rc.object_id = f.referenced_object_id"
            + " AND rc.column_id = f.referenced_column_id"
            + " ORDER BY s.name, t.name, k.name, f.constraint_column_id")
        .formatted(SqlServerSql.bracketed(database));
  }

  /** Kind, name, table of a trigger and definition of views, routines and triggers. */
  static String modules(String database) {
    return ("SELECT o.type, s.name, o.name, p.name, m.definition FROM %1$s.sys.sql_modules m"
            + " JOIN %1$s.sys.objects o ON o.object_id = m.object_id"
            + " JOIN %1$s.sys.schemas s ON s.schema_id = o.schema_id"
            + " LEFT JOIN %1$s.sys.objects p ON p.object_id = o.parent_object_id"
            + " WHERE o.is_ms_shipped = 0 AND o.type IN ('V', 'P', 'FN', 'IF', 'TF', 'TR')"
            + " ORDER BY o.type, s.name, o.name")
        .formatted(SqlServerSql.bracketed(database));
  }

  /** Tables with the triggers that fire on rows put into them. */
  static String insertTriggers(String database) {
    return ("SELECT s.name, t.name, r.name FROM %1$s.sys.triggers r"
            + " JOIN %1$s.sys.trigger_events e ON e.object_id = r.object_id"
            + " JOIN %1$s.sys.tables t ON t.object_id = r.parent_id"
            + " JOIN %1$s.sys.schemas s ON s.schema_id = t.schema_id"
            + " WHERE r.is_disabled = 0 AND e.type_desc = 'INSERT' ORDER BY s.name, t.name, r.name")
        .formatted(SqlServerSql.bracketed(database));
  }

  /** Whether there is a row in a table. */
  static String anyRow(TableRef table) {
    return "SELECT TOP (1) 1 FROM " + table.sql();
  }

  /** How many rows a table has. */
  static String count(TableRef table) {
    return "SELECT COUNT_BIG(*) FROM " + table.sql();
  }

  /**
   * How many rows a table has, and a checksum over these columns of them. The server computes it
   * from the values in the order of the list, so both sides get the same list.
   */
  static String countAndChecksum(TableRef table, List<String> columns) {
    return "SELECT COUNT_BIG(*), CHECKSUM_AGG(BINARY_CHECKSUM(%s)) FROM %s"
        .formatted(
            columns.stream().map(SqlServerSql::bracketed).collect(joining(", ")), table.sql());
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}
