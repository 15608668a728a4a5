package io.rdsrestore.demo.killmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** How the cells of one run have ended. */
final class Results {
  private final List<Cell> cells;
  private final Map<Cell, List<String>> complaints = new LinkedHashMap<>();

  Results(List<Cell> cells) {
    this.cells = cells;
  }

  List<Cell> cells() {
    return cells;
  }

  /**
   * A test for each cell: nothing may be wrong with it.
   *
   * @param found waits for its end; all that was not as it has to be
   */
  Stream<DynamicTest> tests(Function<Cell, List<String>> found) {
    return cells.stream()
        .map(
            cell ->
                DynamicTest.dynamicTest(
                    cell.id(),
                    () -> {
                      List<String> wrong = found.apply(cell);
                      add(cell, wrong);
                      assertThat(wrong).as(cell.toRunItAlone()).isEmpty();
                    }));
  }

  private synchronized void add(Cell cell, List<String> found) {
    complaints.put(cell, found);
  }

  /** {@code kill matrix: 90 cells, 90 passed}. */
  synchronized String summary() {
    return "kill matrix: %d cells, %d passed"
        .formatted(cells.size(), complaints.values().stream().filter(List::isEmpty).count());
  }

  /** The table of the page, with how each has ended in this run. */
  synchronized void write(Path file) {
    StringBuilder table = new StringBuilder("| cell | outcome |\n|---|---|\n");
    for (Cell cell : cells) {
      List<String> found = complaints.get(cell);
      String outcome =
          found == null
              ? "not run to its end"
              : found.isEmpty() ? cell.outcome() : "FAILED: " + String.join("; ", found);
      table.append("| `%s` | %s |\n".formatted(cell.id(), outcome.replace("\n", " ")));
    }
    try {
      Files.writeString(file, table + "\n" + summary() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
