package io.rdsrestore.workflows.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/** What becomes of tables that were restored beside, once they are verified. */
public enum Afterwards {
  /** They stay beside. The report says how people put them back. */
  @JsonProperty("leave")
  LEAVE,
  /** A person is asked whether they take the places of the current ones. */
  @JsonProperty("ask")
  ASK;

  /** For this long after a restore has ended a swap or a merge can be taken back at most. */
  public static final Duration LONGEST_UNDO = Duration.ofDays(30);
}
