package io.rdsrestore.workflows.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where restored objects go. */
public enum TargetMode {
  /** Their own names; what is there already is a conflict. */
  @JsonProperty("original")
  ORIGINAL,
  /** A database of their own beside the original one. */
  @JsonProperty("sideBySide")
  SIDE_BY_SIDE,
  /** Own names where all chosen names of a database are free, beside where not. */
  @JsonProperty("auto")
  AUTO
}
