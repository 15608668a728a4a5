package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.language.Language;
import org.junit.jupiter.api.Test;

/** Text with lines of its own does not break the page that it stands in. */
class OutputOptionsTest {

  @Test
  void furtherLinesStayWithinTheirPlace() {
    assertThat(OutputOptions.indented("    remedy: CREATE TRIGGER t\nBEGIN\n  SET x = 1;\nEND"))
        .containsExactly(
            "    remedy: CREATE TRIGGER t", "        BEGIN", "          SET x = 1;", "        END");
    assertThat(OutputOptions.indented("")).containsExactly("");
  }

  @Test
  void aTableKeepsThemInTheirColumn() {
    TextTable table = new TextTable(new Speaker(Language.EN));
    table.row("sql", 6, "CREATE TRIGGER t\nBEGIN");

    assertThat(table.lines()).containsExactly("sql   CREATE TRIGGER t", "      BEGIN");
  }
}
