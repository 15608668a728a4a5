package io.rdsrestore.workflows.activity;

/** Whether this call, or an earlier attempt of it, created the database. */
public record EnsuredDatabase(String name, boolean created) {}
