package io.rdsrestore.demo.killmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.demo.RealTemporal;
import io.rdsrestore.demo.oracle.PrimaryKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The kill matrix: restores that are hit at every point, on a real Temporal server with real worker
 * processes, against a cloud without databases.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("io.rdsrestore.demo.oracle.PrimaryKind#each")
@Tag("alone")
class KillMatrixTest {
  private static final boolean NIGHTLY = Boolean.getBoolean("rds-restore.nightly");

  /** What every build plays on SQL Server: where a call is made in another way there. */
  private static final Set<String> OF_SQL_SERVER =
      Set.of(
          "CloneDBInstance/afterCommit/kill",
          "ConfigureDtsJob/afterCommit/kill",
          "CreateDtsInstance/afterAnswer/kill",
          "GrantAccountPrivilege/afterCommit/kill");

  @Parameter PrimaryKind kind;

  private static Instant began;
  private static Slots slots;
  private static Results results;

  @BeforeParameterizedClassInvocation
  static void begin(PrimaryKind kind) {
    began = Instant.now();
    results = new Results(chosen(kind));
    slots = new Slots(RealTemporal.binary(), results.cells(), kind);
  }

  private static List<Cell> chosen(PrimaryKind kind) {
    String alone = System.getProperty(Cell.PROPERTY);
    List<Cell> chosen =
        Matrix.cells().stream()
            .filter(
                cell ->
                    alone == null
                        ? NIGHTLY || isInEveryBuild(cell, kind)
                        : cell.id().matches(alone))
            .toList();
    assertThat(chosen).as("cells named " + alone).isNotEmpty();
    return chosen;
  }

  private static boolean isInEveryBuild(Cell cell, PrimaryKind kind) {
    return kind.isSqlServer() ? OF_SQL_SERVER.contains(cell.id()) : cell.always();
  }

  @AfterParameterizedClassInvocation
  static void end(PrimaryKind kind) {
    if (slots == null) {
      // Where there is no Temporal server nothing has begun.
      return;
    }
    slots.close();
    slots = null;
    results.write(
        Path.of("target", kind.isSqlServer() ? "kill-matrix-sql-server.md" : "kill-matrix.md"));
    System.out.printf(
        "%s: %s, in %d s%n",
        kind, results.summary(), Duration.between(began, Instant.now()).toSeconds());
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
