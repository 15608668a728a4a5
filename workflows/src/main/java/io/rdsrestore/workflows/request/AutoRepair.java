package io.rdsrestore.workflows.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the restore may repair itself when the precheck has failed. */
public enum AutoRepair {
  /**
   * What concerns only its own temporaries: whitelist group, managed accounts and their grants,
   * target databases. Each repair is recorded as a decision by {@code rds-restore}.
   */
  @JsonProperty("safe")
  SAFE,
  /** Nothing: every failed precheck is shown to a person at once. */
  @JsonProperty("none")
  NONE
}
