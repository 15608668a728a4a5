package io.rdsrestore.sandbox.settings;

import java.util.Set;

/**
 * A DTS job of somebody else that works on an instance of the sandbox: it is listed and described,
 * and never changes.
 *
 * @param id {@code DtsJobId}
 * @param type {@code MIGRATION}, {@code SYNC} or {@code SUBSCRIBE}
 * @param name {@code DtsJobName}
 * @param sourceId the RDS instance that it reads; null: something outside of RDS
 * @param targetId the RDS instance that it writes to; null: something outside of RDS
 * @param status as DTS spells it, for example {@code Migrating}, {@code Synchronizing}, {@code
 *     Normal}
 */
public record ForeignJob(
    String id, String type, String name, String sourceId, String targetId, String status) {
  private static final Set<String> TYPES = Set.of("MIGRATION", "SYNC", "SUBSCRIBE");

  public ForeignJob {
    if (id == null || name == null || status == null || !TYPES.contains(String.valueOf(type))) {
      throw new IllegalArgumentException(
          "a job needs id, name, status and a type: MIGRATION, SYNC or SUBSCRIBE");
    }
    if (sourceId == null && targetId == null) {
      throw new IllegalArgumentException("a job needs a sourceId or a targetId");
    }
  }

  /** A synchronization that has caught up. */
  public static ForeignJob sync(String id, String sourceId, String targetId) {
    return new ForeignJob(id, "SYNC", "sync " + id, sourceId, targetId, "Synchronizing");
  }

  /** A change subscription. */
  public static ForeignJob subscription(String id, String sourceId) {
    return new ForeignJob(id, "SUBSCRIBE", "subscription " + id, sourceId, null, "Normal");
  }

  /** A migration that is copying. */
  public static ForeignJob migration(String id, String sourceId, String targetId) {
    return new ForeignJob(id, "MIGRATION", "migration " + id, sourceId, targetId, "Migrating");
  }
}
