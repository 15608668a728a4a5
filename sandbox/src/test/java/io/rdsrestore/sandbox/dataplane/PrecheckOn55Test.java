package io.rdsrestore.sandbox.dataplane;

import java.util.List;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The same on a real MySQL 5.5. */
@EnabledIfSystemProperty(named = "rds-restore.nightly", matches = "true")
@EnabledIf(
    value = "io.rdsrestore.sandbox.dataplane.OnRealMySql#has55",
    disabledReason = "no MySQL 5.5, see .ci/mysqld")
final class PrecheckOn55Test extends PrecheckTest {

  @Override
  DatabaseProgram program() {
    return OnRealMySql.program("5.5");
  }

  @Override
  List<String> oldPassword() {
    return OnRealMySql.OLD_PASSWORD;
  }

  /** They came with 5.6. */
  @Override
  boolean hasRowImages() {
    return false;
  }
}
