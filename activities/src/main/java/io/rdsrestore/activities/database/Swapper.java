package io.rdsrestore.activities.database;

import io.rdsrestore.activities.Failures;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.activity.MoveDatabase;
import io.rdsrestore.workflows.activity.MovedDatabase;
import io.rdsrestore.workflows.activity.SwapQuery;
import io.rdsrestore.workflows.activity.SwapTables;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.SqlName;
import io.rdsrestore.workflows.swap.FreePlaces;
import io.rdsrestore.workflows.swap.Swap;
import io.rdsrestore.workflows.swap.SwapLook;
import io.rdsrestore.workflows.swap.SwapLook.Occupant;
import io.rdsrestore.workflows.swap.SwapSql;
import io.rdsrestore.workflows.swap.SwapState;
import io.rdsrestore.workflows.swap.SwapTable;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Moves restored tables into place and back, all of them in one statement. Names alone tell how far
 * that is: a worker that dies at any line leaves the old or the new state, and the next one goes on
 * from it.
 */
final class Swapper {
  /**
   * Who waits for a table in use makes new readers wait behind him: not for long. Seconds, as the
   * server counts them.
   */
  private static final String LOCK_WAIT = "SET SESSION lock_wait_timeout = 3";

  /**
   * Where the worker's whole host goes, nobody tells the server that a connection has ended: it
   * gives up a lock of which nothing is heard for so long, before another worker takes over. In
   * seconds.
   */
  static final String LOCK_LIFE = "SET SESSION wait_timeout = 30";

  /**
   * Where several tables are moved, a RENAME stands in the queue of one at a time: into another,
   * which is not locked any more, a few rows may be written before it gets there. Their numbers
   * must not come again either.
   */
  private static final long TAKEN_MEANWHILE = 1000;

  /** The server's error of a name that is taken. */
  private static final int TABLE_EXISTS = 1050;

  /** So often free places are looked for where somebody else is faster. */
  private static final int MOVES = 3;

  private final DatabaseConnector connector;

  Swapper(DatabaseConnector connector) {
    this.connector = connector;
  }

  /** How a swap stands, and which tables it is about. */
  List<SwapLook> read(SwapQuery wanted) {
    return connected(
        wanted.primary(),
        "Looking at the tables to be swapped",
        connection -> {
          SchemaReader schema = new SchemaReader(connection);
          Map<String, List<String>> tables = new HashMap<>();
          for (ObjectTarget object : wanted.objects()) {
            tables.put(object.targetDatabase(), schema.tables(object.targetDatabase()));
          }
          return new TriggerMove(connection, wanted.restoreId())
              .withMissing(
                  new SwapReader(connection, true, wanted.autoIncrementFloor())
                      .look(Swap.tables(wanted.objects(), wanted.restoreId(), tables::get)));
        });
  }

  /** The restored tables have their places. */
  List<SwapLook> swap(SwapTables wanted) {
    return move(wanted, "Swapping the tables", SwapState.BESIDE, Successor.RESTORED, SwapSql::swap);
  }

  /** The tables of before have their places again. */
  List<SwapLook> swapBack(SwapTables wanted) {
    return move(
        wanted, "Swapping the tables back", SwapState.SWAPPED, Successor.SET_ASIDE, SwapSql::undo);
  }

  /** Which table takes the place of the current one. */
  private record Successor(
      Function<SwapTable, QualifiedName> name, Function<SwapLook, Occupant> occupant) {
    static final Successor RESTORED = new Successor(SwapTable::restored, SwapLook::restored);
    static final Successor SET_ASIDE = new Successor(SwapTable::aside, SwapLook::aside);
  }

  private List<SwapLook> move(
      SwapTables wanted,
      String doing,
      SwapState from,
      Successor successor,
      Function<List<SwapLook>, String> rename) {
    return connected(
        wanted.primary(),
        doing,
        connection -> {
          SwapReader reader = new SwapReader(connection, false, wanted.autoIncrementFloor());
          List<SwapLook> looks = reader.look(wanted.tables());
          if (state(looks) == from) {
            refuseIfInTheWay(looks);
            try (WriteLock lock = lock(wanted, looks)) {
              // The application waits from here on: no more is read than the move needs.
              List<SwapLook> still = reader.places(wanted.tables());
              // An attempt of before may have died with its RENAME in the queue for the lock.
              if (state(still) == from) {
                for (SwapLook look : still) {
                  raise(
                      connection,
                      successor.name().apply(look.table()),
                      successor.occupant().apply(look),
                      behind(look.current(), successor, look, wanted.autoIncrementFloor()));
                }
                lock.handTo(connection, rename.apply(still));
              }
            }
          }
          return new SwapReader(connection, true, wanted.autoIncrementFloor())
              .look(wanted.tables());
        });
  }

