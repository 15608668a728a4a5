package io.rdsrestore.workflows.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When tables that {@code target: auto} has copied beside move into free places of their own. */
public enum MoveIn {
  /** As soon as the comparison that was asked for has found no difference. */
  @JsonProperty("whenVerified")
  WHEN_VERIFIED,
  /** When a person says so. */
  @JsonProperty("ask")
  ASK,
  /** They stay beside. */
  @JsonProperty("never")
  NEVER
}
