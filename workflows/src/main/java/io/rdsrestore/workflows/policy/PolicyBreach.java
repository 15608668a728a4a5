package io.rdsrestore.workflows.policy;

/**
 * What a rule refuses.
 *
 * @param rule its name
 * @param message in a sentence, with that name
 * @param remedy what would be taken
 */
public record PolicyBreach(String rule, String message, String remedy) {}
