package io.rdsrestore.workflows.activity;

/** A way into the server of an instance. */
public record DatabaseLogin(String instanceId, DatabaseAddress address, AccountLogin account) {}
