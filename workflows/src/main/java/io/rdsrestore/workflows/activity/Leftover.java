package io.rdsrestore.workflows.activity;

/**
 * Something that carries the mark of a restore, or a DTS job of others that writes to the primary.
 *
 * @param kind {@code clone} or {@code dts job}
 * @param id its id
 * @param restoreId whose it is; null for a job of others
 * @param expires until when it was meant to be, as its description says; may be null
 * @param status DTS: Status; null of a clone
 */
public record Leftover(String kind, String id, String restoreId, String expires, String status) {}
