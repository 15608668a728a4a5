package io.rdsrestore.workflows.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a person approves the plan and its price before anything is bought. */
public enum ApprovalMode {
  @JsonProperty("required")
  REQUIRED,
  @JsonProperty("notRequired")
  NOT_REQUIRED
}
