package io.rdsrestore.worker.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.config.FileText;
import io.rdsrestore.workflows.Counted;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.language.Language;
import io.rdsrestore.workflows.request.ReadRequest;
import io.rdsrestore.workflows.request.RequestProblem;
import io.rdsrestore.workflows.request.RequestReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
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
      return FileText.of(bytes);
    } catch (CharacterCodingException e) {
      throw new UserError(
          ExitCode.USAGE, "The file %s is not UTF-8: save it as UTF-8.".formatted(file), e);
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

  /** A request that is valid, with the fields that were written and no others. */
  static JsonNode tree(String json) {
    try {
      return RestoreJson.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a valid request is no JSON", e);
    }
  }

  /**
   * The language of a restore is for all who look at it, so only its request says it, and not the
   * terminal of whoever starts it; who is spoken to in another one is told.
   */
  void tellLanguage(String text, OutputOptions output) {
    if (!output.isJson()
        && output.speaker().language() != Language.EN
        && !tree(text).has("language")) {
      output.line(
          "The request names no language, so the restore's page in Temporal's Web UI and its notifications are in English; \"language\": \"zh\" in the request makes them Chinese.");
    }
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
