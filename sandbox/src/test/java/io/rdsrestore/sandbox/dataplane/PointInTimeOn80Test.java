package io.rdsrestore.sandbox.dataplane;

import org.junit.jupiter.api.condition.EnabledIf;

/** The same on a real MySQL 8.0. */
@EnabledIf(
    value = "io.rdsrestore.sandbox.dataplane.OnRealMySql#has80",
    disabledReason = "no MySQL 8.0, see .ci/mysqld")
final class PointInTimeOn80Test extends PointInTimeTest {

  @Override
  DatabaseProgram program() {
    return OnRealMySql.program("8.0");
  }
}
