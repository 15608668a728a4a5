package io.rdsrestore.workflows.notify;

/**
 * A command that a notice offers.
 *
 * @param means what follows from it; null where the one before it has said so
 * @param command to be pasted as it stands: whole or not at all
 */
public record NoticeCommand(String means, String command) {}
