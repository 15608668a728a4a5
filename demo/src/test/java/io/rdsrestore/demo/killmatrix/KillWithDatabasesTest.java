package io.rdsrestore.demo.killmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.demo.RealTemporal;
import io.rdsrestore.demo.Shop;
import io.rdsrestore.demo.World;
import io.rdsrestore.demo.temporal.DevServer;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.MariaDbDataPlane;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.status.VerificationSummary;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The gravest cells once more with real databases, where the copy is compared, too. */
@EnabledIfSystemProperty(named = "rds-restore.nightly", matches = "true")
class KillWithDatabasesTest {
  private static final String ACCOUNT_KEY = "the-same-key-for-all-workers-of-this-test";

  @TempDir(cleanup = CleanupMode.NEVER)
  private static Path folder;

  private static Sandbox sandbox;
  private static Shop shop;
  private static DevServer temporal;
  private static Slot slot;

  @BeforeAll
  static void begin() {
    Path binary = RealTemporal.binary();
    sandbox =
        Sandbox.builder()
            .accessKey(World.ACCESS_KEY_ID, World.ACCESS_KEY_SECRET)
            .timings(SandboxTimings.instant())
            .dataPlane(MariaDbDataPlane.create(folder))
            .build()
            .start();
    // From now on it is this instant, though the damage is done some time later.
    assertThat(Story.BEFORE_DAMAGE).isBefore(Instant.now());
    shop = new Shop(sandbox);
    shop.run("SET foreign_key_checks = 0", "DELETE FROM shop.orders ORDER BY id LIMIT 1");
    temporal = DevServer.start(binary);
    slot =
        new Slot(
            temporal.address(),
            "default",
            ACCOUNT_KEY,
            WorkerCode.in(folder),
            folder.resolve("workers.log"),
            address -> {
              throw new UnsupportedOperationException("it stays");
            });
  }

  @AfterAll
  static void end() {
    if (slot != null) {
      slot.close();
      temporal.close();
      sandbox.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> theCopyIsExactWhateverWasKilled() {
    return Matrix.withDatabases().stream()
        .map(cell -> DynamicTest.dynamicTest(cell.id(), () -> assertEndsWell(cell)));
  }

  private static void assertEndsWell(Cell cell) {
    Ending ending = new CellRun(cell, slot, sandbox, Sandbox.SAMPLE_PRIMARY).run();
    shop.run("DROP DATABASE IF EXISTS shop_back");
    assertThat(ending.struck()).as("it was hit").isTrue();
    assertThat(ending.complaints(cell, new CloudLook(sandbox), null)).isEmpty();
    if (cell.end() == RestorePhase.COMPLETED) {
      assertThat(ending.report().verification().verdict())
          .isEqualTo(
              cell.story() == Story.DIFFERENT
                  ? VerificationSummary.ACCEPTED
                  : VerificationSummary.EQUAL);
    }
  }
}
