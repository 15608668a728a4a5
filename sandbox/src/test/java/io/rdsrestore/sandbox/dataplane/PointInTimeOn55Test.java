package io.rdsrestore.sandbox.dataplane;

import org.junit.jupiter.api.condition.EnabledIf;

/** The same on a real MySQL 5.5. */
@EnabledIf(
    value = "io.rdsrestore.sandbox.dataplane.OnRealMySql#has55",
    disabledReason = "no MySQL 5.5, see .ci/mysqld")
final class PointInTimeOn55Test extends PointInTimeTest {

  @Override
  DatabaseProgram program() {
    return OnRealMySql.program("5.5");
  }
}
