package io.rdsrestore.worker.cli;

import io.rdsrestore.activities.database.DatabaseDiff;
import io.rdsrestore.activities.database.RowDifference;
import io.rdsrestore.activities.database.TableDiff;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Hears what differs, tells it on the standard output, and remembers how it ended. */
final class DiffOutput implements DatabaseDiff.Listener {
  private final PrintWriter out;
  private final ProgressLines progress;
  private final DiffFormat format;
  private final boolean values;
  private final int limit;
  private final List<RowDifference> first = new ArrayList<>();
  private final List<Compared> tables = new ArrayList<>();
  private boolean equal = true;

  /**
   * Output of one comparison.
   *
   * @param values whether the values of changed rows are told
   * @param limit how many rows of a table are told, unless all are
   */
  DiffOutput(PrintWriter out, PrintWriter err, DiffFormat format, boolean values, int limit) {
    this.out = out;
    progress = new ProgressLines(err);
    this.format = format;
    this.values = values;
    this.limit = limit;
    if (format == DiffFormat.CSV) {
      out.print(DiffCsv.header());
    }
  }

  /** A table with its first rows. */
  record Compared(TableDiff table, List<RowDifference> rows) {}

  /** The answer to programs. */
  record Answer(TableDiff.Verdict verdict, List<Compared> tables) {}

  @Override
  public void doing(String what) {
    progress.doing(what);
  }

  @Override
  public void warning(String text) {
    progress.say(text);
  }

  @Override
  public boolean wantsValues(String table) {
    return values && (format == DiffFormat.CSV || first.size() < limit);
  }

  @Override
  public void row(RowDifference row) {
    if (format == DiffFormat.CSV) {
      out.print(DiffCsv.lines(row));
    } else if (first.size() < limit) {
      first.add(row);
    }
  }

  @Override
  public void table(TableDiff table) {
    equal &= table.verdict() == TableDiff.Verdict.EQUAL;
    Compared compared = new Compared(table, List.copyOf(first));
    first.clear();
    switch (format) {
      case TEXT -> DiffText.lines(compared).forEach(out::println);
      case JSON -> tables.add(compared);
      case CSV -> progress.say(DiffText.summary(table));
    }
    out.flush();
  }

  /** Whether all tables are equal. */
  boolean isEqual() {
    return equal;
  }

  Answer answer() {
    TableDiff.Verdict verdict =
        isEqual()
            ? TableDiff.Verdict.EQUAL
            : tables.stream().anyMatch(one -> one.table().verdict() == TableDiff.Verdict.DIFFERENT)
                ? TableDiff.Verdict.DIFFERENT
                : TableDiff.Verdict.NOT_COMPARED;
    return new Answer(verdict, List.copyOf(tables));
  }
}
