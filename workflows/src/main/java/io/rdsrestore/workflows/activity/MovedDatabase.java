package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.swap.SwapLook;
import java.util.List;

/**
 * How a database stands that was to move as a whole.
 *
 * @param tables all of them; those in their places, or all of them beside
 * @param stays what did not come along, each a sentence with the SQL for it
 * @param missing names of triggers that the clone has and its place has not; empty where it did not
 *     move; null: an earlier writer
 */
public record MovedDatabase(List<SwapLook> tables, List<String> stays, List<String> missing) {

  /** None, where who wrote it did not look. */
  public MovedDatabase {
    missing = missing == null ? List.of() : List.copyOf(missing);
  }
}
