package io.rdsrestore.activities.sqlserver;

import io.rdsrestore.workflows.activity.DatabaseLogin;
import java.sql.SQLException;

/** Opens sessions. */
@FunctionalInterface
interface Sessions {
  /**
   * A session that reads.
   *
   * @param login with an address
   */
  Sql open(DatabaseLogin login) throws SQLException;
}
