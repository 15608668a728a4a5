package io.rdsrestore.sandbox.dataplane;

import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The same on a real MySQL 5.6. */
@EnabledIfSystemProperty(named = "rds-restore.nightly", matches = "true")
final class PrecheckOn56Test extends PrecheckTest {

  @Override
  DatabaseProgram program() {
    return OnRealMySql.program("5.6");
  }

  @Override
  List<String> oldPassword() {
    return OnRealMySql.OLD_PASSWORD;
  }
}
