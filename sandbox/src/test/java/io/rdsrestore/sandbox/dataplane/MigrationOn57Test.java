package io.rdsrestore.sandbox.dataplane;

import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The same on a real MySQL 5.7. */
@EnabledIfSystemProperty(named = "rds-restore.nightly", matches = "true")
@EnabledIf(
    value = "io.rdsrestore.sandbox.dataplane.OnRealMySql#has57",
    disabledReason = "no MySQL 5.7, see .ci/mysqld")
final class MigrationOn57Test extends MigrationTest {

  @Override
  DatabaseProgram program() {
    return OnRealMySql.program("5.7");
  }

  /** MySQL 5.7.22 does not: measured with tables of one JSON column, equal byte by byte. */
  @Override
  boolean checksumsJson() {
    return false;
  }
}
