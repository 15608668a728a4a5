package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.request.VerifyMode;
import io.rdsrestore.workflows.verify.ComparedKind;
import io.rdsrestore.workflows.verify.DatabaseStructure;
import io.rdsrestore.workflows.verify.Difference;
import io.rdsrestore.workflows.verify.NameMap;
import io.rdsrestore.workflows.verify.Power;
import io.rdsrestore.workflows.verify.QualifiedName;
import io.rdsrestore.workflows.verify.StructureDiff;
import io.rdsrestore.workflows.verify.TablePosition;
import io.rdsrestore.workflows.verify.TableStructure;
import io.rdsrestore.workflows.verify.TableVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Compares databases of two servers: their structure first, then rows, part by part, and at the end
 * what refers to rows that are not there.
 */
final class Verification {
  private final Supplier<Servers> connect;
  private final VerificationScope scope;
  private final VerificationWatcher watcher;
  private final List<TablePosition> last;

  /**
   * One comparison.
   *
   * @param connect connections of one lane
   * @param last how far the last attempt was; empty in the first
   */
  Verification(
      Supplier<Servers> connect,
      VerificationScope scope,
      VerificationWatcher watcher,
      List<TablePosition> last) {
    this.connect = connect;
    this.scope = scope;
    this.watcher = watcher;
    this.last = last;
  }

  /** Structures of a database and of what was made of it. */
  private record Both(ObjectTarget object, DatabaseStructure source, DatabaseStructure target) {}

  List<TableComparison> run() {
    try (Servers servers = connect.get()) {
      List<Both> databases = structures(servers);
      NameMap names = names(databases);
      Map<TablePair, TableComparison> tables = new LinkedHashMap<>();
      Map<TablePair, List<Difference>> structure = new LinkedHashMap<>();
      List<TableRows> rows = new ArrayList<>();
      for (Both database : databases) {
        for (TablePair pair : pairs(database)) {
          prepare(database, pair, names, tables, structure, rows);
        }
      }
      compareRows(rows);
      for (TableRows table : rows) {
        TablePair pair = table.pair();
        tables.put(
            pair,
            new TableVerdict(
                    table.position(),
                    structure.get(pair),
                    scope.mode(),
                    scope.keptExisting(),
                    scope.structure())
                .comparison());
      }
      tellLastWrites(servers, tables);
      List<TableComparison> all = new ArrayList<>(withOrphans(servers, tables));
      for (Both database : databases) {
        all.addAll(
            new ObjectComparison(scope, names)
                .of(database.object(), database.source(), database.target()));
      }
      return all;
    }
  }

  private List<Both> structures(Servers servers) {
    List<Both> databases = new ArrayList<>();
    for (ObjectTarget object : scope.objects()) {
      Runnable alive =
          () -> watcher.tell("reading the structure of " + object.database(), List.of());
      alive.run();
      Servers.Answers<DatabaseStructure, DatabaseStructure> both =
          servers.ask(
              "Reading the structure of " + object.database(),
              source -> DatabaseStructureReader.read(source, TableScope.inSource(object)),
              target -> DatabaseStructureReader.read(target, TableScope.inTarget(object)),
              alive);
      databases.add(new Both(object, both.source(), both.target()));
    }
    return databases;
  }

  private static NameMap names(List<Both> databases) {
    Map<QualifiedName, QualifiedName> tables = new LinkedHashMap<>();
    for (Both database : databases) {
      for (TablePair pair : pairs(database)) {
        tables.put(pair.source().qualified(), pair.target().qualified());
      }
    }
    return new NameMap(
        databases.stream()
            .collect(
                Collectors.toMap(
                    both -> both.object().database(),
                    both -> both.object().targetDatabase(),
                    (a, b) -> a)),
        tables);
  }

  /** The chosen tables; of a whole database those of the source. */
  private static List<TablePair> pairs(Both both) {
    ObjectTarget object = both.object();
    List<TableSelection> tables =
        object.isWhole()
            ? both.source().tables().keySet().stream()
                .map(name -> new TableSelection(name, null))
                .toList()
            : object.tables();
    return tables.stream().map(table -> TablePair.of(object, table)).toList();
  }

  private void prepare(
      Both database,
      TablePair pair,
      NameMap names,
      Map<TablePair, TableComparison> tables,
      Map<TablePair, List<Difference>> structure,
      List<TableRows> rows) {
    // In the order of the request, whenever its rows are done.
    tables.put(pair, null);
    Optional<TableStructure> source = pair.source().in(database.source().tables());
    Optional<TableStructure> target = pair.target().in(database.target().tables());
    if (source.isEmpty()) {
      tables.put(
          pair, only(pair, ComparisonVerdict.NOT_COMPARED, "The table is not in the clone."));
      return;
    }
    if (target.isEmpty()) {
      tables.put(pair, only(pair, ComparisonVerdict.DIFFERENT, "The table is not on the primary."));
      return;
    }
    List<Difference> differences =
        scope.structure() || scope.everything()
            ? StructureDiff.tables(source.get(), target.get(), names)
            : List.of();
    structure.put(pair, differences);
    String columns = RowForm.otherColumns(source.get(), target.get());
    if (!columns.isEmpty()) {
      tables.put(pair, otherColumns(pair, columns, differences));
    } else if (scope.mode() == VerifyMode.NONE) {
      tables.put(pair, only(pair, ComparisonVerdict.NOT_COMPARED, "No comparison was asked for."));
    } else {
      rows.add(rows(pair, source.get(), target.get()));
    }
  }

