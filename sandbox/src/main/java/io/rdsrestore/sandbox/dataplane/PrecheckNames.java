package io.rdsrestore.sandbox.dataplane;

/**
 * The precheck items that the sandbox runs, by their DTS codes.
 *
 * <p>The items of incremental migration (binary log, server id) are left out: DTS does not run them
 * for structure and full data alone. Two codes are not in any public document and are assumed here;
 * what they check is documented, under the names "schema existence" and "constraint completeness".
 */
final class PrecheckNames {
  static final String SOURCE_CONNECTION = "CHECK_CONN_SRC";
  static final String TARGET_CONNECTION = "CHECK_CONN_DEST";
  static final String SOURCE_RIGHTS = "CHECK_AUTH_SRC";
  static final String TARGET_RIGHTS = "CHECK_AUTH_DEST";
  static final String SOURCE_VERSION = "CHECK_SRC";

  /** Assumed code: chosen objects exist in the source, their databases exist or can be made. */
  static final String SCHEMAS = "CHECK_SCHEMA_EXIST";

  static final String SAME_OBJECTS = "CHECK_SAME_OBJ";
  static final String ENGINES = "CHECK_ENGINE";

  /** Assumed code: no chosen child table without its parent table. */
  static final String FOREIGN_KEYS = "CHECK_FOREIGN_KEY";

  private PrecheckNames() {}
}
