package io.rdsrestore.worker.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.Counted;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.request.JsonField;
import io.rdsrestore.workflows.request.RequestProblem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A configuration file in JSON. Read strictly: what nobody understands would be missed only in the
 * night in which it is needed.
 */
public final class StrictFile {
  /** Of an object, and of what the parser has something to say about. */
  private static final String BEGINS_OF_JSON = "{[\"";

  private StrictFile() {}

  /**
   * Reads it.
   *
   * @param what it is, as in "The notification file"
   * @param parse notes every problem under its field; may return null if there is one
   * @param inspect looks at what has no problem by itself: whether all is there that it refers to
   * @throws UserError that names every problem, and no value
   */
  public static <T> T read(
      Path file,
      String what,
      Function<JsonField, T> parse,
      BiConsumer<T, List<RequestProblem>> inspect) {
    String text = text(file, what);
    List<RequestProblem> problems = new ArrayList<>();
    T read = parse(text, parse, problems);
    if (problems.isEmpty()) {
      inspect.accept(read, problems);
    }
    if (!problems.isEmpty()) {
      throw new UserError(
          ExitCode.USAGE,
          "The %s file %s has %s:%n%s"
              .formatted(
                  what,
                  file,
                  Counted.of(problems.size(), "problem"),
                  problems.stream()
                      .map(problem -> "  " + problem)
                      .collect(Collectors.joining(System.lineSeparator()))));
    }
    return read;
  }

  private static String text(Path file, String what) {
    try {
      return FileText.of(Files.readAllBytes(file));
    } catch (CharacterCodingException e) {
      throw new UserError(
          ExitCode.USAGE,
          "The %s file %s is not UTF-8: save it as UTF-8.".formatted(what, file),
          e);
    } catch (NoSuchFileException e) {
      throw new UserError(ExitCode.USAGE, "The %s file %s is not there.".formatted(what, file), e);
    } catch (IOException e) {
      throw new UserError(
          ExitCode.USAGE, "The %s file %s cannot be read.".formatted(what, file), e);
    }
  }

  private static <T> T parse(
      String text, Function<JsonField, T> parse, List<RequestProblem> problems) {
    String start = text.strip();
    if (start.isEmpty()) {
      problems.add(new RequestProblem("", "it is empty"));
      return null;
    }
    if (BEGINS_OF_JSON.indexOf(start.charAt(0)) < 0) {
      problems.add(new RequestProblem("", "it is not JSON, which begins with {; YAML is not read"));
      return null;
    }
    JsonNode root;
    try {
      root =
          RestoreJson.mapper()
              .reader()
              .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
              .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .readTree(text);
    } catch (JsonProcessingException e) {
      // Its text quotes what it found, which may be a secret by mistake.
      problems.add(
          new RequestProblem(
              "",
              e.getLocation() == null
                  ? "it is not JSON, or has a field twice"
                  : "it is not JSON, or has a field twice, at line %d, column %d"
                      .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr())));
      return null;
    }
    return parse.apply(JsonField.root(root, problems));
  }
}
