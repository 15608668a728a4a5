package io.rdsrestore.workflows.activity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a comparison came out. */
public enum ComparisonVerdict {
  @JsonProperty("equal")
  EQUAL,
  /** All rows of the clone are there; others were kept (keepExisting). */
  @JsonProperty("complete")
  COMPLETE,
  @JsonProperty("different")
  DIFFERENT,
  @JsonProperty("notCompared")
  NOT_COMPARED,
  /** The chosen objects do not bring it along: it is not there by this restore. */
  @JsonProperty("notRestored")
  NOT_RESTORED
}
