package io.rdsrestore.activities.database;

import io.rdsrestore.activities.Attempt;
import io.rdsrestore.activities.database.Servers.Answers;
import io.rdsrestore.workflows.activity.ReadChosenTables;
import io.rdsrestore.workflows.activity.TableLook;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.verify.TableStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The chosen tables in the clone and under the same names on the primary, before anything is
 * copied.
 */
final class ChosenTablesReader {
  private static final String DOING = "Reading the chosen tables";

  private final DatabaseConnector connector;

  ChosenTablesReader(DatabaseConnector connector) {
    this.connector = connector;
  }

  List<TableLook> read(ReadChosenTables wanted) {
    Attempt attempt = Attempt.current();
    Runnable alive = () -> attempt.progress("reading the chosen tables");
    try (Servers servers = Servers.connect(connector, wanted.source(), wanted.primary())) {
      servers.ask(
          DOING,
          source -> {
            new TableReader(source).beginSnapshot();
            return true;
          },
          target -> {
            new TableReader(target).beginSnapshot();
            return true;
          },
          alive);
      List<TableLook> looks = new ArrayList<>();
      for (ObjectTarget object : wanted.objects()) {
        for (String table : tables(servers, object, alive)) {
          looks.add(
              table == null
                  ? new TableLook(object.database(), null, false, 0, false, 0, false)
                  : look(servers, new TableName(object.database(), table), alive));
        }
      }
      return looks;
    }
  }

  /** Names of the tables; a single null if the database itself is not in the clone. */
  private static List<String> tables(Servers servers, ObjectTarget object, Runnable alive) {
    return servers
        .ask(
            DOING,
            source -> {
              SchemaReader schema = new SchemaReader(source);
              List<String> names = new ArrayList<>();
              if (!schema.hasDatabase(object.database())) {
                names.add(null);
              } else if (object.isWhole()) {
                names.addAll(schema.tables(object.database()));
              } else {
                object.tables().stream().map(TableSelection::name).forEach(names::add);
              }
              return names;
            },
            target -> true,
            alive)
        .source();
  }

  private static TableLook look(Servers servers, TableName table, Runnable alive) {
    Servers.Question<Optional<CountedTable>> question =
        connection -> CountedTable.read(connection, table);
    Answers<Optional<CountedTable>, Optional<CountedTable>> both =
        servers.ask("Counting " + table, question, question, alive);
    long inClone = both.source().map(CountedTable::rows).orElse(0L);
    long onPrimary = both.target().map(CountedTable::rows).orElse(0L);
    boolean same =
        both.source().isPresent()
            && both.target().isPresent()
            && inClone == onPrimary
            && sameRows(
                servers,
                table,
                both.source().get().structure(),
                both.target().get().structure(),
                alive);
    return new TableLook(
        table.database(),
        table.table(),
        both.source().isPresent(),
        inClone,
        both.target().isPresent(),
        onPrimary,
        same);
  }

  private static boolean sameRows(
      Servers servers,
      TableName table,
      TableStructure clone,
      TableStructure primary,
      Runnable alive) {
    if (!RowForm.otherColumns(clone, primary).isEmpty()) {
      return false;
    }
    RowForm form = RowForm.of(clone, primary);
    Servers.Question<Fingerprint> question =
        connection -> new TableReader(connection).fingerprint(table, form);
    Answers<Fingerprint, Fingerprint> both =
        servers.ask("Comparing " + table, question, question, alive);
    return both.source().isWhole()
        && both.target().isWhole()
        && both.source().equals(both.target());
  }
}
