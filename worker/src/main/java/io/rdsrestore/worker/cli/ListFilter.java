package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.RestoreContract;

/**
 * Which restores are listed.
 *
 * @param running only those that have not ended
 * @param waiting only those that wait for a person
 * @param instanceId only those of one primary; null: of all
 * @param limit at most so many
 */
record ListFilter(boolean running, boolean waiting, String instanceId, int limit) {
  /** What is appended to the visibility query. */
  String condition() {
    StringBuilder condition = new StringBuilder();
    if (running || waiting) {
      condition.append(" AND ExecutionStatus = 'Running'");
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
