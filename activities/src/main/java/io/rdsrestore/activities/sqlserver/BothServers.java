package io.rdsrestore.activities.sqlserver;

import io.rdsrestore.activities.NoAddress;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import java.sql.SQLException;

/** Work on two servers at once. */
final class BothServers {
  private final Sessions sessions;

  BothServers(Sessions sessions) {
    this.sessions = sessions;
  }

  /** What is done there. */
  @FunctionalInterface
  interface Work<T> {
    T run(Sql source, Sql target) throws SQLException;
  }

  /**
   * Does it in a session on each.
   *
   * @param doing what it is, in words
   */
  <T> T work(String doing, DatabaseLogin source, DatabaseLogin target, Work<T> work) {
    try (Sql first = login(source);
        Sql second = login(target)) {
      return work.run(first, second);
    } catch (SQLException e) {
      throw SqlServerTrouble.failure(doing, e);
    }
  }

  private Sql login(DatabaseLogin login) {
    NoAddress.check(login);
    try {
      return sessions.open(login);
    } catch (SQLException e) {
      throw SqlServerTrouble.noLogin(login.instanceId(), e);
    }
  }
}
