package io.rdsrestore.workflows.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A database without its rows, or the chosen tables of one.
 *
 * @param name its name
 * @param charset its default character set; null if there is no such database
 * @param collation its default collation; null if there is no such database
 * @param tables by name, in alphabetical order
 * @param objects views, triggers, routines and events
 * @param unseen which kinds of objects the account may not see, and why; empty if it sees all
 */
public record DatabaseStructure(
    String name,
    String charset,
    String collation,
    Map<String, TableStructure> tables,
    List<DefinedObject> objects,
    Map<ComparedKind, String> unseen) {

  /** Whether there is such a database. */
  public boolean exists() {
    return charset != null;
  }

  /** An object by kind and name. */
  public Optional<DefinedObject> object(ComparedKind kind, String wanted) {
    return objects.stream()
        .filter(object -> object.kind() == kind && object.name().name().equals(wanted))
        .findFirst();
  }
}
