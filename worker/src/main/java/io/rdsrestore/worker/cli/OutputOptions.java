package io.rdsrestore.worker.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rdsrestore.workflows.json.RestoreJson;
import java.io.PrintWriter;
import java.util.ArrayList;
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

  /** Of this command, where they stand in options of others: picocli names only those. */
  OutputOptions in(CommandSpec command) {
    mixee = command;
    return this;
  }

  /** Where answers go. */
  PrintWriter out() {
    return mixee.commandLine().getOut();
  }

  /** In the language of whoever reads them. */
  void lines(List<String> lines) {
    Speaker speaker = speaker();
    asTheyAre(lines.stream().map(speaker::line).toList());
  }

  void line(String line) {
    lines(List.of(line));
  }

  /** Lines that are said already. */
  void asTheyAre(List<String> lines) {
    print(lines.stream().flatMap(line -> indented(line).stream()).toList());
  }

  /** Whoever speaks for this command. */
  Speaker speaker() {
    return Speaker.of(mixee);
  }

  private void print(List<String> lines) {
    PrintWriter out = out();
    lines.forEach(out::println);
    out.flush();
  }

  /** Text in it that has lines of its own, as SQL has, stays within its place. */
  static List<String> indented(String line) {
    String margin = " ".repeat(line.length() - line.stripLeading().length() + 4);
    List<String> all = new ArrayList<>(line.lines().toList());
    for (int i = 1; i < all.size(); i++) {
      all.set(i, margin + all.get(i));
    }
    return all.isEmpty() ? List.of("") : all;
  }

  /** A whole answer, over several lines. */
  void json(Object value) {
    try {
      print(
          List.of(RestoreJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer has no JSON", e);
    }
  }

  /** One of several answers, on a line of its own. */
  void jsonLine(Object value) {
    print(List.of(RestoreJson.write(value)));
  }
}
