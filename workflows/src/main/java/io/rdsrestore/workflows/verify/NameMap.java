package io.rdsrestore.workflows.verify;

import java.util.Map;
import java.util.Set;

/**
 * Which name in the source is which in the target.
 *
 * @param databases compared databases
 * @param tables compared tables
 */
public record NameMap(Map<String, String> databases, Map<QualifiedName, QualifiedName> tables) {

  /** The names that a table referred to in the source may have in the target. */
  Set<QualifiedName> targets(QualifiedName source) {
    QualifiedName mapped = tables.get(source);
    return mapped != null
        ? Set.of(mapped)
        : source.database().equals(database(source.database()))
            ? Set.of(source)
            : Set.of(source, new QualifiedName(database(source.database()), source.name()));
  }

  /** A database's name in the target; its own if it is not compared. */
  String database(String source) {
    return databases.getOrDefault(source, source);
  }
}
