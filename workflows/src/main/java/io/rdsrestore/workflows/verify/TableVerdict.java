package io.rdsrestore.workflows.verify;

import io.rdsrestore.workflows.Counted;
import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.request.VerifyMode;
import java.util.ArrayList;
import java.util.List;

/** What can be said of a table after its rows and its structure were compared. */
public final class TableVerdict {
  private final TablePosition rows;
  private final RowTally tally;
  private final List<Difference> structure;
  private final VerifyMode mode;
  private final boolean keptExisting;
  private final boolean structureCounts;

  /**
   * Of one table.
   *
   * @param rows how its rows came out
   * @param structure in what it differs beside its rows
   * @param mode what was compared
   * @param keptExisting whether rows that were in the target before may differ or be more
   * @param structureCounts whether the structure has to be equal; else it is only told
   */
  public TableVerdict(
      TablePosition rows,
      List<Difference> structure,
      VerifyMode mode,
      boolean keptExisting,
      boolean structureCounts) {
    this.rows = rows;
    this.tally = rows.tally();
    this.structure = structure;
    this.mode = mode;
    this.keptExisting = keptExisting;
    this.structureCounts = structureCounts;
  }

  /** The comparison, for the report. */
  public TableComparison comparison() {
    boolean summed = mode == VerifyMode.CHECKSUM && tally.comparedRows() == tally.sourceRows();
    return new TableComparison(
        rows.source(),
        rows.target(),
        verdict(),
        tally.sourceRows(),
        tally.targetRows(),
        summed && rows.trouble() == null ? tally.sourceSum().text() : null,
        summed && rows.trouble() == null ? tally.targetSum().text() : null,
        note(),
        ComparedKind.TABLE,
        power(),
        differences());
  }

  private ComparisonVerdict verdict() {
    if ((structureCounts && !structure.isEmpty()) || tally.differentChunks() > 0) {
      return isOnlyUncertain() ? ComparisonVerdict.NOT_COMPARED : ComparisonVerdict.DIFFERENT;
    }
    if (rows.trouble() != null || tally.unhashed() > 0) {
      return ComparisonVerdict.NOT_COMPARED;
    }
    return keptExisting && tally.changed() + tally.more() > 0
        ? ComparisonVerdict.COMPLETE
        : ComparisonVerdict.EQUAL;
  }

  /** Without a key nobody can tell rows that were kept from rows that are wrong. */
  private boolean isOnlyUncertain() {
    return keptExisting
        && tally.missing() == 0
        && tally.targetRows() >= tally.sourceRows()
        && !(structureCounts && !structure.isEmpty());
  }

  private Power power() {
    if (rows.trouble() != null) {
      return Power.none(rows.trouble());
    }
    if (tally.unhashed() > 0) {
      return Power.none(unhashed());
    }
    if (mode == VerifyMode.COUNTS) {
      return Power.counted("only the numbers of rows were compared, as asked for");
    }
    return isOnlyUncertain() && tally.differentChunks() > 0
        ? Power.none("there is no primary or unique key to tell kept rows by")
        : Power.sampled(tally.comparedRows(), tally.sourceRows());
  }

  private String unhashed() {
    return "%d rows are too long for the server to hash them (max_allowed_packet)"
        .formatted(tally.unhashed());
  }

  private String note() {
    List<String> said = new ArrayList<>();
    if (mode == VerifyMode.COUNTS) {
      said.add("Only the numbers of rows were compared.");
    }
    if (rows.trouble() != null) {
      said.add("Rows were not all compared: " + rows.trouble() + ".");
    } else if (tally.unhashed() > 0) {
      said.add(unhashed() + ".");
    } else if (isOnlyUncertain() && tally.differentChunks() > 0) {
      said.add("The table has no primary or unique key to tell kept rows by.");
    } else if (tally.differentChunks() > 0) {
      said.add(differentRows());
    } else if (keptExisting && tally.changed() + tally.more() > 0) {
      said.add(
          "%d rows were kept as they were, %d more are only on the primary."
              .formatted(tally.changed(), tally.more()));
    }
    if (tally.rounded()) {
      said.add("FLOAT and DOUBLE are those that DTS reads (ROUND), not the same bits.");
    }
    if (tally.targetMoved()) {
      said.add("The target changed while it was compared: somebody writes to it.");
    }
    if (!structure.isEmpty()) {
      said.add("%s beside the rows.".formatted(Counted.of(structure.size(), "difference")));
    }
    return said.isEmpty() ? null : String.join(" ", said);
  }

  private String differentRows() {
    String counts =
        tally.sourceRows() == tally.targetRows()
            ? "As many rows, but not the same"
            : "Not as many rows";
    if (keptExisting && tally.missing() > 0) {
      return "%d rows of the clone are missing.".formatted(tally.missing());
    }
    long keys = tally.missing() + tally.changed() + tally.more();
    return keys == 0
        ? counts + "."
        : "%s: %d missing, %d changed, %d more."
            .formatted(counts, tally.missing(), tally.changed(), tally.more());
  }

  private List<Difference> differences() {
    List<Difference> all = new ArrayList<>();
    if (tally.differentChunks() > 0 && !isOnlyUncertain()) {
      all.add(
          new Difference(
              "rows",
              Long.toString(tally.sourceRows()),
              "%d (%s)".formatted(tally.targetRows(), differentRows())));
    }
    structure.stream().limit(TableComparison.MOST_DIFFERENCES).forEach(all::add);
    return List.copyOf(all);
  }
}
