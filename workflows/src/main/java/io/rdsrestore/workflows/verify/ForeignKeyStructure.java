package io.rdsrestore.workflows.verify;

import java.util.List;

/**
 * A foreign key.
 *
 * @param name its name, which a server may make up
 * @param columns of the child
 * @param parent the table that they refer to
 * @param parentColumns its columns, in the same order
 * @param onUpdate UPDATE_RULE
 * @param onDelete DELETE_RULE
 */
public record ForeignKeyStructure(
    String name,
    List<String> columns,
    QualifiedName parent,
    List<String> parentColumns,
    String onUpdate,
    String onDelete) {

  /** All but the name and the parent's database, which may be another in the target. */
  String text(QualifiedName shownParent) {
    return "%s -> %s %s, on update %s, on delete %s"
        .formatted(columns, shownParent, parentColumns, onUpdate, onDelete);
  }
}
