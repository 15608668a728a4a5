package io.rdsrestore.workflows.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureDiffTest {
  private static TableStructure table(Long autoIncrement) {
    return new TableStructure(
        new QualifiedName("shop", "orders"),
        "InnoDB",
        "utf8mb4_bin",
        "",
        "",
        autoIncrement,
        0,
        List.of(),
        List.of(),
        List.of(),
        new TreeMap<>(),
        List.of());
  }

  /** MySQL 8.0 may tell no next number of an empty table: then it is the first. */
  @ParameterizedTest
  @CsvSource({"1, , true", ", 1, true", ", , true", "7, 9, true", "9, 7, false", "2, , false"})
  void theNextNumberMayBeFurtherOn(Long source, Long target, boolean same) {
    List<Difference> found =
        StructureDiff.tables(table(source), table(target), new NameMap(Map.of(), Map.of()));

    if (same) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).extracting(Difference::what).containsExactly("AUTO_INCREMENT");
    }
  }
}
