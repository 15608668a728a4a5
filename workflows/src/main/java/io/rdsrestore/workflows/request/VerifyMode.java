package io.rdsrestore.workflows.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the copy is compared with the clone. */
public enum VerifyMode {
  /** Exact row counts and a checksum of every row. */
  @JsonProperty("checksum")
  CHECKSUM,
  /** Exact row counts only. */
  @JsonProperty("counts")
  COUNTS,
  /** Not compared; the report says so. */
  @JsonProperty("none")
  NONE
}
