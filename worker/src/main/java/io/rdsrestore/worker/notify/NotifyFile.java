package io.rdsrestore.worker.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.activities.notify.ChannelAddress;
import io.rdsrestore.activities.notify.NotifySettings;
import io.rdsrestore.activities.secret.SecretResolver;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.Counted;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.request.JsonField;
import io.rdsrestore.workflows.request.RequestProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The file that says whom a worker tells. Read strictly: what nobody understands would be missed
 * only in the night in which nobody comes.
 */
public final class NotifyFile {
  private NotifyFile() {}

  /**
   * Reads it, and looks whether all that it refers to is there.
   *
   * @throws UserError that names every problem, and no value
   */
  public static NotifySettings read(Path file, SecretResolver secrets) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new UserError(
          ExitCode.USAGE, "The notification file %s cannot be read.".formatted(file), e);
    }
    List<RequestProblem> problems = new ArrayList<>();
    NotifySettings settings = parse(text, problems);
    if (problems.isEmpty()) {
      settings
          .channels()
          .values()
          .forEach(
              channel ->
                  ChannelAddress.problem(channel, secrets)
                      .map(what -> new RequestProblem("channels." + channel.name(), what))
                      .ifPresent(problems::add));
    }
    if (!problems.isEmpty()) {
      throw new UserError(
          ExitCode.USAGE,
          "The notification file %s has %s:%n%s"
              .formatted(
                  file,
                  Counted.of(problems.size(), "problem"),
                  problems.stream()
                      .map(problem -> "  " + problem)
                      .collect(Collectors.joining(System.lineSeparator()))));
    }
    return settings;
  }

  private static NotifySettings parse(String text, List<RequestProblem> problems) {
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
    return NotifySettingsReader.read(JsonField.root(root, problems));
  }
}
