package io.rdsrestore.worker.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rdsrestore.workflows.json.RestoreJson;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Text for people, or JSON for programs. */
public final class OutputOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec mixee;

  @Option(names = "--json", description = "Answer in JSON, for programs.")
  private boolean json;

  boolean isJson() {
    return json;
  }

  void lines(List<String> lines) {
    PrintWriter out = mixee.commandLine().getOut();
    lines.forEach(out::println);
    out.flush();
  }

  void line(String line) {
    lines(List.of(line));
  }

  /** A whole answer, over several lines. */
  void json(Object value) {
    try {
      line(RestoreJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer has no JSON", e);
    }
  }

  /** One of several answers, on a line of its own. */
  void jsonLine(Object value) {
    line(RestoreJson.write(value));
  }
}
