package io.rdsrestore.workflows.plan;

import com.google.common.collect.ImmutableList;

/** Rows of the plan that SQL on the primary answers, by their ids. */
public final class SqlCheckIds {
  public static final String REACHABLE = "database.reachable";
  public static final String TABLES = "sql.tables";
  public static final String RIGHTS = "sql.rights";
  public static final String KEYS = "sql.keys";
  public static final String FLOATS = "sql.floats";
  public static final String ENGINES = "sql.engines";
  public static final String FOREIGN_KEYS = "sql.foreignKeys";
  public static final String NOT_BROUGHT = "sql.notBrought";
  public static final String AUTO_INCREMENT = "sql.autoIncrement";
  public static final String TARGET_TRIGGERS = "sql.targetTriggers";
  public static final String TARGET_ROWS = "sql.targetRows";
  public static final String DDL = "sql.ddl";
  public static final String TRANSACTIONS = "sql.transactions";
  public static final String MODE = "sql.mode";
  public static final String CHARSET = "sql.charset";
  public static final String NAMES = "sql.names";

  /** Every one, in the order in which the plan shows them. */
  public static final ImmutableList<String> ALL =
      ImmutableList.of(
          REACHABLE,
          TABLES,
          RIGHTS,
          KEYS,
          FLOATS,
          ENGINES,
          FOREIGN_KEYS,
          NOT_BROUGHT,
          AUTO_INCREMENT,
          TARGET_TRIGGERS,
          TARGET_ROWS,
          DDL,
          TRANSACTIONS,
          MODE,
          CHARSET,
          NAMES);

  private SqlCheckIds() {}
}
