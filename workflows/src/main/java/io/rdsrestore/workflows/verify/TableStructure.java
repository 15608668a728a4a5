package io.rdsrestore.workflows.verify;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A table without its rows.
 *
 * @param name its name
 * @param engine its storage engine
 * @param collation of the table, which new columns get
 * @param options CREATE_OPTIONS, without what other parts say; never null
 * @param comment never null
 * @param autoIncrement the next value; null if no column has it
 * @param estimatedRows as the server guesses
 * @param columns in their order
 * @param indexes by name, the primary key first
 * @param foreignKeys by name
 * @param checks CHECK constraints: name to clause; empty where the server knows none
 * @param partitions a line each, as people read them
 */
public record TableStructure(
    QualifiedName name,
    String engine,
    String collation,
    String options,
    String comment,
    Long autoIncrement,
    long estimatedRows,
    List<ColumnStructure> columns,
    List<IndexStructure> indexes,
    List<ForeignKeyStructure> foreignKeys,
    SortedMap<String, String> checks,
    List<String> partitions) {

  /** A column by its name, whose letter case counts for nothing. */
  public Optional<ColumnStructure> column(String wanted) {
    return columns.stream().filter(column -> column.name().equalsIgnoreCase(wanted)).findFirst();
  }
}
