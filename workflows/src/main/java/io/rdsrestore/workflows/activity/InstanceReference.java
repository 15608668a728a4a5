package io.rdsrestore.workflows.activity;

/** An RDS instance. */
public record InstanceReference(String regionId, String instanceId) {}
