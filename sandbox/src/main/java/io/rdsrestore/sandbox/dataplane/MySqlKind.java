package io.rdsrestore.sandbox.dataplane;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** MySQL 5.5 or 5.6, out of a folder that somebody has unpacked. */
final class MySqlKind implements ServerKind {
  private final Path baseDir;
  private final String series;

  /**
   * @param baseDir what the server knows as {@code --basedir}
   * @param series {@code 5.5} or {@code 5.6}
   */
  MySqlKind(Path baseDir, String series) {
    this.baseDir = baseDir;
    this.series = series;
  }

  @Override
  public String engineVersion() {
    return series;
  }

  @Override
  public void initialise(Path dataDir, Credentials owner) throws IOException {
    Path share = baseDir.resolve("share");
    new Bootstrap(dataDir, common(dataDir))
        .run(
            List.of(
                Bootstrap.statements("CREATE DATABASE mysql", "USE mysql"),
                Bootstrap.file(share.resolve("mysql_system_tables.sql")),
                Bootstrap.file(share.resolve("mysql_system_tables_data.sql")),
                // CREATE USER and GRANT are not to be had yet: root, who may do all, is renamed.
                Bootstrap.statements(
                    "DELETE FROM mysql.user WHERE User<>'root' OR Host<>'localhost'",
                    "DELETE FROM mysql.db",
                    "DELETE FROM mysql.proxies_priv",
                    "UPDATE mysql.user SET Host='%', User="
                        + Sql.text(owner.user())
                        + ", Password=PASSWORD("
                        + Sql.text(owner.password())
                        + ")")));
  }

  @Override
  public List<String> command(Path dataDir, int port, int serverId) {
    List<String> command = new ArrayList<>(common(dataDir));
    command.addAll(ServerOptions.running(port, serverId));
    return command;
  }

  private List<String> common(Path dataDir) {
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
    return "";
  }

  @Override
  public List<String> forgetMaster() {
    // ALL came with 5.5.16. Before, the master's address stays in the server's memory, unused.
    return List.of(series.equals("5.5") ? "RESET SLAVE" : "RESET SLAVE ALL");
  }
}
