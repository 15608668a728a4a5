package io.rdsrestore.workflows.merge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.rdsrestore.workflows.verify.QualifiedName;

/**
 * What became of a merge that is undone or given up.
 *
 * @param table of which table it tells; null: of all that the merge was about
 * @param text a sentence
 */
public record MergeNote(QualifiedName table, String text) {

  /** With the table's name, where it is about one. */
  @JsonIgnore
  public String sentence() {
    return table == null ? text : table + ": " + text;
  }
}
