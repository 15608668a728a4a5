package io.rdsrestore.workflows.activity;

/**
 * The clone that exists now.
 *
 * @param tagged whether it has our tags already; a fresh one may refuse them for a while
 */
public record CloneHandle(String instanceId, boolean tagged) {}
