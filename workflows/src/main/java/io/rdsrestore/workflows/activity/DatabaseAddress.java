package io.rdsrestore.workflows.activity;

/**
 * Where the worker reaches a server (RDS: DescribeDBInstanceNetInfo, chosen by its configuration).
 */
public record DatabaseAddress(String host, int port) {
  /** As people write it. */
  public String text() {
    return host + ":" + port;
  }
}
