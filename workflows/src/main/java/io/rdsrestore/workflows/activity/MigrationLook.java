package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.guard.TableShapes;
import java.util.List;

/**
 * How far a copy is.
 *
 * @param state how it stands
 * @param jobState DTS: Status
 * @param percent 0 to 100, structure and data together
 * @param message what DTS said of a failure; null otherwise
 * @param pressure which limit of the primary is passed, in one sentence; null if none is
 * @param changes what somebody has changed of the tables meanwhile, each a sentence
 * @param shapes what the tables look like now; null if they were not looked at
 */
public record MigrationLook(
    MigrationState state,
    String jobState,
    int percent,
    String message,
    String pressure,
    List<String> changes,
    TableShapes shapes) {

  /** A look at the job alone. */
  public static MigrationLook of(
      MigrationState state, String jobState, int percent, String message) {
    return new MigrationLook(state, jobState, percent, message, null, List.of(), null);
  }

  /** The same, with a limit that is passed. */
  public MigrationLook withPressure(String passed) {
    return new MigrationLook(state, jobState, percent, message, passed, changes, shapes);
  }

  /** The same, with what was seen of the tables. */
  public MigrationLook withTables(List<String> found, TableShapes seen) {
    return new MigrationLook(state, jobState, percent, message, pressure, found, seen);
  }
}
