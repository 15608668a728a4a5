package io.rdsrestore.sandbox.dataplane;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The database server that stands behind the instances of a sandbox. */
public final class DatabaseProgram {
  private static final Pattern VERSION = Pattern.compile("Ver (\\d+\\.\\d+)(\\.\\d+)\\S*");

  private final String title;
  private final ServerKind kind;

  private DatabaseProgram(String title, ServerKind kind) {
    this.title = title;
    this.kind = kind;
  }

  /**
   * The MariaDB that comes with the sandbox, unpacked if it is not yet. Its instances are MySQL 5.7
   * to their clients.
   *
   * @throws DataPlaneException if this machine cannot run it
   */
  public static DatabaseProgram mariaDb() {
    return new DatabaseProgram("MariaDB 11.4.5", new MariaDbKind(MariaDbBinaries.unpacked()));
  }

  /**
   * A server that somebody has unpacked: MySQL 5.5, 5.6, 5.7 or 8.0, or MariaDB 11.4.
   *
   * @param baseDir the folder with {@code bin} and {@code share}
   * @throws IllegalArgumentException if it holds no such server, or one that does not run here; the
   *     message says why
   */
  public static DatabaseProgram unpackedIn(Path baseDir) {
    Path home = baseDir.toAbsolutePath().normalize();
    boolean isMariaDb = Files.isRegularFile(home.resolve("bin/mariadbd"));
    List<String> program =
        isMariaDb ? List.of(home.resolve("bin/mariadbd").toString()) : MySqlKind.program(home);
    Path server = Path.of(program.get(program.size() - 1));
    if (!Files.isExecutable(server)) {
      throw new IllegalArgumentException("there is no program " + server);
    }
    String said = versionOf(program);
    Matcher version = VERSION.matcher(said);
    if (!version.find()) {
      throw new IllegalArgumentException(server + " does not tell its version: " + said);
    }
    String series = version.group(1);
    String release = series + version.group(2);
    if (isMariaDb && series.equals("11.4")) {
      return new DatabaseProgram("MariaDB " + release, new MariaDbKind(new MariaDbBinaries(home)));
    }
    Optional<MySqlKind> kind =
        said.contains("MariaDB") ? Optional.empty() : MySqlKind.of(home, series);
    if (isMariaDb || kind.isEmpty()) {
      throw new IllegalArgumentException(
          server
              + " is of version "
              + release
              + "; the sandbox can run MySQL 5.5, 5.6, 5.7 and 8.0, and MariaDB 11.4");
    }
    for (String file : kind.get().files()) {
      if (!Files.isRegularFile(home.resolve(file))) {
        throw new IllegalArgumentException("the server lacks its file " + home.resolve(file));
      }
    }
    return new DatabaseProgram("MySQL " + release, kind.get());
  }

  private static String versionOf(List<String> program) {
    try {
      List<String> command = new ArrayList<>(program);
      command.addAll(List.of("--no-defaults", "--version"));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException("the server does not run here: " + e.getMessage(), e);
    }
  }

  /**
   * The same server, started with more options.
   *
   * @param options as on its command line, for example {@code --lower-case-table-names=1}
   * @throws IllegalArgumentException if one does not begin with {@code --}
   */
  public DatabaseProgram withOptions(List<String> options) {
    for (String option : options) {
      if (!option.startsWith("--")) {
        throw new IllegalArgumentException("an option of the server begins with --: " + option);
      }
    }
    return options.isEmpty()
        ? this
        : new DatabaseProgram(
            title + " with " + String.join(" ", options), new ServerKindWithOptions(kind, options));
  }

  /** For people, for example {@code MySQL 5.6.24}. */
  public String title() {
    return title;
  }

  ServerKind kind() {
    return kind;
  }
}