  /** Tables whose places nothing has are in them, with their triggers. */
  List<SwapLook> moveIn(SwapTables wanted) {
    return connected(
        wanted.primary(),
        "Moving the restored tables into their places",
        connection -> {
          for (Map.Entry<String, String> home : wanted.madeHomes().entrySet()) {
            giveCollation(connection, home.getKey(), home.getValue());
          }
          return moveIn(connection, wanted);
        });
  }

  /** RDS makes a database with a character set only. */
  static void giveCollation(Connection connection, String database, String collation)
      throws SQLException {
    if (!collation.equals(new SchemaReader(connection).collation(database))) {
      execute(
          connection, "ALTER DATABASE %s COLLATE %s".formatted(SqlName.quote(database), collation));
    }
  }

  /** A database that was lost as a whole has its own name. */
  MovedDatabase moveIn(MoveDatabase wanted) {
    return connected(
        wanted.primary(),
        "Moving database %s into its place".formatted(wanted.home()),
        connection -> new DatabaseMove(connection, wanted).run());
  }

  static List<SwapLook> moveIn(Connection connection, SwapTables wanted) throws SQLException {
    SwapReader reader = new SwapReader(connection, false, wanted.autoIncrementFloor());
    TriggerMove triggers =
        wanted.restoreId() == null ? null : new TriggerMove(connection, wanted.restoreId());
    for (int attempt = 1; attempt <= MOVES; attempt++) {
      List<SwapLook> free = FreePlaces.movable(reader.lookForFreePlaces(wanted.tables(), triggers));
      if (free.isEmpty() || isMoved(connection, free, triggers, wanted.autoIncrementFloor())) {
        break;
      }
    }
    if (triggers != null) {
      // Also those of an attempt that died before it came here.
      triggers.putOn(reader.places(wanted.tables()));
    }
    return new SwapReader(connection, true, wanted.autoIncrementFloor())
        .lookForFreePlaces(wanted.tables(), triggers);
  }

  /** False if somebody was faster, so that a place is not free any more. */
  private static boolean isMoved(
      Connection connection, List<SwapLook> free, TriggerMove triggers, long floor)
      throws SQLException {
    for (SwapLook look : free) {
      raise(connection, look.table().restored(), look.restored(), floor);
    }
    if (triggers != null) {
      triggers.takeOff(free);
    }
    try {
      execute(connection, SwapSql.swap(free));
      return true;
    } catch (SQLException e) {
      if (e.getErrorCode() == TABLE_EXISTS) {
        return false;
      }
      throw e;
    }
  }

  /** Nobody takes a number of a current table from here until the very move. */
  private WriteLock lock(SwapTables wanted, List<SwapLook> looks) throws SQLException {
    Connection own = Servers.login(connector, wanted.primary());
    execute(own, LOCK_WAIT);
    execute(own, LOCK_LIFE);
    return WriteLock.on(
        own,
        looks.stream()
            .filter(look -> look.current() != null)
            .map(look -> SwapSql.sql(look.table().current()))
            .toList());
  }

  /** Numbers that were given out must not come again. */
  private static long behind(Occupant current, Successor successor, SwapLook look, long floor) {
    Occupant next = successor.occupant().apply(look);
    return current == null || next == null
        ? floor
        : Math.max(floor, current.autoIncrement() + (next.roomy() ? TAKEN_MEANWHILE : 0));
  }

  private static void raise(
      Connection connection, QualifiedName table, Occupant has, long mustReach)
      throws SQLException {
    if (has != null && has.autoIncrement() > 0 && has.autoIncrement() < mustReach) {
      execute(connection, SwapSql.raise(table, mustReach));
    }
  }

  private static SwapState state(List<SwapLook> looks) {
    SwapState state = SwapState.of(looks.stream().map(SwapLook::state).toList());
    if (state == SwapState.UNCLEAR) {
      throw Failures.of(
          RestoreErrorCode.NEEDS_PERSON,
          "Some of the tables have been moved by somebody else: %s."
              .formatted(looks.stream().map(SwapLook::names).collect(Collectors.joining("; "))),
          null);
    }
    return state;
  }

  private static void refuseIfInTheWay(List<SwapLook> looks) {
    List<String> obstacles =
        looks.stream()
            .flatMap(
                look -> look.obstacles().stream().map(text -> look.table().current() + ": " + text))
            .toList();
    if (!obstacles.isEmpty()) {
      throw Failures.of(
          RestoreErrorCode.NEEDS_PERSON,
          "Something is in the way of the swap: %s.".formatted(String.join("; ", obstacles)),
          null);
    }
  }

  /** Work on an open connection. */
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T connected(DatabaseLogin login, String doing, Work<T> work) {
    try (Connection connection = Servers.login(connector, login)) {
      execute(connection, LOCK_WAIT);
      return work.on(connection);
    } catch (SQLException e) {
      throw SqlTrouble.failure(doing, e);
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
