package io.rdsrestore.sandbox.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/assumptions.md} against the variants that the code has. */
class AssumptionsTest {
  private static final Pattern ANSWER = Pattern.compile("`([a-z][A-Za-z]+)=([^`]+)`");

  @Test
  void everyAnswerIsExplainedAndNothingElse() throws IOException {
    Set<String> written = new TreeSet<>();
    for (String row : rows()) {
      var answers = ANSWER.matcher(row.split(" \\| ", -1)[2]);
      while (answers.find()) {
        written.add(answers.group(1) + "=" + answers.group(2));
      }
    }
    List<String> plausible =
        Arrays.stream(Variant.values())
            .flatMap(
                variant -> variant.plausible().stream().skip(1).map(value -> variant + "=" + value))
            .toList();
    assertThat(written).containsExactlyInAnyOrderElementsOf(plausible);
  }

  @Test
  void everyRowSaysWhatItMeansAndHowToFindOut() throws IOException {
    assertThat(rows())
        .hasSizeGreaterThan(40)
        .allSatisfy(
            row -> {
              String[] cells = row.split(" \\| ", -1);
              assertThat(cells).hasSize(5);
              assertThat(cells[1]).isNotBlank();
              assertThat(cells[3]).isNotBlank();
              assertThat(cells[4]).isNotBlank();
            });
  }

  private static List<String> rows() throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docs/assumptions.md"))) {
      folder = folder.getParent();
    }
    return Files.readAllLines(folder.resolve("docs/assumptions.md")).stream()
        .filter(line -> line.matches("\\| \\d+ \\|.*"))
        .toList();
  }
}
