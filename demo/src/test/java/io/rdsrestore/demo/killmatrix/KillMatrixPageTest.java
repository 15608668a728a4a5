package io.rdsrestore.demo.killmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ascii;
import io.rdsrestore.workflows.activity.DtsActivities;
import io.rdsrestore.workflows.activity.RdsActivities;
import io.rdsrestore.workflows.decision.GateKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about the matrix names the very cells of the code, and what each must come to. */
class KillMatrixPageTest {
  private static final Path PAGE = Path.of("..", "docs", "kill-matrix.md");
  private static final String BEGIN = "<!-- generated: begin -->\n";
  private static final String END = "<!-- generated: end -->\n";

  @Test
  void thePageHoldsTheCells() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    String generated = page.substring(0, begin) + table() + page.substring(page.indexOf(END));
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, generated);
      page = generated;
    }
    assertThat(page)
        .as(
            "docs/kill-matrix.md is not what is generated. Write it anew:"
                + " ./mvnw -q test -pl demo -am -Dtest=KillMatrixPageTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.write=true")
        .isEqualTo(generated);
  }

  @Test
  void everyCellHasANameOfItsOwn() {
    assertThat(Stream.concat(Matrix.cells().stream(), Matrix.withDatabases().stream()))
        .extracting(Cell::id)
        .doesNotHaveDuplicates();
  }

  @Test
  void aWorkerIsKilledAtEveryWaitAndEveryKindOfGate() {
    Set<String> points =
        Stream.concat(Matrix.cells().stream(), Matrix.withDatabases().stream())
            .filter(cell -> cell.what() == Deed.KILL)
            .map(cell -> cell.point().id().replaceFirst("-\\d+$", ""))
            .collect(Collectors.toSet());
    Stream<String> gates = Stream.of(GateKind.values()).map(GateKind::word);
    Stream<String> waits =
        Stream.of(RdsActivities.class, DtsActivities.class)
            .flatMap(activities -> Stream.of(activities.getMethods()))
            .map(
                method ->
                    Ascii.toUpperCase(method.getName().charAt(0)) + method.getName().substring(1))
            .filter(name -> name.startsWith("Await"));
    assertThat(points).containsAll(Stream.concat(gates, waits).toList());
  }

  private static String table() {
    List<Cell> cells = Matrix.cells();
    List<Cell> withDatabases = Matrix.withDatabases();
    StringBuilder text = new StringBuilder();
    text.append("%s; with databases %s.\n\n".formatted(howMany(cells), howMany(withDatabases)));
    Map<String, String> words = new LinkedHashMap<>();
    Stream.concat(cells.stream(), withDatabases.stream())
        .forEach(cell -> words.putIfAbsent(cell.what().id(), cell.what().words()));
    text.append("| what | what happens |\n|---|---|\n");
    words.forEach((id, said) -> text.append("| `%s` | %s |\n".formatted(id, said)));
    text.append("\n| cell | runs | outcome |\n|---|---|---|\n");
    rows(text, cells);
    text.append("\nWith databases, in `KillWithDatabasesTest`:\n");
    text.append("\n| cell | runs | outcome |\n|---|---|---|\n");
    rows(text, withDatabases);
    return text.toString();
  }

  private static String howMany(List<Cell> cells) {
    return "%d cells, %d of them in every build"
        .formatted(cells.size(), cells.stream().filter(Cell::always).count());
  }

  private static void rows(StringBuilder text, List<Cell> cells) {
    for (Cell cell : cells) {
      text.append(
          "| `%s` | %s | %s |\n"
              .formatted(cell.id(), cell.always() ? "every build" : "nightly", cell.outcome()));
    }
  }
}
