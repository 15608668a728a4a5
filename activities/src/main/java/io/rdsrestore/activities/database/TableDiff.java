package io.rdsrestore.activities.database;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How the rows of two tables differ, in numbers. Rows by contents, not structure.
 *
 * @param restored name of the restored table
 * @param current name of the table it is compared with
 * @param verdict whether they differ
 * @param restoredRows its rows; null if that is not known
 * @param currentRows likewise
 * @param onlyRestored rows whose key only the restored table has; null if that cannot be told
 * @param onlyCurrent likewise of the current table
 * @param changed rows whose key both have, with other values; null if that cannot be told
 * @param key columns that tell rows apart; empty if there are none
 * @param note what else has to be known; null if nothing
 */
public record TableDiff(
    String restored,
    String current,
    Verdict verdict,
    Long restoredRows,
    Long currentRows,
    Long onlyRestored,
    Long onlyCurrent,
    Long changed,
    List<String> key,
    String note) {
  /** Of one table. */
  public enum Verdict {
    @JsonProperty("equal")
    EQUAL,
    @JsonProperty("different")
    DIFFERENT,
    @JsonProperty("notCompared")
    NOT_COMPARED
  }

  static TableDiff notCompared(TablePair pair, String why) {
    return new TableDiff(
        pair.source().toString(),
        pair.target().toString(),
        Verdict.NOT_COMPARED,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        why);
  }
}
