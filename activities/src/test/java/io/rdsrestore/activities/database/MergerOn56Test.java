package io.rdsrestore.activities.database;

import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The same on a real MySQL 5.6. */
@EnabledIfSystemProperty(named = "rds-restore.nightly", matches = "true")
@EnabledIf(
    value = "io.rdsrestore.activities.database.OnRealMySql#has56",
    disabledReason = "no MySQL 5.6, see .ci/mysqld")
final class MergerOn56Test extends MergerTest {
  @Override
  String series() {
    return "5.6";
  }
}
