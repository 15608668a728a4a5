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
    command.addAll(
        List.of(
            "--port=" + port,
            "--bind-address=127.0.0.1",
            // Relative to the data directory: a socket's path may have some 100 characters only.
            "--socket=mysql.sock",
            "--pid-file=mysql.pid",
            "--server-id=" + serverId,
            "--log-bin=binlog",
            "--binlog-format=ROW",
            "--log-slave-updates",
            "--relay-log=relay",
            "--skip-slave-start",
            "--log-bin-trust-function-creators=1",
            "--skip-name-resolve",
            "--max-connections=100",
            "--max-allowed-packet=256M",
            "--local-infile=0"));
    return command;
  }

  private List<String> common(Path dataDir) {
    List<String> options = new ArrayList<>(program(baseDir));
    options.add("--no-defaults");
    if ("root".equals(System.getProperty("user.name"))) {
      options.add("--user=root"); // the server refuses to run as root unasked
    }
    options.addAll(
        List.of(
            "--basedir=" + baseDir,
            "--lc-messages-dir=" + baseDir.resolve("share"),
            "--character-sets-dir=" + baseDir.resolve("share/charsets"),
            "--datadir=" + dataDir,
            "--tmpdir=" + dataDir,
            "--character-set-server=utf8mb4",
            "--performance-schema=OFF",
            "--key-buffer-size=1M",
            "--innodb-file-per-table=1",
            "--innodb-buffer-pool-size=32M",
            "--innodb-log-file-size=16M",
            "--innodb-data-file-path=ibdata1:12M:autoextend",
            "--innodb-autoextend-increment=1",
            // The kernel's own asynchronous I/O is scarce where many servers run.
            "--innodb-use-native-aio=0",
            // A sandbox's data need not outlive a crash of the machine.
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-flush-method=nosync"));
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
