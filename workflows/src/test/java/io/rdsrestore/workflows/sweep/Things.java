package io.rdsrestore.workflows.sweep;

import io.rdsrestore.workflows.RestoreMark;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Things as a restore makes them, to be changed by tests. */
final class Things {
  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  static final String REGION = "cn-hangzhou";
  static final String PRIMARY = "rm-primary01";
  static final String CLONE = "rm-clone01";

  private Things() {}

  static Instant expires() {
    return NOW.plus(RestoreMark.LIFE);
  }

  static String description(String restoreId) {
    return RestoreMark.cloneDescription(restoreId, PRIMARY, 1, expires());
  }

  /** A clone of {@link #PRIMARY}, tagged. */
  static SeenInstance clone(String restoreId) {
    return new SeenInstance(
        REGION,
        CLONE,
        description(restoreId),
        Map.of(RestoreMark.TAG_RESTORE_ID, restoreId, RestoreMark.TAG_PRIMARY, PRIMARY),
        "Running",
        "Primary",
        "Postpaid",
        NOW.plus(Duration.ofMinutes(5)),
        false);
  }

  static SeenInstance described(SeenInstance from, String id, String description) {
    return new SeenInstance(
        from.regionId(),
        id,
        description,
        from.tags(),
        from.status(),
        from.type(),
        from.payType(),
        from.createdAt(),
        from.isProtected());
  }

  static SeenInstance tagged(SeenInstance from, Map<String, String> tags) {
    return new SeenInstance(
        from.regionId(),
        from.id(),
        from.description(),
        tags,
        from.status(),
        from.type(),
        from.payType(),
        from.createdAt(),
        from.isProtected());
  }

  static SeenInstance being(
      SeenInstance from, String type, String payType, Instant createdAt, boolean isProtected) {
    return new SeenInstance(
        from.regionId(),
        from.id(),
        from.description(),
        from.tags(),
        from.status(),
        type,
        payType,
        createdAt,
        isProtected);
  }

  static Marked marked(SeenInstance instance) {
    return CloneMark.of(instance, Set.of()).orElseThrow();
  }

  static Optional<Marked> job(String name) {
    return JobMark.of(REGION, "j1", name, PRIMARY, "Migrating", NOW);
  }

  static String jobName(String restoreId) {
    return RestoreMark.jobName("rds-restore", restoreId, expires());
  }

  static Owners nobody() {
    return new Owners(Map.of(), Set.of(), Map.of(), Set.of(PRIMARY), "default");
  }
}
