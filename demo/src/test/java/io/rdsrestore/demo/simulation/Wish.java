package io.rdsrestore.demo.simulation;

import io.rdsrestore.demo.oracle.Allowed;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * A request by chance. The table {@code shop.orders} is lost; everything else is still there.
 *
 * @param approval whether it asks for an approval
 * @param byBackup whether it names a backup set instead of an instant
 * @param selection what is to come back, and where to
 * @param autoRepair whether failed prechecks may be mended without a person
 * @param keepFor how long the clone is kept; null for not at all
 * @param invalid whether it has a field that does not exist
 */
record Wish(
    boolean approval,
    boolean byBackup,
    Selection selection,
    boolean autoRepair,
    Duration keepFor,
    boolean invalid) {

  /** What is to come back, and the only names that may appear on the primary. */
  @SuppressWarnings("ImmutableEnumChecker") // The maps and sets are all of List.of and Map.of.
  enum Selection {
    ONE_TABLE(
        Map.of("database", "shop", "tables", List.of("orders")), "auto", "shop", Set.of("orders")),
    ONE_TABLE_WITH_ITS_OWN_NAME(
        Map.of("database", "shop", "tables", List.of("orders")),
        "original",
        "shop",
        Set.of("orders")),
    ONE_TABLE_BESIDE(
        Map.of("database", "shop", "tables", List.of("orders")),
        "sideBySide",
        "shop_restored_\\d{12}",
        Set.of("orders")),
    ANOTHER_NAME(
        Map.of(
            "database",
            "shop",
            "tables",
            List.of("orders", Map.of("name", "items", "as", "items_before"))),
        "auto",
        "shop",
        Set.of("orders", "items_before")),
    ANOTHER_DATABASE(
        Map.of("database", "shop", "as", "shop_before", "tables", List.of("orders", "items")),
        "auto",
        "shop_before",
        Set.of("orders", "items")),
    WHOLE_DATABASE(
        Map.of("database", "shop"),
        "auto",
        "shop_restored_\\d{12}",
        Set.of("customers", "items", "orders"));

    private final Map<String, Object> object;
    private final String target;
    private final Allowed allowed;

    Selection(Map<String, Object> object, String target, String database, Set<String> tables) {
      this.object = object;
      this.target = target;
      // What is not free any more, be it by a copy of its own that failed, sends "auto" beside.
      String beside = target.equals("auto") ? "|shop_restored_\\d{12}" : "";
      allowed = new Allowed(Pattern.compile(database + beside), tables);
    }

    Allowed allowed() {
      return allowed;
    }
  }

  static Wish of(SplittableRandom random) {
    return new Wish(
        random.nextInt(4) > 0,
        random.nextInt(4) == 0,
        random.nextInt(2) == 0
            ? Selection.ONE_TABLE
            : Schedule.pick(List.of(Selection.values()), random),
        random.nextInt(4) > 0,
        random.nextInt(6) == 0 ? Duration.ofHours(1 + random.nextInt(100)) : null,
        random.nextInt(25) == 0);
  }

  /**
   * One that asks as many calls of the cloud if nothing goes wrong: for how long a clone is kept
   * afterwards does not count, nor what would be repaired.
   */
  Wish inPeace() {
    return new Wish(
        approval, byBackup, selection, true, keepFor == null ? null : Duration.ofHours(1), false);
  }

  /** The same, and nobody is asked for an approval. */
  Wish unattended() {
    return new Wish(false, byBackup, selection, autoRepair, keepFor, invalid);
  }

  Map<String, Object> request(Instant restoreTo, long seed) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("regionId", SimulatedCloud.REGION);
    request.put("instanceId", SimulatedCloud.PRIMARY);
    request.put(
        "restoreTo",
        byBackup
            ? Map.of("backupId", SimulatedCloud.BACKUP)
            : Map.of("time", restoreTo.toString()));
    request.put("objects", List.of(selection.object));
    request.put("target", selection.target);
    request.put("requestedBy", "ana");
    request.put("reason", "seed " + seed);
    if (!autoRepair) {
      request.put("autoRepair", "none");
    }
    if (keepFor != null) {
      request.put("clone", Map.of("keepFor", keepFor.toString()));
    }
    if (!approval) {
      request.put("approval", "notRequired");
      request.put("termsAccepted", true);
    }
    if (invalid) {
      request.put("objectz", List.of());
    }
    return request;
  }
}
