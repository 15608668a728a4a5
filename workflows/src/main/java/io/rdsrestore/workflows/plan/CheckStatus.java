package io.rdsrestore.workflows.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a row of the plan came out. */
public enum CheckStatus {
  @JsonProperty("ok")
  OK,
  @JsonProperty("warning")
  WARNING,
  /** Nothing is bought while one of these stands. */
  @JsonProperty("blocker")
  BLOCKER,
  /** No API tells, or it is only known later; the message says which. */
  @JsonProperty("notChecked")
  NOT_CHECKED
}
