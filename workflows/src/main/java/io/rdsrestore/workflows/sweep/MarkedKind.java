package io.rdsrestore.workflows.sweep;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a restore leaves; in the order in which it is removed. */
public enum MarkedKind {
  /** A DTS job, bought or not. */
  @JsonProperty("dts job")
  JOB("DTS job"),
  /** A managed account. */
  @JsonProperty("account")
  ACCOUNT("account"),
  /** Our whitelist group, with addresses in it. */
  @JsonProperty("whitelist group")
  WHITELIST("whitelist group"),
  @JsonProperty("clone")
  CLONE("clone");

  private final String words;

  MarkedKind(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
