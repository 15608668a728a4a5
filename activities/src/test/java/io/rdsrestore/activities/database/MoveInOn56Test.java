package io.rdsrestore.activities.database;

import org.junit.jupiter.api.condition.EnabledIf;

/** The same on a real MySQL 5.6. */
@EnabledIf(
    value = "io.rdsrestore.activities.database.OnRealMySql#has56",
    disabledReason = "no MySQL 5.6, see .ci/mysqld")
final class MoveInOn56Test extends MoveInTest {
  @Override
  String series() {
    return "5.6";
  }
}
