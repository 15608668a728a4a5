package io.rdsrestore.demo.killmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    assertThat(Matrix.cells()).extracting(Cell::id).doesNotHaveDuplicates();
  }

  private static String table() {
    List<Cell> cells = Matrix.cells();
    StringBuilder text = new StringBuilder();
    text.append(
        "%d cells; %d of them in every build.\n\n"
            .formatted(cells.size(), cells.stream().filter(Cell::always).count()));
    Map<String, String> words = new LinkedHashMap<>();
    cells.forEach(cell -> words.putIfAbsent(cell.what().id(), cell.what().words()));
    text.append("| what | what happens |\n|---|---|\n");
    words.forEach((id, said) -> text.append("| `%s` | %s |\n".formatted(id, said)));
    text.append("\n| cell | runs | outcome |\n|---|---|---|\n");
    for (Cell cell : cells) {
      text.append(
          "| `%s` | %s | %s |\n"
              .formatted(cell.id(), cell.always() ? "every build" : "nightly", cell.outcome()));
    }
    return text.toString();
  }
}
