package io.rdsrestore.activities.database;

import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The same on a real MySQL 5.7. */
@EnabledIfSystemProperty(named = "rds-restore.nightly", matches = "true")
@EnabledIf(
    value = "io.rdsrestore.activities.database.OnRealMySql#has57",
    disabledReason = "no MySQL 5.7, see .ci/mysqld")
final class MergerOn57Test extends MergerTest {
  @Override
  String series() {
    return "5.7";
  }
}
