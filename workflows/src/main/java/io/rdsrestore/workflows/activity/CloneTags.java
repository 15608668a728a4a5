package io.rdsrestore.workflows.activity;

import java.time.Instant;

/**
 * Tags that a clone shall carry.
 *
 * @param keptBy the workflow that keeps it after its restore, or the person who wants it kept;
 *     null: none
 * @param keptAt since when a person keeps it; null: no person does
 */
public record CloneTags(
    InstanceReference instance,
    String restoreId,
    String primaryInstanceId,
    Instant expires,
    String keptBy,
    Instant keptAt) {

  /** Of a clone that nothing and nobody keeps. */
  public static CloneTags of(
      InstanceReference instance, String restoreId, String primaryInstanceId, Instant expires) {
    return new CloneTags(instance, restoreId, primaryInstanceId, expires, null, null);
  }
}
