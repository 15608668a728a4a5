package io.rdsrestore.activities.database;

import org.junit.jupiter.api.condition.EnabledIf;

/** The same on a real MySQL 5.5. */
@EnabledIf(
    value = "io.rdsrestore.activities.database.OnRealMySql#has55",
    disabledReason = "no MySQL 5.5, see .ci/mysqld")
final class DatabaseMoveOn55Test extends DatabaseMoveTest {
  @Override
  String series() {
    return "5.5";
  }
}
