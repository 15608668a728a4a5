package io.rdsrestore.sandbox.dataplane;

import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The same on a real MySQL 5.5. */
@EnabledIfSystemProperty(named = "rds-restore.nightly", matches = "true")
@EnabledIf(
    value = "io.rdsrestore.sandbox.dataplane.OnRealMySql#has55",
    disabledReason = "no MySQL 5.5, see .ci/mysqld")
final class MigrationOn55Test extends MigrationTest {

  @Override
  DatabaseProgram program() {
    return OnRealMySql.program("5.5");
  }
}
