package io.rdsrestore.sandbox.dataplane;

import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** What a test on a real MySQL server needs of this machine. */
final class OnRealMySql {
  /** Gives the account {@code reader} a password in the format of before 4.1. */
  static final List<String> OLD_PASSWORD =
      List.of(
          "UPDATE mysql.user SET Password='0123456789abcdef', plugin='' WHERE User='reader'",
          "FLUSH PRIVILEGES");

  private OnRealMySql() {}

  /** The server; without one the test is skipped, or fails. */
  static DatabaseProgram program(String series) {
    return RealMySql.find(series)
        .orElseGet(() -> Assumptions.abort("no MySQL " + series + ", see .ci/mysqld"));
  }
}
