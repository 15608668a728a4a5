package io.rdsrestore.demo.documents;

import io.rdsrestore.demo.Demo;
import io.rdsrestore.sandbox.SandboxMain;
import io.rdsrestore.worker.RdsRestore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Our own commands, as the launcher knows them. */
final class OwnCommands {
  private static final CommandLine WORKER = RdsRestore.commandLine();
  private static final CommandLine DEMO = new CommandLine(new Demo());
  private static final CommandLine SANDBOX =
      new CommandLine(
          new SandboxMain(
              program -> {
                throw new IllegalStateException("only parsed");
              }));

  private OwnCommands() {}

  /** The one of a name, with its options. */
  static Optional<CommandLine> named(String name) {
    return switch (name) {
      case "demo" -> Optional.of(DEMO);
      case "sandbox" -> Optional.of(SANDBOX);
      default -> Optional.ofNullable(WORKER.getSubcommands().get(name));
    };
  }

  /** All there are, with the whole, for their help. */
  static List<CommandLine> all() {
    return Stream.concat(
            Stream.of(DEMO, SANDBOX, WORKER), WORKER.getSubcommands().values().stream())
        .toList();
  }

  /**
   * Why a command is not taken; empty if it is.
   *
   * @param words what follows {@code ./rds-restore}; a name alone only has to be one
   */
  static Optional<String> objection(List<String> words) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    boolean isCommand = !words.get(0).startsWith("-");
    if (isCommand && named(words.get(0)).isEmpty()) {
      return Optional.of("there is no command " + words.get(0));
    }
    if (isCommand && words.size() == 1) {
      return Optional.empty();
    }
    return words.get(0).equals("demo") || words.get(0).equals("sandbox")
        ? parsed(named(words.get(0)).orElseThrow(), words.subList(1, words.size()))
        : parsed(WORKER, words);
  }

  private static Optional<String> parsed(CommandLine command, List<String> words) {
    try {
      var unused = command.parseArgs(words.toArray(String[]::new));
      return Optional.empty();
    } catch (ParameterException e) {
      return Optional.of(e.getMessage());
    }
  }
}
