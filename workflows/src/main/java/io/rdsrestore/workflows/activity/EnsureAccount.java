package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.plan.Engine;
import java.util.List;

/**
 * A managed account with read/write rights on databases that exist.
 *
 * @param engine which says what these rights are called; MySQL in what builds wrote that knew no
 *     other
 */
public record EnsureAccount(ManagedAccount account, List<String> databases, Engine engine) {
  public EnsureAccount {
    engine = engine == null ? Engine.MYSQL : engine;
  }
}
