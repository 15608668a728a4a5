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
   * Chosen tables of a database that is there are copied beside; those whose own names are free
   * move there afterwards, see {@link MoveIn}. A whole database, or one that is gone, gets its own
   * name if nothing is in the way, and goes beside if something is.
   */
  @JsonProperty("auto")
  AUTO
}
