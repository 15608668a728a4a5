package io.rdsrestore.sandbox.settings;

import java.time.Instant;
import java.util.Map;

/**
 * An account that exists before the first call.
 *
 * @param privileges database to {@code ReadWrite}, {@code ReadOnly}, {@code DDLOnly} or {@code
 *     DMLOnly}
 * @param since when it was created: a clone as of an earlier instant does not have it
 */
public record AccountSpec(
    String name, String password, Map<String, String> privileges, Instant since) {

  public AccountSpec {
    privileges = Map.copyOf(privileges);
  }

  /** An account as old as the instance. */
  public AccountSpec(String name, String password, Map<String, String> privileges) {
    this(name, password, privileges, Instant.EPOCH);
  }

  @Override
  public String toString() {
    return "AccountSpec[" + name + "]";
  }
}
