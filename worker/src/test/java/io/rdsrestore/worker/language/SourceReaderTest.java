package io.rdsrestore.worker.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as a text of a source. */
class SourceReaderTest {
  @TempDir private Path folder;

  @Test
  void literalsAreJoinedAndFormatsFilled() throws IOException {
    assertThat(texts("\"the clone is \" + \"kept until \" + until + \", by \" + who"))
        .containsExactly("the clone is kept until _, by _");
    assertThat(texts("\"%s of %d %% at %s\".formatted(one, two, \"the end\")"))
        .containsExactly("_ of _ % at the end");
  }

  @Test
  void bothBranchesOfAChoiceAreSaidAndOneConditionIsDecidedOnce() throws IOException {
    assertThat(texts("\"nobody \" + (late ? \"has come\" : who)"))
        .containsExactly("nobody has come", "nobody _");
    assertThat(texts("\"%s stand%s\".formatted(one ? \"it\" : \"they\", one ? \"s\" : \"\")"))
        .containsExactly("it stands", "they stand");
    assertThat(texts("Counted.of(n, \"row\") + (n == 1 ? \" is\" : \" are\") + \" left\""))
        .containsExactly("_ row is left", "_ rows are left");
  }

  @Test
  void whatFillsAHoleMayHaveTextsOfItsOwn() throws IOException {
    assertThat(texts("\"why: \" + because(\"nobody knows\")"))
        .containsExactly("why: _", "nobody knows");
  }

  @Test
  void whatNobodyReadsIsNoText() throws IOException {
    assertThat(texts("log.warn(\"it goes wrong\")")).isEmpty();
    assertThat(texts("new IllegalStateException(\"it goes wrong\")")).isEmpty();
    assertThat(texts("said.startsWith(\"it goes wrong\")")).isEmpty();
    assertThat(texts("new UserError(\"it goes wrong\")")).containsExactly("it goes wrong");
  }

  @Test
  void aTextThatTheBookDoesNotKnowIsNamed() {
    assertThat(new SourceText("here", "elephants never forget").unknown())
        .containsExactly("elephants never forget");
    assertThat(new SourceText("here", "  clone  the clone is being removed").unknown()).isEmpty();
    assertThat(new SourceText("here", "SELECT a FROM b\nWHERE c and d").unknown()).isEmpty();
  }

  private List<String> texts(String expression) throws IOException {
    Path file = folder.resolve("Said.java");
    Files.writeString(file, "class Said { Object said() { return %s; } }".formatted(expression));
    return SourceReader.of(List.of(file)).stream()
        .map(text -> text.template().replace(SourceText.HOLE, '_'))
        .toList();
  }
}
