package io.rdsrestore.sandbox.dataplane;

import java.util.List;
import java.util.Map;

/** What one statement of the sample history does. Values are as people write them. */
sealed interface SampleChange {
  SampleTable table();

  /**
   * New rows.
   *
   * @param byTrigger written by the sample's own trigger, not by a statement
   */
  record Insert(SampleTable table, List<String[]> rows, boolean byTrigger)
      implements SampleChange {}

  /** Sets columns of the rows with these primary keys, in a table whose key is its first column. */
  record Update(SampleTable table, List<String> keys, Map<String, String> values)
      implements SampleChange {}

  /** Deletes the rows whose {@code column} has one of the values. */
  record Delete(SampleTable table, String column, List<String> values) implements SampleChange {}
}
