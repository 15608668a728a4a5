package io.rdsrestore.workflows.verdict.remedies;

import com.fasterxml.jackson.annotation.JsonProperty;

/** For which kind of accounts a remedy is one. */
public enum ForAccounts {
  @JsonProperty("any")
  ANY,
  /** The temporary accounts of the restore. */
  @JsonProperty("managed")
  MANAGED,
  /** Accounts that the request names. */
  @JsonProperty("existing")
  EXISTING;

  boolean fits(boolean managed) {
    return this == ANY || managed == (this == MANAGED);
  }
}
