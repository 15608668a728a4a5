package io.rdsrestore.workflows.activity;

/**
 * How a login of the worker's own went.
 *
 * @param outcome how
 * @param sentence why not, without secrets; null if it went well
 */
public record LoginFacts(LoginOutcome outcome, String sentence) {}
