package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.ObjectKind;
import io.rdsrestore.workflows.plan.SqlName;
import io.rdsrestore.workflows.swap.DatabaseReferences;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes views and routines of one database again in another, and drops each where it was only once
 * the new one says the same: wherever a worker dies, it is in one of the two places.
 */
final class ProgramMove {
  private final Connection connection;
  private final ProgramReader programs;
  private final String from;
  private final String to;
  private final ToldSql told = new ToldSql();

  ProgramMove(Connection connection, String from, String to) throws SQLException {
    this.connection = connection;
    this.programs = new ProgramReader(connection);
    this.from = from;
    this.to = to;
  }

  /** All of these kinds; what stays is told, with the reason and the SQL. */
  List<String> move(ObjectKind... kinds) throws SQLException {
    List<String> stays = new ArrayList<>();
    for (ObjectKind kind : kinds) {
      for (Map.Entry<String, String> stay : move(kind).entrySet()) {
        stays.add(stays(kind, stay.getKey(), stay.getValue()));
      }
    }
    return stays;
  }

  private Map<String, String> move(ObjectKind kind) throws SQLException {
    Map<String, String> reasons = new TreeMap<>();
    int left;
    do {
      // A view may need another one that comes later.
      List<String> names = programs.names(kind, from);
      left = names.size();
      reasons.clear();
      for (String name : names) {
        Optional<Program> program = programs.read(kind, from, name);
        if (program.isPresent()) {
          move(program.get()).ifPresent(why -> reasons.put(name, why));
        }
      }
    } while (!reasons.isEmpty() && reasons.size() < left);
    return reasons;
  }

  /** Why it stays; empty if it has moved. */
  private Optional<String> move(Program program) throws SQLException {
    if (program.sql() == null) {
      return Optional.of("its text is not shown to this account");
    }
    Optional<String> garbled = program.session().garbles(program.sql());
    if (garbled.isPresent()) {
      return garbled;
    }
    String sql = atHome(program);
    if (programs.read(program.kind(), to, program.name()).isEmpty()) {
      try {
        connection.setCatalog(to);
        program.session().run(connection, sql);
      } catch (SQLException e) {
        if (connection.isClosed()) {
          throw e;
        }
        return Optional.of(
            switch (e.getErrorCode()) {
              case SqlTrouble.NEEDS_SUPER ->
                  "it runs as another account, and only one with SUPER (MySQL 8: SET_USER_ID) may make it so";
              case SqlTrouble.BINLOG_NEEDS_SUPER ->
                  "the server lets only an account with SUPER make it while log_bin_trust_function_creators is off";
              default -> SqlTrouble.withoutValues(e);
            });
      }
    }
    Optional<String> made = programs.read(program.kind(), to, program.name()).map(Program::sql);
    if (!made.map(this::unqualified).equals(Optional.of(unqualified(sql)))) {
      return Optional.of("%s has another one of that name".formatted(to));
    }
    Swapper.execute(
        connection,
        "DROP %s %s"
            .formatted(ProgramReader.word(program.kind()), SqlName.quote(from, program.name())));
    return Optional.empty();
  }

  /** A server tells what is of the default database with its name or without. */
  private String unqualified(String sql) {
    return sql.replace(SqlName.quote(to) + ".", "");
  }

  private String stays(ObjectKind kind, String name, String why) throws SQLException {
    return "%s %s.%s stays beside in %s: %s. Its SQL: %s"
        .formatted(kind.word(), to, name, from, why, sql(kind, name));
  }

  /** What makes it at home, since somebody may drop the database beside before reading this. */
  private String sql(ObjectKind kind, String name) throws SQLException {
    return programs
        .read(kind, from, name)
        .filter(program -> program.sql() != null)
        .map(this::atHome)
        .filter(told::hasRoomFor)
        .map(
            sql ->
                new ObjectDefinition(kind, to, name, null, sql)
                    .after("USE %s;".formatted(SqlName.quote(to))))
        .orElseGet(
            () ->
                "SHOW CREATE %s %s; -- too long for a report, or not for everybody: read it before %s is dropped"
                    .formatted(ProgramReader.word(kind), SqlName.quote(from, name), from));
  }

  private String atHome(Program program) {
    return DatabaseReferences.moved(program.sql(), from, to, program.session().sqlMode());
  }

  /** What is never moved: an event might begin at once, and DTS brings none by itself. */
  List<String> events() throws SQLException {
    List<String> stays = new ArrayList<>();
    for (String name : programs.names(ObjectKind.EVENT, from)) {
      stays.add(
          stays(
              ObjectKind.EVENT, name, "an event would run at once on what has just been restored"));
    }
    return stays;
  }
}
