package io.rdsrestore.activities.database;

import io.rdsrestore.sandbox.dataplane.RealMySql;

/** Whether this machine has a real MySQL; an error if it has to and has not. */
final class OnRealMySql {
  private OnRealMySql() {}

  static boolean has55() {
    return RealMySql.find("5.5").isPresent();
  }

  static boolean has56() {
    return RealMySql.find("5.6").isPresent();
  }

  static boolean has57() {
    return RealMySql.find("5.7").isPresent();
  }

  static boolean has80() {
    return RealMySql.find("8.0").isPresent();
  }
}
