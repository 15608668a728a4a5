package io.rdsrestore.workflows.activity;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A clone in which nothing runs by itself, and what was seen in it.
 *
 * @param off events of the chosen databases that are switched off, {@code database.event}
 * @param mayRun why events may still run, a sentence; null if none does
 * @param shapes what the chosen tables look like in it, see {@link
 *     io.rdsrestore.workflows.guard.TableShapes#source}
 * @param tables the chosen tables there, and under the same names on the primary
 * @param definitions what the selection leaves behind there, as {@link SchemaFacts#definitions} has
 *     it of the primary, where it may be lost with its table; null: an earlier writer
 * @param collations of the chosen databases there, by their names; empty: an earlier writer
 * @param links foreign keys there from chosen tables to other chosen ones
 */
public record QuietClone(
    List<String> off,
    String mayRun,
    SortedMap<String, String> shapes,
    List<TableLook> tables,
    Listed<ObjectDefinition> definitions,
    SortedMap<String, String> collations,
    Listed<ForeignKeyFacts> links) {

  /** None, where who wrote it did not look. */
  public QuietClone {
    collations = collations == null ? new TreeMap<>() : collations;
    links = links == null ? Listed.none() : links;
  }
}
