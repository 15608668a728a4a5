package io.rdsrestore.sandbox.dataplane;

/** The same on a real MySQL 5.6. */
final class PointInTimeOn56Test extends PointInTimeTest {

  @Override
  DatabaseProgram program() {
    return OnRealMySql.program("5.6");
  }
}
