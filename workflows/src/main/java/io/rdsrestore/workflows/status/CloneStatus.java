package io.rdsrestore.workflows.status;

import java.time.Instant;

/**
 * The clone.
 *
 * @param instanceId its RDS id
 * @param state as last seen (RDS: DBInstanceStatus); {@code removed} once it is gone
 * @param boughtAt when CloneDBInstance was answered
 * @param removedAt null while it exists
 */
public record CloneStatus(String instanceId, String state, Instant boughtAt, Instant removedAt) {

  /** The same, as seen in another state. */
  public CloneStatus seen(String newState) {
    return new CloneStatus(instanceId, newState, boughtAt, removedAt);
  }

  /** The same, gone. */
  public CloneStatus removed(Instant at) {
    return new CloneStatus(instanceId, "removed", boughtAt, at);
  }
}