  private TableRows rows(TablePair pair, TableStructure source, TableStructure target) {
    RowForm form = RowForm.of(source, target);
    ChunkKey key = ChunkKey.of(source, target).orElse(null);
    RowComparer comparer = new RowComparer(pair, form, key, scope, watcher.keys(pair));
    return TableRows.of(comparer, form, key, source.estimatedRows(), position(pair), scope);
  }

  private TablePosition position(TablePair pair) {
    return last.stream()
        .filter(
            position ->
                position.source().equals(pair.source().toString())
                    && position.target().equals(pair.target().toString()))
        .findFirst()
        .orElseGet(() -> TablePosition.start(pair.source().toString(), pair.target().toString()));
  }

  private void compareRows(List<TableRows> rows) {
    LoadGate load = new LoadGate(scope.mostRunning());
    RowsProgress progress = new RowsProgress(rows, load);
    Runnable tell = () -> watcher.tell(progress.text(), progress.positions());
    tell.run();
    new Lanes(connect, load, scope.lanes()).run(rows, tell);
    tell.run();
  }

  /** Of tables that differ: mostly the application writes into them already. */
  private void tellLastWrites(Servers servers, Map<TablePair, TableComparison> tables) {
    if (scope.copyEndedAt() == null) {
      return;
    }
    tables.replaceAll(
        (pair, table) ->
            table.verdict() == ComparisonVerdict.DIFFERENT
                ? lastWrite(servers, pair).map(said -> noted(table, said)).orElse(table)
                : table);
  }

  private Optional<String> lastWrite(Servers servers, TablePair pair) {
    return servers
        .ask(
            "Reading when " + pair.target() + " was written to",
            source -> true,
            target -> LastWrites.since(target, pair.target(), scope.copyEndedAt()),
            () -> watcher.tell("reading when tables were written to", List.of()))
        .target();
  }

  private List<TableComparison> withOrphans(
      Servers servers, Map<TablePair, TableComparison> tables) {
    Map<QualifiedName, TablePair> byTarget = new LinkedHashMap<>();
    tables.keySet().forEach(pair -> byTarget.put(pair.target().qualified(), pair));
    Set<QualifiedName> compared = new LinkedHashSet<>(byTarget.keySet());
    Runnable alive = () -> watcher.tell("counting rows without a parent", List.of());
    List<Orphans.Found> found =
        scope.mode() == VerifyMode.NONE
            ? List.of()
            : servers
                .ask(
                    "Counting rows without a parent",
                    source -> true,
                    target -> new Orphans(target).of(compared),
                    alive)
                .target();
    for (Orphans.Found orphans : found) {
      TablePair pair =
          Optional.ofNullable(byTarget.get(orphans.child()))
              .orElseGet(() -> byTarget.get(orphans.parent()));
      tables.computeIfPresent(pair, (same, comparison) -> noted(comparison, orphans.text()));
    }
    return List.copyOf(tables.values());
  }

  private static TableComparison noted(TableComparison table, String note) {
    return new TableComparison(
        table.source(),
        table.target(),
        table.verdict(),
        table.sourceRows(),
        table.targetRows(),
        table.sourceChecksum(),
        table.targetChecksum(),
        table.note() == null ? note : table.note() + " " + note,
        table.kind(),
        table.power(),
        table.differences());
  }

  private static TableComparison only(TablePair pair, ComparisonVerdict verdict, String note) {
    return new TableComparison(
        pair.source().toString(),
        pair.target().toString(),
        verdict,
        0,
        0,
        null,
        null,
        note,
        ComparedKind.TABLE,
        verdict == ComparisonVerdict.DIFFERENT ? Power.definition() : Power.none(note),
        verdict == ComparisonVerdict.DIFFERENT
            ? List.of(new Difference("table", pair.source().toString(), null))
            : List.of());
  }

  private static TableComparison otherColumns(
      TablePair pair, String columns, List<Difference> differences) {
    String note = "Rows were not compared: " + columns + ".";
    return new TableComparison(
        pair.source().toString(),
        pair.target().toString(),
        ComparisonVerdict.DIFFERENT,
        0,
        0,
        null,
        null,
        note,
        ComparedKind.TABLE,
        Power.none(note),
        differences.isEmpty()
            ? List.of(Difference.of(columns))
            : differences.stream().limit(TableComparison.MOST_DIFFERENCES).toList());
  }
}
