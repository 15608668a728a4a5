package io.rdsrestore.workflows.activity;

import java.util.List;

/** A managed account with read/write rights on databases that exist. */
public record EnsureAccount(ManagedAccount account, List<String> databases) {}
