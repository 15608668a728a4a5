package io.rdsrestore.worker.cli;

import io.temporal.client.WorkflowStub;

/**
 * The restore that an id means.
 *
 * @param stub to ask it
 * @param meant what a shortened id was taken for; null where the id was whole
 */
record FoundRestore(WorkflowStub stub, String meant) {
  static FoundRestore whole(WorkflowStub stub) {
    return new FoundRestore(stub, null);
  }
}
