package io.rdsrestore.activities.database;

import io.rdsrestore.activities.database.Servers.Answers;
import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.request.VerifyMode;
import java.sql.SQLException;
import java.util.Optional;

/** Compares one table of the clone with its copy. */
final class TableComparer {
  private static final String COUNTED = "Only the numbers of rows were compared.";

  private final Servers servers;
  private final VerifyMode mode;
  private final boolean keptExisting;
  private final Runnable alive;

  TableComparer(Servers servers, VerifyMode mode, boolean keptExisting, Runnable alive) {
    this.servers = servers;
    this.mode = mode;
    this.keptExisting = keptExisting;
    this.alive = alive;
  }

  TableComparison compare(TablePair pair) {
    Answers<Optional<CountedTable>, Optional<CountedTable>> counted =
        servers.ask(
            "Counting " + pair.source(),
            source -> CountedTable.read(source, pair.source()),
            target -> CountedTable.read(target, pair.target()),
            alive);
    if (counted.source().isEmpty()) {
      long rows = counted.target().map(CountedTable::rows).orElse(0L);
      return verdict(
          pair, ComparisonVerdict.NOT_COMPARED, 0, rows, "The table is not in the clone.");
    }
    CountedTable source = counted.source().get();
    if (counted.target().isEmpty()) {
      return verdict(
          pair, ComparisonVerdict.DIFFERENT, source.rows(), 0, "The table is not on the primary.");
    }
    CountedTable target = counted.target().get();
    return switch (mode) {
      case NONE ->
          verdict(
              pair,
              ComparisonVerdict.NOT_COMPARED,
              source.rows(),
              target.rows(),
              "No comparison was asked for.");
      case COUNTS -> byCount(pair, source.rows(), target.rows());
      case CHECKSUM -> byChecksum(pair, source, target);
    };
  }

  private TableComparison byCount(TablePair pair, long sourceRows, long targetRows) {
    ComparisonVerdict verdict = ComparisonVerdict.DIFFERENT;
    if (sourceRows == targetRows) {
      verdict = ComparisonVerdict.EQUAL;
    } else if (keptExisting && targetRows > sourceRows) {
      verdict = ComparisonVerdict.COMPLETE;
    }
    return verdict(pair, verdict, sourceRows, targetRows, COUNTED);
  }

  private TableComparison byChecksum(TablePair pair, CountedTable source, CountedTable target) {
    String columns = source.shape().differenceTo(target.shape());
    if (!columns.isEmpty()) {
      return verdict(
          pair,
          ComparisonVerdict.DIFFERENT,
          source.rows(),
          target.rows(),
          "Rows were not compared: " + columns + ".");
    }
    TableShape shape = source.shape();
    Answers<Fingerprint, Fingerprint> prints =
        servers.ask(
            "Comparing " + pair.source(),
            connection -> new TableReader(connection).fingerprint(pair.source(), shape),
            connection -> new TableReader(connection).fingerprint(pair.target(), shape),
            alive);
    if (!prints.source().isWhole() || !prints.target().isWhole()) {
      return verdict(
          pair,
          ComparisonVerdict.NOT_COMPARED,
          prints.source().rows(),
          prints.target().rows(),
          "A row is too long for the server to hash it (max_allowed_packet).");
    }
    if (prints.source().equals(prints.target())) {
      return verdict(pair, ComparisonVerdict.EQUAL, prints, null);
    }
    return keptExisting ? byKey(pair, shape, prints) : different(pair, prints);
  }

  private static TableComparison different(
      TablePair pair, Answers<Fingerprint, Fingerprint> prints) {
    boolean sameCount = prints.source().rows() == prints.target().rows();
    return verdict(
        pair,
        ComparisonVerdict.DIFFERENT,
        prints,
        sameCount ? "As many rows, but not the same." : "Not as many rows.");
  }

  /** Where rows were kept: the clone's keys must all be there. */
  private TableComparison byKey(
      TablePair pair, TableShape shape, Answers<Fingerprint, Fingerprint> prints) {
    if (!shape.hasKey()) {
      return verdict(
          pair,
          ComparisonVerdict.NOT_COMPARED,
          prints,
          "The table has no primary or unique key to tell kept rows by.");
    }
    KeyMerge merge =
        servers
            .ask(
                "Comparing the keys of " + pair.source(),
                source -> merge(pair, shape),
                t -> true,
                alive)
            .source();
    if (merge.missing() > 0) {
      return verdict(
          pair,
          ComparisonVerdict.DIFFERENT,
          prints,
          "%d rows of the clone are missing.".formatted(merge.missing()));
    }
    return verdict(
        pair,
        ComparisonVerdict.COMPLETE,
        prints,
        "%d rows were kept as they were, %d more are only on the primary."
            .formatted(merge.kept(), merge.more()));
  }

  private KeyMerge merge(TablePair pair, TableShape shape) throws SQLException {
    try (KeyedRows source = new KeyedRows(servers.source(), pair.source(), shape);
        KeyedRows target = new KeyedRows(servers.target(), pair.target(), shape)) {
      return KeyMerge.of(source, target);
    } catch (KeyedRows.StreamBroken e) {
      throw e.reason();
    }
  }

  private static TableComparison verdict(
      TablePair pair, ComparisonVerdict verdict, long sourceRows, long targetRows, String note) {
    return new TableComparison(
        pair.source().toString(),
        pair.target().toString(),
        verdict,
        sourceRows,
        targetRows,
        null,
        null,
        note);
  }

  private static TableComparison verdict(
      TablePair pair,
      ComparisonVerdict verdict,
      Answers<Fingerprint, Fingerprint> prints,
      String note) {
    return new TableComparison(
        pair.source().toString(),
        pair.target().toString(),
        verdict,
        prints.source().rows(),
        prints.target().rows(),
        prints.source().checksum(),
        prints.target().checksum(),
        note);
  }
}
