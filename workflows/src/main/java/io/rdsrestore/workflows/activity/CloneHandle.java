package io.rdsrestore.workflows.activity;

/** The clone that exists now. */
public record CloneHandle(String instanceId) {}
