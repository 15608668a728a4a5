package io.rdsrestore.activities.database;

import io.rdsrestore.activities.Attempt;
import io.rdsrestore.workflows.activity.CompareTables;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.ArrayList;
import java.util.List;

/** Compares table after table, and goes on after a crash with the first that was not finished. */
final class Comparison {
  private final DatabaseConnector connector;

  Comparison(DatabaseConnector connector) {
    this.connector = connector;
  }

  List<TableComparison> compare(CompareTables wanted) {
    Attempt attempt = Attempt.current();
    List<TableComparison> finished =
        new ArrayList<>(
            attempt
                .lastProgress(ComparisonProgress.class)
                .map(ComparisonProgress::finished)
                .orElse(List.of()));
    try (Servers servers = Servers.connect(connector, wanted.source(), wanted.target())) {
      List<TablePair> pairs = pairs(servers, wanted, attempt);
      for (TablePair pair : pairs) {
        if (isFinished(pair, finished)) {
          continue;
        }
        String doing =
            "comparing %s, table %d of %d"
                .formatted(pair.source(), finished.size() + 1, pairs.size());
        Runnable alive =
            () -> attempt.progress(new ComparisonProgress(doing, List.copyOf(finished)));
        alive.run();
        finished.add(
            new TableComparer(servers, wanted.mode(), wanted.keptExisting(), alive).compare(pair));
      }
      return finished;
    }
  }

  private static boolean isFinished(TablePair pair, List<TableComparison> finished) {
    return finished.stream()
        .anyMatch(
            done ->
                done.source().equals(pair.source().toString())
                    && done.target().equals(pair.target().toString()));
  }

  private static List<TablePair> pairs(Servers servers, CompareTables wanted, Attempt attempt) {
    List<TablePair> pairs = new ArrayList<>();
    for (ObjectTarget object : wanted.objects()) {
      List<TableSelection> tables =
          object.isWhole() ? all(servers, object, attempt) : object.tables();
      for (TableSelection table : tables) {
        pairs.add(
            new TablePair(
                new TableName(object.database(), table.name()),
                new TableName(object.targetDatabase(), table.targetName())));
      }
    }
    return pairs;
  }

  /** The tables of a whole database are those of the clone. */
  private static List<TableSelection> all(Servers servers, ObjectTarget object, Attempt attempt) {
    List<String> names =
        servers
            .ask(
                "Listing the tables of " + object.database(),
                source -> new SchemaReader(source).tables(object.database()),
                target -> true,
                () -> attempt.progress(new ComparisonProgress("listing tables", List.of())))
            .source();
    return names.stream().map(name -> new TableSelection(name, null)).toList();
  }
}
