package io.rdsrestore.demo.killmatrix;

import io.rdsrestore.demo.RealTemporal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Cells with real databases, where the copy is compared, and tables are swapped. */
@Tag("alone")
class KillWithDatabasesTest {
  private static final boolean NIGHTLY = Boolean.getBoolean("rds-restore.nightly");

  @TempDir(cleanup = CleanupMode.NEVER)
  private static Path folder;

  private static Instant began;
  private static Lanes lanes;
  private static Results results;

  @BeforeAll
  static void begin() {
    began = Instant.now();
    results = new Results(chosen());
    lanes = new Lanes(RealTemporal.binary(), folder, results.cells());
  }

  private static List<Cell> chosen() {
    String alone = System.getProperty(Cell.PROPERTY);
    return Matrix.withDatabases().stream()
        .filter(cell -> alone == null ? NIGHTLY || cell.always() : cell.id().matches(alone))
        .toList();
  }

  @AfterAll
  static void end() {
    if (lanes != null) {
      lanes.close();
      results.write(Path.of("target", "kill-matrix-with-databases.md"));
      System.out.printf(
          "with databases: %s, in %d s%n",
          results.summary(), Duration.between(began, Instant.now()).toSeconds());
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCellEndsWell() {
    return results.tests(lanes::complaints);
  }
}
