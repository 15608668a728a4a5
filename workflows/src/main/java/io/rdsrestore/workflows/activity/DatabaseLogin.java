package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.plan.Engine;

/**
 * A way into the server of an instance.
 *
 * @param address null if it has none of the kind that the worker is configured for
 * @param engine what runs there; MySQL in what builds wrote that knew no other
 */
public record DatabaseLogin(
    String instanceId, DatabaseAddress address, AccountLogin account, Engine engine) {
  public DatabaseLogin {
    engine = engine == null ? Engine.MYSQL : engine;
  }

  /** Into MySQL. */
  public DatabaseLogin(String instanceId, DatabaseAddress address, AccountLogin account) {
    this(instanceId, address, account, Engine.MYSQL);
  }
}
