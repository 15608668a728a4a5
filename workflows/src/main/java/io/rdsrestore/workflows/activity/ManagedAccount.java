package io.rdsrestore.workflows.activity;

/** The temporary account of a restore on one instance. */
public record ManagedAccount(InstanceReference instance, String restoreId) {}
