package io.rdsrestore.activities.sqlserver;

import io.rdsrestore.activities.Failures;
import io.rdsrestore.activities.cloud.MessageScrubber;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.CloudRefusal;
import io.rdsrestore.workflows.activity.LoginOutcome;
import io.temporal.failure.ApplicationFailure;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What an error of SQL Server or its driver means. */
final class SqlServerTrouble {
  private static final String ACTION = "SQL";
  private static final String CONNECTION_STATE = "08";

  /** Login failed. */
  private static final Set<Integer> WRONG_LOGIN = Set.of(18456, 18470, 18487, 18488);

  /** No permission: on an object, in a database, to use a database. */
  private static final Set<Integer> NO_RIGHT = Set.of(229, 230, 262, 297, 300, 916, 4060);

  /** No such object or database. */
  private static final Set<Integer> NOT_THERE = Set.of(208, 911);

  private SqlServerTrouble() {}

  /** Why a login did not come about. */
  static String unreachable(SQLException e) {
    if (WRONG_LOGIN.contains(e.getErrorCode())) {
      return "the server denies access: wrong account or password";
    }
    return isConnection(e)
        ? "no connection comes about: the worker's address is not let in, or there is no way to it"
            + " (%s)".formatted(MessageScrubber.scrub(e.getMessage(), List.of()))
        : said(e);
  }

  static LoginOutcome loginOutcome(SQLException e) {
    if (WRONG_LOGIN.contains(e.getErrorCode())) {
      return LoginOutcome.WRONG_PASSWORD;
    }
    return isConnection(e) ? LoginOutcome.NOT_REACHED : LoginOutcome.OTHERWISE;
  }

  /** Why a part was not looked at. */
  static String notChecked(SQLException e) {
    return NO_RIGHT.contains(e.getErrorCode())
        ? "the account has not the right to see it (SQL error %d)".formatted(e.getErrorCode())
        : said(e);
  }

  /** The failure of a query. */
  static ApplicationFailure failure(String doing, SQLException e) {
    return Failures.of(
        codeOf(e),
        "%s failed: %s".formatted(doing, said(e)),
        new CloudRefusal(ACTION, Integer.toString(e.getErrorCode()), null, remedy(e)));
  }

  /** The failure of a login that an activity cannot do without. */
  static ApplicationFailure noLogin(String instanceId, SQLException e) {
    return Failures.of(
        WRONG_LOGIN.contains(e.getErrorCode())
            ? RestoreErrorCode.NEEDS_PERSON
            : RestoreErrorCode.TRANSIENT,
        "The worker does not get into %s: %s.".formatted(instanceId, unreachable(e)),
        new CloudRefusal(ACTION, Integer.toString(e.getErrorCode()), null, remedy(e)));
  }

  private static RestoreErrorCode codeOf(SQLException e) {
    if (WRONG_LOGIN.contains(e.getErrorCode()) || NO_RIGHT.contains(e.getErrorCode())) {
      return RestoreErrorCode.NEEDS_PERSON;
    }
    return NOT_THERE.contains(e.getErrorCode())
        ? RestoreErrorCode.NOT_FOUND
        : RestoreErrorCode.TRANSIENT;
  }

  private static String remedy(SQLException e) {
    return codeOf(e) == RestoreErrorCode.NEEDS_PERSON
        ? "Give the account the right, or name another, then retry."
        : null;
  }

  private static boolean isConnection(SQLException e) {
    return e.getErrorCode() == 0 || String.valueOf(e.getSQLState()).startsWith(CONNECTION_STATE);
  }

  private static String said(SQLException e) {
    return "%s (SQL error %d)"
        .formatted(MessageScrubber.scrub(e.getMessage(), List.of()), e.getErrorCode());
  }
}
