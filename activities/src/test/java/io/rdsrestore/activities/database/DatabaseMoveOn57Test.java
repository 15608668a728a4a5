package io.rdsrestore.activities.database;

import org.junit.jupiter.api.condition.EnabledIf;

/** The same on a real MySQL 5.7. */
@EnabledIf(
    value = "io.rdsrestore.activities.database.OnRealMySql#has57",
    disabledReason = "no MySQL 5.7, see .ci/mysqld")
final class DatabaseMoveOn57Test extends DatabaseMoveTest {
  @Override
  String series() {
    return "5.7";
  }
}
