package io.rdsrestore.sandbox.dataplane;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** MySQL 5.7 or 8.0: it makes its system tables itself. */
final class MySqlByItself extends MySqlKind {
  MySqlByItself(Path baseDir, String series) {
    super(baseDir, series);
  }

  @Override
  public void initialise(Path dataDir, Credentials owner) throws IOException {
    String account = Sql.account(owner.user());
    Bootstrap.byItself(dataDir, common(dataDir))
        .run(
            List.of(
                Bootstrap.statements(
                    "CREATE USER " + account + " IDENTIFIED BY " + Sql.text(owner.password()),
                    "GRANT ALL ON *.* TO " + account + " WITH GRANT OPTION",
                    "DROP USER 'root'@'localhost'")));
  }
}
