package io.rdsrestore.activities.sqlserver;

import static java.util.stream.Collectors.joining;

import io.rdsrestore.activities.Attempt;
import io.rdsrestore.activities.sqlserver.Catalog.Counted;
import io.rdsrestore.workflows.activity.CompareTables;
import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.request.VerifyMode;
import io.rdsrestore.workflows.verify.ComparedKind;
import io.rdsrestore.workflows.verify.Difference;
import io.rdsrestore.workflows.verify.Power;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares a copy with the clone by columns, row counts and CHECKSUM_AGG. */
final class Comparisons {
  private final Catalog source;
  private final Catalog target;
  private final CompareTables wanted;
  private final Attempt attempt;

  Comparisons(Sql source, Sql target, CompareTables wanted, Attempt attempt) {
    this.source = new Catalog(source);
    this.target = new Catalog(target);
    this.wanted = wanted;
    this.attempt = attempt;
  }

  List<TableComparison> run() throws SQLException {
    List<TableComparison> comparisons = new ArrayList<>();
    for (ObjectTarget object : wanted.objects()) {
      compare(object, comparisons);
    }
    return comparisons;
  }

  private void compare(ObjectTarget object, List<TableComparison> comparisons) throws SQLException {
    List<TableRef> cloned = source.tableNames(object.database());
    List<TableRef> copied = target.tableNames(object.targetDatabase());
    Map<TableRef, List<ColumnFacts>> columns = source.columns(object.database());
    Map<TableRef, List<ColumnFacts>> copiedColumns = target.columns(object.targetDatabase());
    List<TableSelection> tables =
        object.isWhole()
            ? cloned.stream().map(table -> new TableSelection(table.shortName(), null)).toList()
            : object.tables();
    for (TableSelection table : tables) {
      attempt.progress("comparing");
      Optional<TableRef> from = Catalog.find(cloned, table.name()).stream().findFirst();
      Optional<TableRef> to = Catalog.find(copied, table.targetName()).stream().findFirst();
      String sourceName = object.database() + "." + table.name();
      String targetName = object.targetDatabase() + "." + table.targetName();
      if (from.isEmpty() || to.isEmpty()) {
        comparisons.add(missing(sourceName, targetName, from.isPresent(), to.isPresent()));
      } else {
        comparisons.add(
            compare(
                from.get(),
                to.get(),
                columns.getOrDefault(from.get(), List.of()),
                copiedColumns.getOrDefault(to.get(), List.of())));
      }
    }
  }

  private static TableComparison missing(
      String sourceName, String targetName, boolean inSource, boolean inTarget) {
    boolean nowhere = !inSource && !inTarget;
    return new TableComparison(
        sourceName,
        targetName,
        nowhere ? ComparisonVerdict.NOT_COMPARED : ComparisonVerdict.DIFFERENT,
        0,
        0,
        null,
        null,
        nowhere
            ? "it is neither in the clone nor on the primary"
            : inSource ? "it is not on the primary" : "it is not in the clone",
        ComparedKind.TABLE,
        Power.none(null),
        List.of());
  }

  private TableComparison compare(
      TableRef from, TableRef to, List<ColumnFacts> columns, List<ColumnFacts> copied)
      throws SQLException {
    List<Difference> differences = wanted.structure() ? structure(columns, copied) : List.of();
    List<String> names = copied.stream().map(ColumnFacts::name).toList();
    List<String> summed =
        wanted.mode() == VerifyMode.CHECKSUM && !wanted.keptExisting()
            ? summed(columns)
            : List.of();
    // A column that the copy lacks cannot be summed up there.
    List<String> both = names.containsAll(summed) ? summed : List.of();
    Counted before = source.count(from, both);
    Counted after = target.count(to, both);
    boolean rows = wanted.keptExisting() ? after.rows() >= before.rows() : before.equals(after);
    return new TableComparison(
        from.toString(),
        to.toString(),
        !rows || !differences.isEmpty()
            ? ComparisonVerdict.DIFFERENT
            : wanted.keptExisting() ? ComparisonVerdict.COMPLETE : ComparisonVerdict.EQUAL,
        before.rows(),
        after.rows(),
        before.checksum(),
        after.checksum(),
        note(columns, both),
        ComparedKind.TABLE,
        power(columns, both),
        differences.stream().limit(TableComparison.MOST_DIFFERENCES).toList());
  }

  /** What a checksum says something of, in the order of the table. */
  static List<String> summed(List<ColumnFacts> columns) {
    return columns.stream().filter(ColumnFacts::isSummed).map(ColumnFacts::name).toList();
  }

  private static List<Difference> structure(List<ColumnFacts> columns, List<ColumnFacts> copied) {
    Stream<Difference> gone =
        columns.stream()
            .flatMap(
                column -> {
                  String now = says(copied, column.name());
                  return column.says().equals(now)
                      ? Stream.empty()
                      : Stream.of(new Difference("column " + column.name(), column.says(), now));
                });
    Stream<Difference> added =
        copied.stream()
            .filter(column -> says(columns, column.name()) == null)
            .map(column -> new Difference("column " + column.name(), null, column.says()));
    return Stream.concat(gone, added).toList();
  }

  private static String says(List<ColumnFacts> columns, String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .map(ColumnFacts::says)
        .findFirst()
        .orElse(null);
  }

  private static String note(List<ColumnFacts> columns, List<String> summed) {
    String left =
        columns.stream()
            .map(ColumnFacts::name)
            .filter(name -> !summed.contains(name))
            .collect(joining(", "));
    return summed.isEmpty() || left.isEmpty() ? null : "not in the checksum: " + left;
  }

  private static Power power(List<ColumnFacts> columns, List<String> summed) {
    return summed.isEmpty()
        ? Power.counted("only rows were counted")
        : Power.weak(
            "CHECKSUM_AGG over BINARY_CHECKSUM of %d of %d columns: 32 bits, and rows that differ can cancel each other out"
                .formatted(summed.size(), columns.size()));
  }
}
