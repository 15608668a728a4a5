package io.rdsrestore.activities.sqlserver;

import java.util.Set;

/**
 * A column.
 *
 * @param type system type, for example {@code nvarchar}
 * @param says its type with length, precision, scale, NULL and IDENTITY, to be compared
 * @param computed whether it is not stored
 */
record ColumnFacts(String name, String type, String says, boolean computed) {
  /** BINARY_CHECKSUM leaves them out or refuses them; a rowversion is another in every database. */
  private static final Set<String> NOT_SUMMED =
      Set.of("text", "ntext", "image", "xml", "timestamp", "geometry", "geography", "hierarchyid");

  private static final Set<String> NOT_MIGRATED =
      Set.of("sql_variant", "hierarchyid", "geometry", "timestamp");

  /** Whether a checksum says anything of its values. */
  boolean isSummed() {
    return !NOT_SUMMED.contains(type) && !computed;
  }

  /** Whether DTS migrates it. */
  boolean isMigrated() {
    return !NOT_MIGRATED.contains(type);
  }
}
