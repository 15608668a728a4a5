package io.rdsrestore.sandbox.dataplane;

import java.util.Set;

/**
 * The precheck items that the sandbox knows, by their DTS codes, and which of them the documents
 * call skippable.
 *
 * <p>Two codes are not in any public document and are assumed here; what they check is documented,
 * under the names "schema existence" and "constraint completeness".
 */
public final class PrecheckNames {
  public static final String SOURCE_CONNECTION = "CHECK_CONN_SRC";
  public static final String TARGET_CONNECTION = "CHECK_CONN_DEST";
  public static final String SOURCE_RIGHTS = "CHECK_AUTH_SRC";
  public static final String TARGET_RIGHTS = "CHECK_AUTH_DEST";
  public static final String SOURCE_VERSION = "CHECK_SRC";

  /** Assumed code: chosen objects exist in the source, their databases exist or can be made. */
  public static final String SCHEMAS = "CHECK_SCHEMA_EXIST";

  public static final String SAME_OBJECTS = "CHECK_SAME_OBJ";
  public static final String EMPTY_TABLES = "CHECK_DEST_TABLE_EMPTY";
  public static final String ENGINES = "CHECK_ENGINE";

  /** Assumed code: no chosen child table without its parent table. */
  public static final String FOREIGN_KEYS = "CHECK_FOREIGN_KEY";

  /** Only if accounts are migrated, too. */
  public static final String SAME_USERS = "CHECK_SAME_USER";

  /** Spelt as DTS spells it. */
  public static final String PASSWORD_FORMAT = "CHECK_MYSQL_PASSOWRD_FORMAT";

  public static final String SQL_MODES = "CHECK_SQL_MODE";
  public static final String DEFINERS = "CHECK_SUPER_AUTH_DEST";

  /** Both instances run and are not locked. */
  public static final String INSTANCE_STATUS = "CHECK_MASTER_DB_STATUS";

  public static final String BINLOG_ON = "CHECK_BINLOG_ON";
  public static final String BINLOG_MODE = "CHECK_BINLOG_MODE";
  public static final String BINLOG_EXISTS = "CHECK_BINLOG_EXIST";
  public static final String BINLOG_ROW_IMAGE = "CHECK_BINLOG_ROW_IMAGE";
  public static final String SERVER_ID = "CHECK_SERVER_ID";
  public static final String TOPOLOGY = "CHECK_TOPOLOGY";

  /** Assumed codes, which nobody outside knows; the limits are in the guide for SQL Server. */
  public static final String SQL_SERVER_DATABASES = "CHECK_SQLSERVER_DB_NUM";

  public static final String SQL_SERVER_TABLES = "CHECK_SQLSERVER_EDITED_TABLE_NUM";
  public static final String SQL_SERVER_SAME_NAMES = "CHECK_SQLSERVER_SAME_TABLE_NAME";

  private static final Set<String> SKIPPABLE =
      Set.of(SAME_OBJECTS, EMPTY_TABLES, SAME_USERS, SOURCE_VERSION, TOPOLOGY, SERVER_ID, DEFINERS);

  private PrecheckNames() {}

  /** Whether the documents let SkipPreCheck skip the item. */
  public static boolean isSkippable(String item) {
    return SKIPPABLE.contains(item);
  }
}
