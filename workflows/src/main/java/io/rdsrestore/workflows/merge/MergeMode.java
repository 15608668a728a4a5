package io.rdsrestore.workflows.merge;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which rows of a restored table are put into the current one. */
public enum MergeMode {
  /** Rows whose key the current table has not. */
  @JsonProperty("missing")
  MISSING("missing", true, false),
  /** Rows of which the current table has another version under the same key. */
  @JsonProperty("changed")
  CHANGED("changed", false, true),
  /** Both of these. */
  @JsonProperty("both")
  BOTH("both", true, true);

  private final String word;
  private final boolean inserts;
  private final boolean replaces;

  MergeMode(String word, boolean inserts, boolean replaces) {
    this.word = word;
    this.inserts = inserts;
    this.replaces = replaces;
  }

  /** As it stands in JSON. */
  public String word() {
    return word;
  }

  /** Whether missing rows are inserted. */
  public boolean inserts() {
    return inserts;
  }

  /** Whether changed rows are replaced. */
  public boolean replaces() {
    return replaces;
  }
}
