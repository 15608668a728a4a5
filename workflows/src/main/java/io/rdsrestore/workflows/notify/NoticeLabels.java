package io.rdsrestore.workflows.notify;

/**
 * Words that every channel sets around a notice, in the notice's own language.
 *
 * @param commands over the commands
 * @param link on the link to the workflow
 * @param more where something had no room
 */
public record NoticeLabels(String commands, String link, String more) {}
