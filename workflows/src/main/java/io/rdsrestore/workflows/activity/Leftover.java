package io.rdsrestore.workflows.activity;

/**
 * Something that carries the mark of a restore, or a DTS job of others that writes to the primary.
 *
 * @param kind {@code clone} or {@code dts job}
 * @param id its id
 * @param restoreId whose it is; null for a job of others
 * @param expires until when it was meant to be, as its tags or its description say; may be null
 * @param status DTS: Status; null of a clone
 * @param keptBy the workflow or the person that keeps a clone beyond its restore, as its tags say;
 *     null: none
 * @param keptAt since when a person keeps it, as its tags say; null: no person does
 */
public record Leftover(
    String kind,
    String id,
    String restoreId,
    String expires,
    String status,
    String keptBy,
    String keptAt) {}
