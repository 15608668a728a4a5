package io.rdsrestore.worker.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.RestorePhase;
import java.util.List;
import java.util.Objects;

/**
 * A step of the manual procedure.
 *
 * @param state whether it is done
 * @param text what is done in the console, with the names of this restore
 */
record HandoverStep(State state, String text) {

  /** How far a step is. */
  enum State {
    /** The phase that does it is behind. */
    @JsonProperty("done")
    DONE,
    /** The restore stands in it: look what is there before anything is done again. */
    @JsonProperty("now")
    NOW,
    @JsonProperty("toDo")
    TO_DO
  }

  /**
   * All steps, in order.
   *
   * @param phase where the restore stands; null: nobody tells, so all is to be looked at
   * @param clone null if there is none
   * @param job null if there is none
   * @param account the temporary account; null if there is none
   */
  static List<HandoverStep> all(
      RestorePhase phase, String primary, String clone, String job, String account) {
    String cloneName = Objects.requireNonNullElse(clone, "the clone");
    String login =
        account == null
            ? "accounts that may read and write what is migrated"
            : "account %s (its password is derived and told nobody: set another on both instances)"
                .formatted(account);
    return List.of(
        step(
            phase,
            RestorePhase.PREPARING,
            "On %s: whitelist group %s with the addresses of DTS, and %s"
                .formatted(primary, RestoreMark.WHITELIST_GROUP, login)),
        step(
            phase,
            RestorePhase.CLONING,
            clone == null
                ? "RDS console, %s, Backup and Restoration: restore to a new pay-as-you-go instance; same group and account on it"
                    .formatted(primary)
                : "Clone %s: wait until it runs; same whitelist group and account on it"
                    .formatted(clone)),
        step(
            phase,
            RestorePhase.CONFIGURING,
            job == null
                ? "DTS console, Data Migration, Create Task: source %s, target %s; schema and full migration, no incremental; the objects, under their new names"
                    .formatted(cloneName, primary)
                : "DTS task %s: source %s, target %s; schema and full migration"
                    .formatted(job, cloneName, primary)),
        step(
            phase,
            RestorePhase.PRECHECKING,
            "DTS console: precheck; look at what failed, mend it, check again until it passes"),
        step(
            phase,
            RestorePhase.MIGRATING,
            "DTS console: confirm the purchase (pay-as-you-go), start, wait until it has finished, then release the task: it could write again"),
        step(
            phase,
            RestorePhase.VERIFYING,
            "Compare %s with %s: ./rds-restore verify --help".formatted(cloneName, primary)),
        step(phase, RestorePhase.CLEANING, "Remove the temporaries with the commands below"));
  }

  private static HandoverStep step(RestorePhase stands, RestorePhase phase, String text) {
    int order = stands == null ? -1 : stands.compareTo(phase);
    State state = order == 0 ? State.NOW : order > 0 ? State.DONE : State.TO_DO;
    return new HandoverStep(state, text);
  }
}
