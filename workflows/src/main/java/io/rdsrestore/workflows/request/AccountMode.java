package io.rdsrestore.workflows.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who DTS and the worker log in as. */
public enum AccountMode {
  /** A temporary account on both ends, removed at the end. */
  @JsonProperty("managed")
  MANAGED,
  /** Accounts that exist, with references to their passwords. */
  @JsonProperty("existing")
  EXISTING
}
