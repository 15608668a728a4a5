package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.Counted;
import io.rdsrestore.workflows.request.ReadRequest;
import io.rdsrestore.workflows.request.RequestProblem;
import io.rdsrestore.workflows.request.RequestReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A request in a file or on standard input, checked before anything is done with it. */
public final class RequestFile {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec mixee;

  @Option(
      names = {"-f", "--file"},
      required = true,
      paramLabel = "FILE",
      description = "The request, JSON; - reads standard input.")
  private String file;

  /** As it was written. */
  String text() {
    return text(file);
  }

  /**
   * Likewise, of a command that may do without.
   *
   * @param file {@code -} for standard input
   */
  static String text(String file) {
    try {
      byte[] bytes =
          file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new UserError(ExitCode.USAGE, "The file %s is not there.".formatted(file), e);
    } catch (IOException e) {
      throw new UserError(ExitCode.USAGE, "The file %s cannot be read.".formatted(file), e);
    }
  }

  /** Reads it as strictly as the workflow does; all problems are told if there are any. */
  ReadRequest check(String text, OutputOptions output) {
    ReadRequest checked = RequestReader.read(text, Instant.now());
    if (!checked.isValid()) {
      tell(checked.problems(), output);
    }
    return checked;
  }

  private void tell(List<RequestProblem> problems, OutputOptions output) {
    if (output.isJson()) {
      output.json(Map.of("problems", problems));
      return;
    }
    PrintWriter err = mixee.commandLine().getErr();
    Speaker speaker = output.speaker();
    err.println(
        speaker.text(
            "The request has %s; nothing was started."
                .formatted(Counted.of(problems.size(), "problem"))));
    problems.forEach(problem -> err.println("  " + speaker.text(problem.toString())));
    err.flush();
  }
}
