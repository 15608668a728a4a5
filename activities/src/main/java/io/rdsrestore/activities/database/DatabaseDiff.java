package io.rdsrestore.activities.database;

import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.Failures;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.verify.TableStructure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells which rows of a restored database differ from those of the current one, key by key. Reads
 * only; holds a part of a table at most, however much differs.
 */
public final class DatabaseDiff {
  private final DatabaseConnector connector;
  private final Options options;
  private final Listener listener;

  /** With the worker's way into databases. */
  public DatabaseDiff(ActivitySettings settings, Options options, Listener listener) {
    connector = DatabaseConnector.of(settings);
    this.options = options;
    this.listener = listener;
  }

  /**
   * How it is compared.
   *
   * @param mostRunning no read begins while more threads of the current server run a statement
   * @param largestChunk rows that are compared at once at most; at least 1
   */
  public record Options(int mostRunning, long largestChunk) {
    private static final long LARGEST = 10_000;

    /** Gently. */
    public static Options standard() {
      return new Options(LoadGate.STANDARD, LARGEST);
    }
  }

  /** Is told what is found. One thread at a time calls it. */
  public interface Listener {
    /** Called every second or so while a server is waited for. */
    void doing(String what);

    /** A server may not be the one that is meant. */
    void warning(String text);

    /** Whether the values of further changed rows are of use; asked before they are read. */
    boolean wantsValues(String table);

    /** A row that differs, as soon as its part of the table is compared. */
    void row(RowDifference row);

    /** A table that is done; its rows have been told. */
    void table(TableDiff table);
  }

  /**
   * Compares.
   *
   * @param restored with an address
   * @param current with an address
   * @param object which restored database, or which tables of it, are compared with which current
   *     ones
   * @param alsoNew whether of whole databases also tables count that only the current one has
   * @throws io.temporal.failure.ApplicationFailure if a server cannot be asked, or if nothing is
   *     there to compare
   */
  public void compare(
      DatabaseLogin restored, DatabaseLogin current, ObjectTarget object, boolean alsoNew) {
    try (Servers servers = Servers.connect(connector, restored, current);
        Servers ahead = Servers.connect(connector, restored, current)) {
      Runnable alive = () -> listener.doing("reading the tables of " + object.database());
      ServerLook.warnings(servers, restored.address().text(), current.address().text(), alive)
          .forEach(listener::warning);
      Servers.Answers<Map<String, TableStructure>, Map<String, TableStructure>> both =
          servers.ask(
              "Reading the tables of " + object.database(),
              source -> tables(source, TableScope.inSource(object)),
              target -> tables(target, TableScope.inTarget(object)),
              alive);
      List<TablePair> pairs = pairs(object, both.source(), both.target(), alsoNew);
      if (pairs.isEmpty()) {
        throw Failures.of(
            RestoreErrorCode.NOT_FOUND,
            "There is no table in %s, or the account may not see it.".formatted(object.database()),
            null);
      }
      LoadGate load = new LoadGate(options.mostRunning());
      for (TablePair pair : pairs) {
        TableDiffer differ =
            new TableDiffer(servers, ahead, load, options.largestChunk(), listener);
        listener.table(
            differ.of(
                pair,
                pair.source().in(both.source()).orElse(null),
                pair.target().in(both.target()).orElse(null)));
      }
    }
  }

  private static Map<String, TableStructure> tables(Connection connection, TableScope scope)
      throws SQLException {
    return new StructureReader(new Catalog(connection)).tables(scope);
  }

  private static List<TablePair> pairs(
      ObjectTarget object,
      Map<String, TableStructure> restored,
      Map<String, TableStructure> current,
      boolean alsoNew) {
    List<TableSelection> tables = new ArrayList<>();
    if (object.isWhole()) {
      restored.keySet().forEach(name -> tables.add(new TableSelection(name, null)));
      current.keySet().stream()
          .filter(name -> alsoNew && restored.keySet().stream().noneMatch(name::equalsIgnoreCase))
          .forEach(name -> tables.add(new TableSelection(name, null)));
    } else {
      tables.addAll(object.tables());
    }
    return tables.stream().map(table -> TablePair.of(object, table)).toList();
  }
}
