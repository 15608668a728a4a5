package io.rdsrestore.sandbox.dataplane;

/** The same on a real MySQL 5.5. */
final class PointInTimeOn55Test extends PointInTimeTest {

  @Override
  DatabaseProgram program() {
    return OnRealMySql.program("5.5");
  }
}
