package io.rdsrestore.workflows.verdict.remedies;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a remedy is applied to; account, database and table in its command are those of there. */
public enum RemedyPlace {
  @JsonProperty("clone")
  CLONE,
  @JsonProperty("primary")
  PRIMARY,
  /** The restore itself, or its DTS job. */
  @JsonProperty("restore")
  RESTORE
}
