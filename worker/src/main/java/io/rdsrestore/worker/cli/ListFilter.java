package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.RestoreContract;

/**
 * Which restores are listed.
 *
 * @param ended true: only those that have ended; false: only those that run; null: all
 * @param waiting only those that wait for a person
 * @param instanceId only those of one primary; null: of all
 * @param limit at most so many
 */
record ListFilter(Boolean ended, boolean waiting, String instanceId, int limit) {
  /** The same, of those that have ended or of those that run. */
  ListFilter ended(boolean only) {
    return new ListFilter(only, waiting, instanceId, limit);
  }

  /** The same, with another limit. */
  ListFilter limit(int atMost) {
    return new ListFilter(ended, waiting, instanceId, atMost);
  }

  /** What is appended to the visibility query. */
  String condition() {
    StringBuilder condition = new StringBuilder();
    if (waiting || Boolean.FALSE.equals(ended)) {
      condition.append(" AND ExecutionStatus = 'Running'");
    } else if (Boolean.TRUE.equals(ended)) {
      condition.append(" AND ExecutionStatus != 'Running'");
    }
    if (waiting) {
      condition.append(
          " AND %s != '%s'"
              .formatted(
                  RestoreContract.WAITING_FOR.getName(), RestoreContract.WAITING_FOR_NOTHING));
    }
    if (instanceId != null) {
      condition.append(
          " AND %s = '%s'"
              .formatted(RestoreContract.INSTANCE.getName(), instanceId.replace("'", "\\'")));
    }
    return condition.toString();
  }
}
