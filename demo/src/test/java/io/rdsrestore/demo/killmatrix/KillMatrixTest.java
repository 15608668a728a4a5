package io.rdsrestore.demo.killmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.demo.RealTemporal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The kill matrix: restores that are hit at every point, on a real Temporal server with real worker
 * processes, against a cloud without databases.
 */
@Tag("alone")
class KillMatrixTest {
  private static final boolean NIGHTLY = Boolean.getBoolean("rds-restore.nightly");

  private static Instant began;
  private static Slots slots;
  private static Results results;

  @BeforeAll
  static void begin() {
    began = Instant.now();
    results = new Results(chosen());
    slots = new Slots(RealTemporal.binary(), results.cells());
  }

  private static List<Cell> chosen() {
    String alone = System.getProperty(Cell.PROPERTY);
    List<Cell> chosen =
        Matrix.cells().stream()
            .filter(cell -> alone == null ? NIGHTLY || cell.always() : cell.id().matches(alone))
            .toList();
    assertThat(chosen).as("cells named " + alone).isNotEmpty();
    return chosen;
  }

  @AfterAll
  static void end() {
    if (slots != null) {
      slots.close();
      results.write(Path.of("target", "kill-matrix.md"));
      System.out.printf(
          "%s, in %d s%n", results.summary(), Duration.between(began, Instant.now()).toSeconds());
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCellEndsWell() {
    return results.tests(slots::complaints);
  }

  /** No call that changes something may be missing in the matrix, and none be there in vain. */
  @TestFactory
  Stream<DynamicTest> theMatrixHoldsEveryCall() {
    return Arrays.stream(Story.values())
        .filter(slots::isRun)
        .map(
            story ->
                DynamicTest.dynamicTest(
                    story.name(),
                    () -> {
                      List<Point.OnCall> calls = slots.calm(story).calls();
                      assertThat(Matrix.missing(story, calls))
                          .as("calls of the calm run that have no cell")
                          .isEmpty();
                      assertThat(Matrix.unmade(story, calls))
                          .as("calls with a cell that the calm run does not make: " + calls)
                          .isEmpty();
                    }));
  }
}
