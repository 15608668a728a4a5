package io.rdsrestore.demo.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.demo.RealTemporal;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.DecisionReader;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.request.RequestReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Every command and every JSON that a document, a help or a message shows works as it stands. */
class DocumentedCommandsTest {
  /** A day after those in the examples, which must lie in the past. */
  private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

  /** What is left out on purpose, or stands for any command. */
  private static final Pattern SHORTENED = Pattern.compile(".*(?:\\.\\.\\.|…|<[a-z ]+>|COMMAND).*");

  /** A description behind an example of a help. */
  private static final Pattern BEHIND = Pattern.compile("\\s{2,}\\S.*$");

  private static final Pattern MENTIONED =
      Pattern.compile(
          "\\./rds-restore ([a-z][a-z-]*)((?: (?:--[a-z-]+|%[sd]|\\{\\d\\}|[A-Z][A-Z-]*))*)");

  /** Subcommands of the Temporal CLI, with the flags that we show. */
  private static final Map<String, Set<String>> TEMPORAL =
      Stream.of(
              "workflow start --type --task-queue --workflow-id --fail-existing --input-file --input",
              "workflow update execute --workflow-id --name --input",
              "workflow signal --workflow-id --name --input",
              "workflow query --workflow-id --type",
              "workflow metadata --workflow-id",
              "workflow describe --workflow-id",
              "workflow result --workflow-id",
              "workflow show --workflow-id",
              "workflow terminate --workflow-id --reason",
              "workflow list --query",
              "server start-dev --ui-codec-endpoint")
          .map(line -> line.split(" (?=--)", 2))
          .collect(Collectors.toMap(parts -> parts[0], parts -> Set.of(parts[1].split(" "))));

  /** Of every subcommand, as {@code temporal options} says. */
  private static final Set<String> TEMPORAL_OPTIONS = Set.of("--output", "--codec-endpoint");

  private static final Set<String> MENTIONED_ONLY = Set.of("workflow reset");

