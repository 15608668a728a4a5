package io.rdsrestore.workflows.decision;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a decision. */
public enum DecisionOutcome {
  /** It ended a gate, or aborted the restore. */
  @JsonProperty("acted")
  ACTED,
  /** It waits for its gate. */
  @JsonProperty("kept")
  KEPT,
  /** It was taken back before it acted. */
  @JsonProperty("withdrawn")
  WITHDRAWN,
  /** It was not used; the note says why. */
  @JsonProperty("ignored")
  IGNORED
}
