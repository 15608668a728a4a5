package io.rdsrestore.activities.database;

import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The same on a real MySQL 8.0. */
@EnabledIfSystemProperty(named = "rds-restore.nightly", matches = "true")
@EnabledIf(
    value = "io.rdsrestore.activities.database.OnRealMySql#has80",
    disabledReason = "no MySQL 8.0, see .ci/mysqld")
final class MergerOn80Test extends MergerTest {
  @Override
  String series() {
    return "8.0";
  }
}
