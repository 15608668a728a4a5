package io.rdsrestore.sandbox.dataplane;

import java.util.List;

/**
 * What a test on a real MySQL server needs of this machine. Asked before anything of the test is
 * begun, so that nothing has to be ended where there is no server.
 */
final class OnRealMySql {
  /** Gives the account {@code reader} a password in the format of before 4.1. */
  static final List<String> OLD_PASSWORD =
      List.of(
          "UPDATE mysql.user SET Password='0123456789abcdef', plugin='' WHERE User='reader'",
          "FLUSH PRIVILEGES");

  private OnRealMySql() {}

  /** Whether there is a MySQL 5.5; an error if there has to be one and is not. */
  static boolean has55() {
    return RealMySql.find("5.5").isPresent();
  }

  /** Likewise a MySQL 5.6. */
  static boolean has56() {
    return RealMySql.find("5.6").isPresent();
  }

  /** Likewise a MySQL 5.7. */
  static boolean has57() {
    return RealMySql.find("5.7").isPresent();
  }

  /** Likewise a MySQL 8.0. */
  static boolean has80() {
    return RealMySql.find("8.0").isPresent();
  }

  /** The server that was found. */
  static DatabaseProgram program(String series) {
    return RealMySql.find(series).orElseThrow();
  }
}
