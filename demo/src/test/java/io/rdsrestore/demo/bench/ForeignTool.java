package io.rdsrestore.demo.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A tool of others that compares tables, if it is on this machine: where an environment variable
 * says, or on the PATH.
 *
 * @param name its program
 * @param program where that is; null if nowhere
 */
record ForeignTool(String name, Path program) {

  /** Looks for it. */
  static ForeignTool find(String name, String variable) {
    String named = System.getenv(variable);
    Stream<Path> places =
        named != null
            ? Stream.of(Path.of(named))
            : Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .map(folder -> Path.of(folder, name));
    return new ForeignTool(name, places.filter(Files::isExecutable).findFirst().orElse(null));
  }

  boolean isThere() {
    return program != null;
  }

  /** Runs it to its end, which must be a good one; what it said. */
  String run(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(arguments);
    try {
      Path said = Files.createTempFile(name, ".txt");
      try {
        int exit =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        String text = Files.readString(said);
        if (exit != 0) {
          throw new IllegalStateException("%s ended with %d: %s".formatted(name, exit, text));
        }
        return text;
      } finally {
        Files.delete(said);
      }
    } catch (IOException e) {
      throw new IllegalStateException(name + " does not run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", e);
    }
  }
}