  @Test
  void ourOwnAreTaken() {
    List<String> wrong = new ArrayList<>();
    int seen = 0;
    for (Documents.Piece piece : Documents.code()) {
      for (List<String> words : commands(piece.text())) {
        if (words.get(0).equals("./rds-restore") || words.get(0).equals("rds-restore")) {
          seen++;
          OwnCommands.objection(words.subList(1, words.size()))
              .ifPresent(what -> wrong.add(piece + " -> " + what));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(seen).as("commands seen").isGreaterThan(150);
  }

  @Test
  void examplesOfHelpAreTaken() {
    List<String> wrong = new ArrayList<>();
    int seen = 0;
    for (CommandLine command : OwnCommands.all()) {
      String footer = String.join("\n", command.getCommandSpec().usageMessage().footer());
      for (String line : footer.replaceAll("\\\\\n\\s*", " ").lines().toList()) {
        for (List<String> words : commands(BEHIND.matcher(line.strip()).replaceFirst(""))) {
          if (words.get(0).endsWith("rds-restore") || words.get(0).equals("sandbox")) {
            seen++;
            OwnCommands.objection(
                    words.get(0).equals("sandbox") ? words : words.subList(1, words.size()))
                .ifPresent(what -> wrong.add(line + " -> " + what));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(seen).as("examples seen").isGreaterThan(50);
  }

  /** Of those in messages the name, and the options that follow it at once. */
  @Test
  void whatMessagesMentionThereIs() {
    List<String> wrong = new ArrayList<>();
    int seen = 0;
    for (Path file : sources()) {
      Matcher mentioned = MENTIONED.matcher(Documents.read(file));
      while (mentioned.find()) {
        seen++;
        Optional<CommandLine> command = OwnCommands.named(mentioned.group(1));
        List<String> unknown =
            Arrays.stream(mentioned.group(2).strip().split(" "))
                .filter(word -> word.startsWith("--"))
                .filter(
                    word ->
                        command.isEmpty()
                            || command.get().getCommandSpec().findOption(word) == null)
                .toList();
        if (command.isEmpty() || !unknown.isEmpty()) {
          wrong.add(file.getFileName() + ": " + mentioned.group());
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(seen).as("mentions seen").isGreaterThan(100);
  }

  private static List<Path> sources() {
    return Stream.of("workflows", "activities", "worker", "demo")
        .map(module -> Documents.project().resolve(module).resolve("src/main"))
        .flatMap(DocumentedCommandsTest::filesBelow)
        .filter(file -> file.toString().matches(".*\\.(java|json|phrases)"))
        .toList();
  }

  private static Stream<Path> filesBelow(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void thoseOfTemporalHaveAKnownShape() {
    List<String> wrong = new ArrayList<>();
    int seen = 0;
    for (Documents.Piece piece : Documents.code()) {
      for (List<String> words : commands(piece.text())) {
        if (words.get(0).equals("temporal") && words.size() > 1) {
          seen++;
          objectionOfTemporal(words).ifPresent(what -> wrong.add(piece + " -> " + what));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(seen).as("commands seen").isGreaterThan(100);
  }

  private static Optional<String> objectionOfTemporal(List<String> words) {
    List<String> names = words.stream().skip(1).takeWhile(word -> !word.startsWith("-")).toList();
    String name = String.join(" ", names);
    if (words.size() == names.size() + 1
        && (MENTIONED_ONLY.contains(name) || TEMPORAL.containsKey(name))) {
      return Optional.empty();
    }
    Set<String> flags = TEMPORAL.get(name);
    if (flags == null) {
      return Optional.of("there is no subcommand " + name);
    }
    List<String> unknown =
        words.stream()
            .filter(
                word ->
                    word.startsWith("--")
                        && !flags.contains(word)
                        && !TEMPORAL_OPTIONS.contains(word))
            .toList();
    if (!unknown.isEmpty()) {
      return Optional.of("it has no " + unknown);
    }
    Map<String, String> said = new TreeMap<>();
    for (int i = 0; i < words.size() - 1; i++) {
      if (words.get(i).startsWith("--")) {
        said.put(words.get(i), words.get(i + 1));
      }
    }
    return said.containsKey("--input") && !name.equals("workflow start")
        ? problemOfDecision(said.get("--name"), said.get("--input"))
        : Optional.empty();
  }

  private static Optional<String> problemOfDecision(String name, String json) {
    Action named =
        RestoreContract.NAMED_SIGNALS.contains(name)
            ? Arrays.stream(Action.values())
                .filter(action -> action.word().equals(name))
                .findFirst()
                .orElseThrow()
            : null;
    if (named == null && !RestoreContract.DECIDE.equals(name)) {
      return Optional.of("there is no signal " + name);
    }
    return Optional.ofNullable(
        DecisionReader.read(json.getBytes(StandardCharsets.UTF_8), named).problem());
  }

  /** What we say of the Temporal CLI is what it says itself. */
  @Test
  void theTemporalCliHasTheFlagsThatWeShow() throws Exception {
    Path binary = RealTemporal.binary();
    for (Map.Entry<String, Set<String>> shown : TEMPORAL.entrySet()) {
      String help = said(binary, shown.getKey() + " --help");
      assertThat(help).contains("temporal " + shown.getKey());
      assertThat(shown.getValue()).as(shown.getKey()).allMatch(flag -> isNamed(flag, help));
    }
    String options = said(binary, "options");
    assertThat(TEMPORAL_OPTIONS).allMatch(flag -> isNamed(flag, options));
  }

  private static boolean isNamed(String flag, String help) {
    return Pattern.compile(Pattern.quote(flag) + "[ ,\"\n]").matcher(help).find();
  }

  private static String said(Path binary, String arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(binary.toString()));
    command.addAll(List.of(arguments.split(" ")));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(arguments).isZero();
    return said;
  }

  @Test
  void requestsAreAccepted() {
    List<String> wrong = new ArrayList<>();
    int requests = 0;
    for (Documents.Piece piece : wholeJson()) {
      JsonNode json = parse(piece.text());
      if (json == null) {
        wrong.add(piece + " -> it is not JSON");
      } else if (json.has("regionId") && json.has("restoreTo")) {
        requests++;
        RequestReader.read(piece.text(), NOW)
            .problems()
            .forEach(problem -> wrong.add(piece + " -> " + problem));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(requests).as("requests").isGreaterThan(2);
  }

  private static List<Documents.Piece> wholeJson() {
    Path example = Documents.project().resolve("docs/examples/restore.json");
    return Stream.of(
            Documents.json().stream(),
            Stream.of(new Documents.Piece(example, Documents.read(example))),
            Documents.code().stream()
                .filter(piece -> piece.text().matches("\\{\".*\\}"))
                .filter(piece -> !SHORTENED.matcher(piece.text()).matches()))
        .flatMap(pieces -> pieces)
        .toList();
  }

  private static JsonNode parse(String text) {
    try {
      return RestoreJson.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static List<List<String>> commands(String text) {
    boolean ours =
        text.contains("rds-restore") || text.contains("temporal ") || text.startsWith("sandbox ");
    return !ours || SHORTENED.matcher(text).matches() || !isCommand(text)
        ? List.of()
        : ShellWords.commands(text).stream().filter(words -> !words.isEmpty()).toList();
  }

  /** Prose in a block of output has quotes that nobody closes. */
  private static boolean isCommand(String text) {
    return text.matches(
        "(?:\\./rds-restore|rds-restore|temporal (?:workflow|server)|sandbox|source|[a-z-]+ \\| (?:\\./)?rds-restore)(?: .*)?|.*&& (?:\\./)?rds-restore .*");
  }
}
