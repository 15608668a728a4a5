package io.rdsrestore.activities.database;

import org.junit.jupiter.api.condition.EnabledIf;

/** The same on a real MySQL 5.6. */
@EnabledIf(
    value = "io.rdsrestore.activities.database.OnRealMySql#has56",
    disabledReason = "no MySQL 5.6, see .ci/mysqld")
final class DatabaseMoveOn56Test extends DatabaseMoveTest {
  @Override
  String series() {
    return "5.6";
  }
}
