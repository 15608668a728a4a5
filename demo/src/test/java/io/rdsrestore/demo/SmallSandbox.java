package io.rdsrestore.demo;

import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.MariaDbDataPlane;
import io.rdsrestore.sandbox.settings.BackupSpec;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Clouds in which a restore takes seconds. */
public final class SmallSandbox {
  private SmallSandbox() {}

  /** With the sample's databases in a folder. */
  public static Sandbox withDatabases(Path folder, Duration clone) {
    return Sandbox.builder()
        .accessKey(World.ACCESS_KEY_ID, World.ACCESS_KEY_SECRET)
        .timings(
            new SandboxTimings(
                clone,
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofSeconds(1)))
        .dataPlane(MariaDbDataPlane.create(folder))
        // What is lost as a whole only a backup's list still knows.
        .backupLists(Map.of("crm", List.of("calls", "people")))
        .build()
        .start();
  }

  /**
   * Of one primary with table {@code shop.orders} and a backup of an hour ago, without databases
   * behind it. Accounts and grants are there at once.
   *
   * @param clone how long a clone takes
   * @param precheck how long a precheck takes
   * @param copy how long a copy takes
   */
  public static Sandbox withoutDatabases(
      String primary, String backup, Duration clone, Duration precheck, Duration copy) {
    return Sandbox.builder()
        .accessKey(World.ACCESS_KEY_ID, World.ACCESS_KEY_SECRET)
        .timings(
            new SandboxTimings(clone, precheck, copy, Duration.ZERO, Duration.ZERO, Duration.ZERO))
        .samplePrimary(false)
        .primary(
            PrimarySpec.mysql(primary)
                .database("shop", "orders")
                .backup(BackupSpec.usable(backup, Instant.now().minus(Duration.ofHours(1))))
                .build())
        .build()
        .start();
  }
}
