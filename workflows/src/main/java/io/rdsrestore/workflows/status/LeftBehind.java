package io.rdsrestore.workflows.status;

/**
 * Something of ours that is still there at the end.
 *
 * @param what for example {@code clone rm-clone01}
 * @param why why it was not removed
 * @param removeWith the command that removes it
 */
public record LeftBehind(String what, String why, String removeWith) {}
