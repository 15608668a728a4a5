package io.rdsrestore.workflows.verdict.remedies;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a remedy is applied. */
public enum RemedyKind {
  /** A statement, run on the database server. */
  @JsonProperty("sql")
  SQL,
  /** A call to Alibaba Cloud, printed for its command line. */
  @JsonProperty("api")
  API,
  /** Something to do or see in the console of RDS or DTS. */
  @JsonProperty("console")
  CONSOLE,
  /** A decision sent to the restore. */
  @JsonProperty("decision")
  DECISION
}
