package io.rdsrestore.workflows.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens to objects that exist on the primary under a chosen name. */
public enum ConflictMode {
  /** A person is asked; nothing is touched. */
  @JsonProperty("ask")
  ASK,
  /**
   * DTS targetTableMode "2": rows with an existing key stay as they are on the primary. Repairs
   * deletes, never updates.
   */
  @JsonProperty("keepExisting")
  KEEP_EXISTING
}
