package io.rdsrestore.workflows.verify;

import java.util.List;

/**
 * An index.
 *
 * @param name its name; {@code PRIMARY} of the primary key
 * @param unique whether it lets a value in once only
 * @param nullable whether a part may be NULL
 * @param type BTREE, HASH, FULLTEXT, SPATIAL
 * @param parts its columns, or expressions, in order
 */
public record IndexStructure(
    String name, boolean unique, boolean nullable, String type, List<Part> parts) {

  /**
   * A part of an index.
   *
   * @param column null of an expression
   * @param prefix characters or bytes of the column; null for all of it
   * @param text the part as people read it, with prefix and direction
   */
  public record Part(String column, Long prefix, String text) {}

  /** Kind and parts as people read them. */
  String text() {
    return "%s%s %s"
        .formatted(unique ? "unique " : "", type, parts.stream().map(Part::text).toList());
  }
}
