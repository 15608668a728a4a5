package io.rdsrestore.workflows.activity;

/**
 * Where the worker reaches a server (RDS: DescribeDBInstanceNetInfo, chosen by its configuration).
 *
 * @param ssl whether it has SSL switched on, as RDS says; null: not known, or not asked since the
 *     worker's configuration says how to connect
 */
public record DatabaseAddress(String host, int port, Boolean ssl) {
  /** One of which nobody has said whether it has SSL. */
  public static DatabaseAddress of(String host, int port) {
    return new DatabaseAddress(host, port, null);
  }

  /** As a URL names it: an IPv6 address in brackets. */
  public String forUrl() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /** As people write it. */
  public String text() {
    return host + ":" + port;
  }
}
