package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.RestoreContract;

/** What a restore is called in a command that is printed to be pasted. */
final class Handle {
  private Handle() {}

  /** The primary's instance id; what keeps a clone goes by its workflow id. */
  static String of(Execution execution) {
    return of(execution.workflowId());
  }

  static String of(String workflowId) {
    return RestoreContract.isRestore(workflowId)
        ? workflowId.substring(workflowId.indexOf('/') + 1)
        : workflowId;
  }
}
