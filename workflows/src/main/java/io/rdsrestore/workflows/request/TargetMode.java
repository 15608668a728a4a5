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
  /**
   * Chosen tables of a database that is there, and a database that is gone as a whole, are copied
   * beside; what has free names of its own moves there afterwards, see {@link MoveIn}. Anything
   * else gets its own name if nothing is in the way, and goes beside if something is.
   */
  @JsonProperty("auto")
  AUTO
}
