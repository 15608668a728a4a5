package io.rdsrestore.activities.database;

import org.junit.jupiter.api.condition.EnabledIf;

/** The same on a real MySQL 8.0. */
@EnabledIf(
    value = "io.rdsrestore.activities.database.OnRealMySql#has80",
    disabledReason = "no MySQL 8.0, see .ci/mysqld")
final class DatabaseMoveOn80Test extends DatabaseMoveTest {
  @Override
  String series() {
    return "8.0";
  }
}
