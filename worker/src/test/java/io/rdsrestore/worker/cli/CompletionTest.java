package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.worker.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The completion script, in a real bash. */
class CompletionTest {
  @TempDir private Path temp;

  @Test
  void bashCompletesCommandsAndOptions() throws Exception {
    assertThat(completions("rds-restore", "hand")).containsExactly("handover");
    assertThat(completions("rds-restore", "watch", "--thr")).containsExactly("--through-gates");
    assertThat(completions("rds-restore", "merge", "--mode", "''"))
        .containsExactly("missing", "changed", "both");
  }

  @Test
  void anotherShellIsRefused() {
    assertThat(Answer.to("completion", "fish").code()).isEqualTo(ExitCode.USAGE);
  }

  private String[] completions(String... words) throws IOException, InterruptedException {
    Path script = temp.resolve("completion.bash");
    Files.writeString(
        script,
        Answer.to("completion", "bash").out()
            + "\nCOMP_WORDS=(%s)\nCOMP_CWORD=%d\n_complete_rds-restore\nprintf '%%s\\n' \"${COMPREPLY[@]}\"\n"
                .formatted(String.join(" ", words), words.length - 1));
    Process bash =
        new ProcessBuilder("bash", "--norc", script.toString())
            // Outside of a real completion bash complains of the options that it cannot set.
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(said).isZero();
    return said.lines().map(String::strip).filter(line -> !line.isEmpty()).toArray(String[]::new);
  }
}
