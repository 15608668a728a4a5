package io.rdsrestore.sandbox.dataplane;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** MySQL 5.5 or 5.6: its system tables are made by scripts that come with it. */
final class MySqlOfScripts extends MySqlKind {
  private static final String TABLES = "share/mysql_system_tables.sql";
  private static final String ROWS = "share/mysql_system_tables_data.sql";

  MySqlOfScripts(Path baseDir, String series) {
    super(baseDir, series);
  }

  @Override
  List<String> files() {
    return Stream.concat(super.files().stream(), Stream.of(TABLES, ROWS)).toList();
  }

  @Override
  public void initialise(Path dataDir, Credentials owner) throws IOException {
    Bootstrap.told(dataDir, common(dataDir))
        .run(
            List.of(
                Bootstrap.statements("CREATE DATABASE mysql", "USE mysql"),
                Bootstrap.file(inside(TABLES)),
                Bootstrap.file(inside(ROWS)),
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
}
