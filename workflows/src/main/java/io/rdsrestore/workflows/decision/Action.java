package io.rdsrestore.workflows.decision;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person can decide. */
public enum Action {
  /** Go on: with this plan, this restore point, this difference. */
  @JsonProperty("approve")
  APPROVE("approve"),
  /** Do again what failed. */
  @JsonProperty("retry")
  RETRY("retry"),
  /** Let DTS pass over failed precheck items that may be skipped. */
  @JsonProperty("skipPrecheckItems")
  SKIP_PRECHECK_ITEMS("skipPrecheckItems"),
  /** Stop, clean up and report. Needs no gate and always counts. */
  @JsonProperty("abort")
  ABORT("abort");

  private final String word;

  Action(String word) {
    this.word = word;
  }

  /** As it stands in JSON. */
  public String word() {
    return word;
  }
}
