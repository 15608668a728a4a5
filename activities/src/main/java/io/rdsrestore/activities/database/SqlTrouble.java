package io.rdsrestore.activities.database;

import io.rdsrestore.activities.Failures;
import io.rdsrestore.activities.cloud.MessageScrubber;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.CloudRefusal;
import io.rdsrestore.workflows.activity.LoginOutcome;
import io.temporal.failure.ApplicationFailure;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a database's error means: a sentence for people, and whether trying again helps. */
final class SqlTrouble {
  /** Of what names another account, or asks for more than any account of RDS has. */
  static final int NEEDS_SUPER = 1227;

  /** Of triggers and functions, where the binary log does not trust who makes them. */
  static final int BINLOG_NEEDS_SUPER = 1419;

  private static final String ACTION = "SQL";
  private static final int ACCESS_DENIED = 1045;
  private static final Set<Integer> NO_RIGHT = Set.of(1044, 1142, 1143, NEEDS_SUPER, 1370);
  private static final String CONNECTION_STATE = "08";
  private static final int HOST_NOT_ALLOWED = 1130;
  private static final Set<Integer> PASSING = Set.of(1040, 1053, 1205, 1213, 1317, 1412, 2013);
  private static final Set<Integer> NOT_THERE = Set.of(1049, 1054, 1146);

  private SqlTrouble() {}

  /** Why a login did not come about. */
  static String unreachable(SQLException e) {
    if (e.getErrorCode() == ACCESS_DENIED) {
      return "the server denies access: wrong account or password";
    }
    if (e.getErrorCode() == HOST_NOT_ALLOWED) {
      return "the server does not allow the worker's address";
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return "the server's name is not known here";
      }
      if (cause instanceof ConnectException) {
        return "the connection is refused";
      }
      if (cause instanceof SocketTimeoutException) {
        return "no answer in time: the worker's address is not let in, or there is no way to it";
      }
    }
    String said = MessageScrubber.scrub(e.getMessage(), List.of());
    Optional<String> tls = TlsTrouble.of(e);
    if (tls.isPresent()) {
      return tls.get();
    }
    String state = e.getSQLState();
    if (e.getErrorCode() == 0 || (state != null && state.startsWith(CONNECTION_STATE))) {
      return "the connection is closed at once: the whitelist does not let the worker's address in"
          + " ("
          + said
          + ")";
    }
    return said;
  }

  /** Whether other tables can be read although this one cannot. */
  static boolean isOfOneTable(SQLException e) {
    return NO_RIGHT.contains(e.getErrorCode())
        || NOT_THERE.contains(e.getErrorCode())
        || String.valueOf(e.getSQLState()).startsWith("42");
  }

  /** Why a part of the catalogue was not looked at. */
  static String notChecked(SQLException e) {
    return NO_RIGHT.contains(e.getErrorCode())
        ? "the account has not the right to see it (SQL error %d)".formatted(e.getErrorCode())
        : said(e);
  }

  /** How a login that did not come about went. */
  static LoginOutcome loginOutcome(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (e.getErrorCode() == ACCESS_DENIED) {
      return LoginOutcome.WRONG_PASSWORD;
    }
    return e.getErrorCode() == 0
            || e.getErrorCode() == HOST_NOT_ALLOWED
            || state.startsWith(CONNECTION_STATE)
        ? LoginOutcome.NOT_REACHED
        : LoginOutcome.OTHERWISE;
  }

  /** The failure of a query. */
  static ApplicationFailure failure(String doing, SQLException e) {
    return failure(doing, e, said(e));
  }

  /**
   * Likewise of a statement that writes rows: what the server says of a value, as of one that is
   * there twice, stays with the server.
   */
  static ApplicationFailure failureWithoutValues(String doing, SQLException e) {
    return failure(doing, e, withoutValues(e));
  }

  private static ApplicationFailure failure(String doing, SQLException e, String said) {
    RestoreErrorCode code = codeOf(e);
    return Failures.of(
        code,
        doing + " failed: " + said,
        new CloudRefusal(ACTION, Integer.toString(e.getErrorCode()), null, remedy(code)));
  }

  /** What a server said of a statement, where it says nothing of the values of a row. */
  static String withoutValues(SQLException e) {
    int number = e.getErrorCode();
    boolean says =
        number == 0
            || PASSING.contains(number)
            || NO_RIGHT.contains(number)
            || NOT_THERE.contains(number);
    return says
        ? said(e)
        : "SQL error %d, whose text may hold values and is not shown".formatted(number);
  }

  private static String said(SQLException e) {
    return "%s (SQL error %d)"
        .formatted(MessageScrubber.scrub(e.getMessage(), List.of()), e.getErrorCode());
  }

  /** The failure of a login that an activity cannot do without. */
  static ApplicationFailure noLogin(String instanceId, SQLException e) {
    RestoreErrorCode code =
        e.getErrorCode() == ACCESS_DENIED || TlsTrouble.of(e).isPresent()
            ? RestoreErrorCode.NEEDS_PERSON
            : RestoreErrorCode.TRANSIENT;
    return Failures.of(
        code,
        "The worker does not get into %s: %s.".formatted(instanceId, unreachable(e)),
        new CloudRefusal(ACTION, Integer.toString(e.getErrorCode()), null, remedy(code)));
  }

  private static RestoreErrorCode codeOf(SQLException e) {
    int number = e.getErrorCode();
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (number == ACCESS_DENIED || NO_RIGHT.contains(number)) {
      return RestoreErrorCode.NEEDS_PERSON;
    }
    if (NOT_THERE.contains(number)) {
      return RestoreErrorCode.NOT_FOUND;
    }
    if (PASSING.contains(number) || !state.startsWith("42")) {
      return RestoreErrorCode.TRANSIENT;
    }
    return RestoreErrorCode.WRONG_REQUEST;
  }

  private static String remedy(RestoreErrorCode code) {
    return code == RestoreErrorCode.NEEDS_PERSON
        ? "Give the account the right, or name another, then retry."
        : null;
  }
}
