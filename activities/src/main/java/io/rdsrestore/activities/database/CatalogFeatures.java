package io.rdsrestore.activities.database;

import java.sql.SQLException;

/**
 * What a server's catalogue knows, found by looking: what a server calls its version does not tell.
 *
 * @param generationExpression whether columns tell how they are generated (MySQL 5.7, MariaDB 10.2)
 * @param indexExpression whether indexes may be on expressions (MySQL 8)
 * @param checks how CHECK constraints are listed
 */
record CatalogFeatures(boolean generationExpression, boolean indexExpression, Checks checks) {
  /** How CHECK constraints are listed. */
  enum Checks {
    NONE,
    /** MariaDB: with the name of their table, which makes their own unique. */
    WITH_TABLE,
    /** MySQL 8: by a name that is unique in the database. */
    WITHOUT_TABLE
  }

  static CatalogFeatures read(Catalog catalog) throws SQLException {
    return new CatalogFeatures(
        has(catalog, "columns", "generation_expression"),
        has(catalog, "statistics", "expression"),
        has(catalog, "check_constraints", "table_name")
            ? Checks.WITH_TABLE
            : has(catalog, "check_constraints", "check_clause")
                ? Checks.WITHOUT_TABLE
                : Checks.NONE);
  }

  private static boolean has(Catalog catalog, String table, String column) throws SQLException {
    return catalog
        .text(
            """
            SELECT column_name FROM information_schema.columns
            WHERE table_schema = 'information_schema' AND UPPER(table_name) = UPPER(?)
              AND UPPER(column_name) = UPPER(?)\
            """,
            table,
            column)
        .isPresent();
  }
}
