package io.rdsrestore.workflows.plan;

/** How a worker talks to the servers of an engine. */
public enum WireProtocol {
  /** That of MySQL. */
  MYSQL,
  /** That of SQL Server: tabular data stream. */
  TDS
}
