package io.rdsrestore.sandbox.dataplane;

import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The same on a real MySQL 8.0. */
@EnabledIfSystemProperty(named = "rds-restore.nightly", matches = "true")
@EnabledIf(
    value = "io.rdsrestore.sandbox.dataplane.OnRealMySql#has80",
    disabledReason = "no MySQL 8.0, see .ci/mysqld")
final class MigrationOn80Test extends MigrationTest {

  @Override
  DatabaseProgram program() {
    return OnRealMySql.program("8.0");
  }
}
