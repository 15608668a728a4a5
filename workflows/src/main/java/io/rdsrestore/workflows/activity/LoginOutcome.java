package io.rdsrestore.workflows.activity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a login went. */
public enum LoginOutcome {
  @JsonProperty("ok")
  OK,
  /** The server denies access to this account with this password. */
  @JsonProperty("wrongPassword")
  WRONG_PASSWORD,
  /** No connection came about, so that nothing is known of the password. */
  @JsonProperty("notReached")
  NOT_REACHED,
  @JsonProperty("otherwise")
  OTHERWISE
}
