package io.rdsrestore.sandbox.dataplane;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a server has written before it ended; its file goes with the instance. */
final class ServerLog {
  private static final int LINES = 5;

  private ServerLog() {}

  /** The errors in the file, or its last lines if it names none. */
  static String why(Path log) {
    try {
      // Not only UTF-8: the server writes what it was given.
      List<String> lines = Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
      List<String> errors =
          lines.stream().filter(line -> line.toUpperCase(Locale.ROOT).contains("ERROR")).toList();
      List<String> telling = errors.isEmpty() ? lines : errors;
      return String.join(
          "; ", telling.subList(Math.max(0, telling.size() - LINES), telling.size()));
    } catch (IOException e) {
      return "it has written nothing";
    }
  }
}
