package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.merge.MergeTable;
import io.rdsrestore.workflows.verify.ColumnStructure;
import io.rdsrestore.workflows.verify.ForeignKeyStructure;
import io.rdsrestore.workflows.verify.IndexStructure;
import java.util.List;

/**
 * What of a table's form a merge has to know. Restored and current one have the same.
 *
 * @param table which
 * @param mark comment of the saved table, by which a merge knows its own
 * @param rowFormat of the current table
 * @param where which rows of the restored table it is about, in SQL; null: all
 * @param key what tells rows apart in both
 * @param columns all that are not generated
 * @param uniques other unique indexes
 * @param parents foreign keys of the table
 * @param children foreign keys to the table
 * @param signature all columns with their types: what must not change meanwhile
 */
record MergeShape(
    MergeTable table,
    String mark,
    String rowFormat,
    String where,
    ChunkKey key,
    List<ColumnStructure> columns,
    List<IndexStructure> uniques,
    List<ForeignKeyStructure> parents,
    List<Child> children,
    List<String> signature) {

  /**
   * A foreign key of another table, or of the same.
   *
   * @param name its name
   * @param table that has it
   * @param columns of that table
   * @param parentColumns what they point to, in the same order
   */
  record Child(String name, TableName table, List<String> columns, List<String> parentColumns) {}

  TableName restored() {
    return TableName.of(table.restored());
  }

  TableName current() {
    return TableName.of(table.current());
  }

  TableName saved() {
    return TableName.of(table.saved());
  }

  /** Whether rows of the table have parents in it. */
  boolean refersToItself() {
    return parents.stream().anyMatch(key -> key.parent().equals(current().qualified()));
  }

  /** Whether a column is part of the key. */
  boolean isKey(ColumnStructure column) {
    return key.parts().stream().anyMatch(part -> part.column().equalsIgnoreCase(column.name()));
  }

  /** Whether a replaced row keeps its value in a column: what is of the key, and no text. */
  boolean staysAsItIs(String column) {
    return key.parts().stream()
        .anyMatch(part -> part.column().equalsIgnoreCase(column) && part.charset() == null);
  }
}
