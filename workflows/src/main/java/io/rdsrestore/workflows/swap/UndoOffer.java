package io.rdsrestore.workflows.swap;

import io.rdsrestore.workflows.merge.MergePlan;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can still be taken back after the restore has ended: a swap, or a merge.
 *
 * @param until when it cannot any more
 * @param swapped tables that have changed places; empty: none
 * @param merge rows that were merged; null: none
 */
public record UndoOffer(Instant until, List<SwapTable> swapped, MergePlan merge) {

  /** What it is: {@code swap} or {@code merge}. */
  public String what() {
    return merge == null ? "swap" : "merge";
  }

  /** Databases of the tables that it looks at and writes into. */
  public List<String> databases() {
    return Stream.concat(
            swapped.stream()
                .flatMap(
                    table ->
                        Stream.of(
                            table.current().database(),
                            table.restored().database(),
                            table.aside().database())),
            merge == null
                ? Stream.of()
                : merge.tables().stream()
                    .flatMap(
                        table ->
                            Stream.of(
                                table.current().database(),
                                table.restored().database(),
                                table.saved().database())))
        .distinct()
        .toList();
  }

  /** What has to be there for it: without any of it nothing can be taken back. */
  public List<QualifiedName> needs() {
    return merge == null
        ? swapped.stream().map(SwapTable::aside).toList()
        : merge.tables().stream()
            .flatMap(table -> Stream.of(table.restored(), table.saved()))
            .toList();
  }

  /** The same, to be asked for until another time. */
  public UndoOffer withUntil(Instant newUntil) {
    return new UndoOffer(newUntil, swapped, merge);
  }
}
