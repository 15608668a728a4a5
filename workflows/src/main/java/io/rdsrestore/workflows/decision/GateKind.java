package io.rdsrestore.workflows.decision;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person is waited for. */
public enum GateKind {
  /** The plan and its price. */
  @JsonProperty("approval")
  APPROVAL("approval"),
  /** Something failed that a person can mend. */
  @JsonProperty("failure")
  FAILURE("failure"),
  /** The clone does not hold what is wanted. */
  @JsonProperty("restorePoint")
  RESTORE_POINT("restorePoint"),
  /** The precheck failed. */
  @JsonProperty("precheck")
  PRECHECK("precheck"),
  /** The copy is not equal to the clone. */
  @JsonProperty("difference")
  DIFFERENCE("difference"),
  /** The next hour of the clone would pass {@code limits.maxCost}. */
  @JsonProperty("cost")
  COST("cost"),
  /** The copy is paused: the primary suffers by it, or a person asked for it. */
  @JsonProperty("pressure")
  PRESSURE("pressure"),
  /** Something of ours could not be removed. */
  @JsonProperty("cleanup")
  CLEANUP("cleanup");

  private final String word;

  GateKind(String word) {
    this.word = word;
  }

  /** As it stands in JSON and in {@code RestoreWaitingFor}. */
  public String word() {
    return word;
  }
}
