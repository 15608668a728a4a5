package io.rdsrestore.workflows.verdict.remedies;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may repair an item. */
public enum Repair {
  /** The restore itself, where only its own temporaries are concerned. */
  @JsonProperty("automatic")
  AUTOMATIC,
  /** A person. */
  @JsonProperty("person")
  PERSON,
  /** Nobody: it can only be avoided. */
  @JsonProperty("never")
  NEVER
}
