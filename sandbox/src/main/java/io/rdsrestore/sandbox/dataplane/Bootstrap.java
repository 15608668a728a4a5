package io.rdsrestore.sandbox.dataplane;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run of a server that reads SQL and ends: how an empty data directory is made. */
final class Bootstrap {
  private final Path dataDir;
  private final List<String> command;

  /**
   * @param command the server and its options
   * @param mode the options by which it reads SQL from its input and ends
   */
  private Bootstrap(Path dataDir, List<String> command, List<String> mode) {
    this.dataDir = dataDir;
    this.command = new ArrayList<>(command);
    this.command.addAll(mode);
  }

  /** Of a server that is told its system tables. */
  static Bootstrap told(Path dataDir, List<String> command) {
    return new Bootstrap(dataDir, command, List.of("--bootstrap"));
  }

  /** Of one that makes its system tables itself, and an account {@code root} of this machine. */
  static Bootstrap byItself(Path dataDir, List<String> command) {
    return new Bootstrap(
        dataDir, command, List.of("--initialize-insecure", "--init-file=/dev/stdin"));
  }

  /** What the server reads, in order. */
  interface Script {
    void writeTo(OutputStream sql) throws IOException;
  }

  /** In this mode a statement ends with the line. */
  static Script statements(String... statements) {
    byte[] text = (String.join(";\n", statements) + ";\n").getBytes(StandardCharsets.UTF_8);
    return sql -> sql.write(text);
  }

  static Script file(Path file) {
    return sql -> {
      Files.copy(file, sql);
      sql.write('\n');
    };
  }

  /**
   * Makes the data directory.
   *
   * @throws IOException if the server refuses something, with its words
   */
  void run(List<Script> scripts) throws IOException {
    Files.createDirectories(dataDir);
    Path log = dataDir.resolveSibling("initialise.log");
    Process bootstrap =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try (OutputStream sql = bootstrap.getOutputStream()) {
      for (Script script : scripts) {
        script.writeTo(sql);
      }
    }
    try {
      if (bootstrap.waitFor() != 0) {
        throw new IOException("the data directory could not be made: " + ServerLog.why(log));
      }
    } catch (InterruptedException e) {
      bootstrap.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a data directory was made", e);
    }
  }
}
