package io.rdsrestore.sandbox.dataplane;

import java.io.IOException;
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
  public String engineVersion() {
    return "5.7";
  }

  @Override
  public void initialise(Path dataDir, Credentials owner) throws IOException {
    new Bootstrap(dataDir, common(dataDir))
        .run(
            List.of(
                Bootstrap.statements(
                    "CREATE DATABASE mysql", "USE mysql", "SET @auth_root_socket=NULL"),
                Bootstrap.file(binaries.share().resolve("mariadb_system_tables.sql")),
                Bootstrap.file(binaries.share().resolve("mariadb_performance_tables.sql")),
                Bootstrap.file(binaries.share().resolve("mariadb_system_tables_data.sql")),
                Bootstrap.statements(
                    "DELETE FROM mysql.global_priv WHERE User IN ('root', '')",
                    "DELETE FROM mysql.proxies_priv",
                    "FLUSH PRIVILEGES",
                    "CREATE USER "
                        + Sql.account(owner.user())
                        + " IDENTIFIED BY "
                        + Sql.text(owner.password()),
                    "GRANT ALL ON *.* TO " + Sql.account(owner.user()) + " WITH GRANT OPTION")));
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

  @Override
  public List<String> forgetMaster() {
    return List.of("RESET SLAVE ALL");
  }
}
