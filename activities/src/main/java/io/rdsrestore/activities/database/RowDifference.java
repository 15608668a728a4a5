package io.rdsrestore.activities.database;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A row that is not the same in both tables. Its key and values are data.
 *
 * @param table in the restored database
 * @param kind how it differs
 * @param key values of its key, in the order of {@link TableDiff#key()}: text as it is, bytes as
 *     {@code 0x} and hexadecimal digits, times in UTC, ENUM, SET and BIT as numbers
 * @param columns those that differ; empty unless values were asked for and the row is in both
 */
public record RowDifference(String table, Kind kind, List<String> key, List<ColumnValues> columns) {
  /** Where the row is. */
  public enum Kind {
    @JsonProperty("onlyRestored")
    ONLY_RESTORED,
    @JsonProperty("onlyCurrent")
    ONLY_CURRENT,
    @JsonProperty("changed")
    CHANGED
  }

  /**
   * A column whose values differ.
   *
   * @param column its name
   * @param restored the value in the restored table; null for NULL
   * @param current the value in the current table; null for NULL
   */
  public record ColumnValues(String column, String restored, String current) {}
}
