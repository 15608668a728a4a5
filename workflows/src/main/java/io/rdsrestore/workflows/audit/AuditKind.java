package io.rdsrestore.workflows.audit;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a line of the audit is about. */
public enum AuditKind {
  /** A restore has read its primary for the first time. */
  @JsonProperty("start")
  START,
  /** A decision has acted, was refused or ignored, or taken back. */
  @JsonProperty("decision")
  DECISION,
  /** It has ended. */
  @JsonProperty("end")
  END
}
