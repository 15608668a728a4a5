package io.rdsrestore.workflows.verdict.remedies;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why DTS, or its account, does not get at an instance. */
public enum AccessCause {
  /** No whitelist group lets the addresses of DTS in. */
  @JsonProperty("whitelist")
  WHITELIST,
  /** The account is not there, or not available. */
  @JsonProperty("account")
  ACCOUNT,
  @JsonProperty("password")
  PASSWORD,
  /** The account lacks rights on a chosen database. */
  @JsonProperty("rights")
  RIGHTS,
  /** All that can be looked at is right: then there is no way from DTS to the instance. */
  @JsonProperty("network")
  NETWORK
}
