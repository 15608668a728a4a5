package io.rdsrestore.sandbox.dataplane;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** MariaDB, introducing itself as MySQL 5.7 as an RDS instance of that version would. */
final class MariaDbKind implements ServerKind {
  private static final String SHOWN_VERSION = "5.7.44-log";
  private final MariaDbBinaries binaries;

  MariaDbKind(MariaDbBinaries binaries) {
    this.binaries = binaries;
  }

  @Override
  public void initialise(Path dataDir, Credentials owner) throws IOException {
    Files.createDirectories(dataDir);
    List<String> command = new ArrayList<>(common(dataDir));
    command.add("--bootstrap");
    Path log = dataDir.resolveSibling("initialise.log");
    Process bootstrap =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try (OutputStream sql = bootstrap.getOutputStream()) {
      sql.write(statements("CREATE DATABASE mysql", "USE mysql", "SET @auth_root_socket=NULL"));
      for (String script :
          List.of(
              "mariadb_system_tables.sql",
              "mariadb_performance_tables.sql",
              "mariadb_system_tables_data.sql")) {
        Files.copy(binaries.share().resolve(script), sql);
        sql.write('\n');
      }
      sql.write(
          statements(
              "DELETE FROM mysql.global_priv WHERE User IN ('root', '')",
              "DELETE FROM mysql.proxies_priv",
              "FLUSH PRIVILEGES",
              "CREATE USER "
                  + Sql.account(owner.user())
                  + " IDENTIFIED BY "
                  + Sql.text(owner.password()),
              "GRANT ALL ON *.* TO " + Sql.account(owner.user()) + " WITH GRANT OPTION"));
    }
    try {
      if (bootstrap.waitFor() != 0) {
        throw new IOException("the data directory could not be made, see " + log);
      }
    } catch (InterruptedException e) {
      bootstrap.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a data directory was made", e);
    }
  }

  /** In bootstrap mode a statement ends with the line. */
  private static byte[] statements(String... statements) {
    return (String.join(";\n", statements) + ";\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public List<String> command(Path dataDir, int port, int serverId) {
    List<String> command = new ArrayList<>(common(dataDir));
    command.addAll(
        List.of(
            "--version=" + SHOWN_VERSION,
            "--port=" + port,
            "--bind-address=127.0.0.1",
            // Relative to the data directory: a socket's path may have some 100 characters only.
            "--socket=mysql.sock",
            "--pid-file=mysql.pid",
            "--server-id=" + serverId,
            "--log-bin=binlog",
            "--binlog-format=ROW",
            "--binlog-row-image=FULL",
            "--log-slave-updates",
            "--relay-log=relay",
            "--skip-slave-start",
            "--log-bin-trust-function-creators=1",
            "--skip-name-resolve",
            "--max-connections=100",
            "--max-allowed-packet=256M",
            "--slave-max-allowed-packet=1G",
            "--local-infile=0"));
    return command;
  }

  private List<String> common(Path dataDir) {
    List<String> options = new ArrayList<>();
    options.add(binaries.server().toString());
    options.add("--no-defaults");
    if ("root".equals(System.getProperty("user.name"))) {
      options.add("--user=root"); // the server refuses to run as root unasked
    }
    options.addAll(
        List.of(
            "--skip-ssl",
            "--basedir=" + binaries.baseDir(),
            "--lc-messages-dir=" + binaries.share(),
            "--character-sets-dir=" + binaries.share().resolve("charsets"),
            "--datadir=" + dataDir,
            "--tmpdir=" + dataDir,
            "--character-set-server=utf8mb4",
            "--performance-schema=OFF",
            "--key-buffer-size=1M",
            "--aria-pagecache-buffer-size=8M",
            "--innodb-buffer-pool-size=32M",
            "--innodb-log-file-size=16M",
            "--innodb-data-file-path=ibdata1:4M:autoextend",
            "--innodb-temp-data-file-path=ibtmp1:2M:autoextend",
            "--innodb-autoextend-increment=1",
            "--innodb-undo-tablespaces=0",
            // A sandbox's data need not outlive a crash of the machine.
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-flush-method=nosync"));
    return options;
  }

  @Override
  public String changeMasterOptions() {
    return ", MASTER_USE_GTID=no, MASTER_SSL=0, MASTER_SSL_VERIFY_SERVER_CERT=0";
  }
}
