package io.rdsrestore.demo.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.demo.oracle.Observation;
import io.rdsrestore.demo.oracle.PrimaryKind;
import io.rdsrestore.demo.simulation.Simulation.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationTest {
  private static final Path FILE = Path.of("target", "simulation.txt");
  private static final int SQL_SERVER_SEEDS = 20;
  private static final int MOST_SEEDS_FOR_A_DEFECT = 200;

  @Test
  void I1_I2_I3_I4_I5_I6_I9_holdForEverySeed() throws IOException {
    long only = Long.getLong("rds-restore.seed", -1);
    long first = only >= 0 ? only : Long.getLong("rds-restore.firstSeed", 1);
    int count = only >= 0 ? 1 : Integer.getInteger("rds-restore.seeds", usual());
    Seeds seeds = new Seeds(Defect.NONE, PrimaryKind.asked());
    List<Result> results = seeds.run(first, count);
    String figures =
        "%s; begun again, since the test server had lost a task: %d"
            .formatted(figures(results), seeds.begunAgain());
    Files.createDirectories(FILE.getParent());
    Files.writeString(FILE, figures + System.lineSeparator());
    System.out.println(figures);
    if (only >= 0) {
      results.forEach(System.out::println);
    }
    assertThat(results).hasSize(count);
    List<Result> broken = results.stream().filter(one -> !one.violations().isEmpty()).toList();
    assertThat(broken.stream().limit(5).map(Result::toString).collect(Collectors.joining("\n")))
        .as("%d of %d seeds violate something", broken.size(), count)
        .isEmpty();
  }

  @Test
  void someSeedsHoldForSqlServerToo() {
    List<Result> results = new Seeds(Defect.NONE, PrimaryKind.SQL_SERVER).run(1, SQL_SERVER_SEEDS);

    assertThat(results)
        .filteredOn(one -> !one.violations().isEmpty())
        .extracting(Result::toString)
        .isEmpty();
    assertThat(results)
        .as("restores that bought something")
        .anyMatch(one -> !one.seen().ledger().isEmpty());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void everyPlantedDefectIsFound(Defect defect) {
    Seeds seeds = new Seeds(defect, PrimaryKind.MYSQL);
    long tried = seeds.firstViolation(1, MOST_SEEDS_FOR_A_DEFECT);
    System.out.printf("%s was found after %d seeds%n", defect, tried);
    assertThat(tried).as("seeds until " + defect + " is found").isPositive();
  }

  private static int usual() {
    return Boolean.getBoolean("rds-restore.nightly") ? 10_000 : 500;
  }

  private static String figures(List<Result> results) {
    Map<String, Long> ends =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    one -> Simulation.end(one.seen()), TreeMap::new, Collectors.counting()));
    return "seeds %d: %s; purchases %d, double %d, unapproved %d, orphans %d, stuck %d"
        .formatted(
            results.size(),
            ends,
            results.stream().map(Result::seen).map(Observation::ledger).mapToInt(List::size).sum(),
            count(results, "I1"),
            count(results, "I2"),
            count(results, "I6", "is left"),
            count(results, "I6", "it has not ended"));
  }

  private static long count(List<Result> results, String... parts) {
    return results.stream()
        .flatMap(one -> one.violations().stream())
        .filter(violation -> List.of(parts).stream().allMatch(violation::contains))
        .count();
  }
}
