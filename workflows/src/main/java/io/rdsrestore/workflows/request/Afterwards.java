package io.rdsrestore.workflows.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of tables that were restored beside, once they are verified. */
public enum Afterwards {
  /** They stay beside. The report says how people put them back. */
  @JsonProperty("leave")
  LEAVE,
  /** A person is asked whether they take the places of the current ones. */
  @JsonProperty("ask")
  ASK
}
