package io.rdsrestore.sandbox.dataplane;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** MySQL, out of a folder that somebody has unpacked. */
abstract class MySqlKind implements ServerKind {
  private final Path baseDir;
  private final String series;

  /**
   * @param baseDir what the server knows as {@code --basedir}
   * @param series {@code 5.5} or {@code 5.6}, for example
   */
  MySqlKind(Path baseDir, String series) {
    this.baseDir = baseDir;
    this.series = series;
  }

  /** The kind of a series; none if the sandbox cannot run it. */
  static Optional<MySqlKind> of(Path baseDir, String series) {
    return Optional.ofNullable(
        switch (series) {
          case "5.5", "5.6" -> new MySqlOfScripts(baseDir, series);
          case "5.7", "8.0" -> new MySqlByItself(baseDir, series);
          default -> null;
        });
  }

  /** A file of the folder. */
  final Path inside(String file) {
    return baseDir.resolve(file);
  }

  /** What has to lie below the folder, besides the program. */
  List<String> files() {
    return List.of("share/english/errmsg.sys", "share/charsets/Index.xml");
  }

  @Override
  public String engineVersion() {
    return series;
  }

  @Override
  public List<String> command(Path dataDir, int port, int serverId) {
    List<String> command = new ArrayList<>(common(dataDir));
    command.addAll(ServerOptions.running(port, serverId));
    return command;
  }

  final List<String> common(Path dataDir) {
    List<String> options = new ArrayList<>(program(baseDir));
    options.addAll(ServerOptions.always(baseDir, baseDir.resolve("share"), dataDir));
    options.addAll(
        List.of(
            "--innodb-file-per-table=1",
            "--innodb-data-file-path=ibdata1:12M:autoextend",
            // The kernel's own asynchronous I/O is scarce where many servers run.
            "--innodb-use-native-aio=0"));
    return options;
  }

  /** The command without options. Libraries that came with the server are in {@code lib}. */
  static List<String> program(Path baseDir) {
    String server = baseDir.resolve("bin/mysqld").toString();
    Path libraries = baseDir.resolve("lib");
    return Files.isDirectory(libraries)
        ? List.of("/usr/bin/env", "LD_LIBRARY_PATH=" + libraries, server)
        : List.of(server);
  }

  @Override
  public String changeMasterOptions() {
    // Without TLS the passwords of 8.0 need it.
    return series.equals("8.0") ? ", GET_MASTER_PUBLIC_KEY=1" : "";
  }

  @Override
  public List<String> forgetMaster() {
    // ALL came with 5.5.16. Before, the master's address stays in the server's memory, unused.
    return List.of(series.equals("5.5") ? "RESET SLAVE" : "RESET SLAVE ALL");
  }
}
