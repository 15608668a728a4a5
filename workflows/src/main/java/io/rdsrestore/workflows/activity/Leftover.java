package io.rdsrestore.workflows.activity;

/**
 * Something that carries the mark of a restore.
 *
 * @param kind {@code clone} or {@code dts job}
 * @param id its id
 * @param restoreId whose it is
 * @param expires until when it was meant to be, as its description says; may be null
 */
public record Leftover(String kind, String id, String restoreId, String expires) {}
