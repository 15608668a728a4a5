package io.rdsrestore.sandbox.memory;

import io.rdsrestore.sandbox.dataplane.CopySpec;
import io.rdsrestore.sandbox.dataplane.CopySpec.DatabaseMapping;
import io.rdsrestore.sandbox.dataplane.CopySpec.TableMapping;
import io.rdsrestore.sandbox.dataplane.PrecheckNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What servers of an engine say, and what DTS asks for of them. */
enum MemoryEngine {
  MYSQL {
    @Override
    String loginFailed(String user) {
      return "DTS-60001 Access denied for user '" + user + "'";
    }

    @Override
    boolean mayRead(Contents.Login login, String database) {
      return login.mayRead(database);
    }

    @Override
    boolean mayWrite(Contents.Login login, String database) {
      return login.mayWrite(database);
    }

    @Override
    String cannotRead(String database) {
      return "SELECT on " + database + " is not granted";
    }

    @Override
    String cannotWrite(String database) {
      return "read and write on " + database + " are not granted";
    }

    @Override
    String exists(String table) {
      return "DTS-1020042 Execute sql error sql: Table \"" + table + "\" already exists";
    }

    @Override
    Map<String, List<String>> limits(CopySpec spec) {
      return Map.of();
    }
  },

  /** As its servers say it; what DTS asks for is in its guide for SQL Server. */
  SQL_SERVER {
    private static final int MAX_DATABASES = 10;
    private static final int MAX_EDITED_TABLES = 1_000;

    @Override
    String loginFailed(String user) {
      return "DTS-60001 Login failed for user '" + user + "'.";
    }

    /** On RDS, DTS reads as the owner. */
    @Override
    boolean mayRead(Contents.Login login, String database) {
      return login.owns(database);
    }

    @Override
    boolean mayWrite(Contents.Login login, String database) {
      return login.mayWrite(database);
    }

    @Override
    String cannotRead(String database) {
      return "the account is not db_owner of " + database;
    }

    @Override
    String cannotWrite(String database) {
      return "the account may not read and write " + database;
    }

    @Override
    String exists(String table) {
      return "DTS-1020042 Execute sql error sql: There is already an object named '"
          + table
          + "' in the database.";
    }

    @Override
    Map<String, List<String>> limits(CopySpec spec) {
      Map<String, List<String>> problems = new LinkedHashMap<>();
      int databases = spec.databases().size();
      problems.put(
          PrecheckNames.SQL_SERVER_DATABASES,
          databases <= MAX_DATABASES
              ? List.of()
              : List.of(
                  "%d databases are selected, at most %d are allowed for a task"
                      .formatted(databases, MAX_DATABASES)));
      long edited =
          spec.databases().stream()
              .flatMap(database -> database.tables().stream())
              .filter(table -> !table.as().equals(table.name()))
              .count();
      problems.put(
          PrecheckNames.SQL_SERVER_TABLES,
          edited <= MAX_EDITED_TABLES
              ? List.of()
              : List.of(
                  "%d tables are edited, at most %d are allowed for a task"
                      .formatted(edited, MAX_EDITED_TABLES)));
      problems.put(PrecheckNames.SQL_SERVER_SAME_NAMES, sameNames(spec));
      return problems;
    }

    /** Tables of one name in several schemas, unless the whole database is selected. */
    private static List<String> sameNames(CopySpec spec) {
      List<String> same = new ArrayList<>();
      for (DatabaseMapping database : spec.databases()) {
        TreeSet<String> names = new TreeSet<>();
        for (TableMapping table : database.tables()) {
          String name = table.as().substring(table.as().indexOf('.') + 1);
          if (!names.add(name)) {
            same.add("the table name %s is selected twice for %s".formatted(name, database.as()));
          }
        }
      }
      return same;
    }
  };

  static MemoryEngine of(String rdsName) {
    return rdsName.equals("SQLServer") ? SQL_SERVER : MYSQL;
  }

  abstract String loginFailed(String user);

  abstract boolean mayRead(Contents.Login login, String database);

  abstract boolean mayWrite(Contents.Login login, String database);

  abstract String cannotRead(String database);

  abstract String cannotWrite(String database);

  /** What a copy says of a table that is there. */
  abstract String exists(String table);

  /** Precheck items of its own, with their problems. */
  abstract Map<String, List<String>> limits(CopySpec spec);
}
