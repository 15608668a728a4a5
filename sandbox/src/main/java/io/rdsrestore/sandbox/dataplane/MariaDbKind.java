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
    Bootstrap.told(dataDir, common(dataDir))
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
    command.addAll(ServerOptions.running(port, serverId));
    command.addAll(
        List.of(
            "--version=" + SHOWN_VERSION,
            "--binlog-row-image=FULL",
            "--slave-max-allowed-packet=1G"));
    return command;
  }

  private List<String> common(Path dataDir) {
    List<String> options = new ArrayList<>();
    options.add(binaries.server().toString());
    options.addAll(ServerOptions.always(binaries.baseDir(), binaries.share(), dataDir));
    options.addAll(
        List.of(
            "--skip-ssl",
            "--aria-pagecache-buffer-size=8M",
            "--innodb-data-file-path=ibdata1:4M:autoextend",
            "--innodb-temp-data-file-path=ibtmp1:2M:autoextend",
            "--innodb-undo-tablespaces=0"));
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
