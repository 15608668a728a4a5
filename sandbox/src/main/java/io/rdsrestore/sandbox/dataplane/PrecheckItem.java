package io.rdsrestore.sandbox.dataplane;

/**
 * The outcome of one precheck item, in the words of DTS.
 *
 * @param item for example {@code CHECK_SAME_OBJ}
 * @param passed whether the check found nothing
 * @param canSkip whether SkipPreCheck may skip it
 * @param detail what was found, in a sentence; empty if nothing
 */
public record PrecheckItem(String item, boolean passed, boolean canSkip, String detail) {}
