package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.temporal.TemporalConnection;
import io.temporal.client.WorkflowStub;
import picocli.CommandLine.Parameters;

/** Which restore. */
public final class RestoreParameter {
  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "Instance id, workflow id or restore id.")
  private String id;

  String id() {
    return id;
  }

  WorkflowStub stub(TemporalConnection connection) {
    return new Restores(connection.client()).find(id);
  }

  WorkflowStub keptStub(TemporalConnection connection) {
    return new Restores(connection.client()).findKept(id);
  }

  ExecutionReader reader(TemporalConnection connection) {
    return reader(connection, stub(connection));
  }

  /** Of what was meant by the id. */
  ExecutionReader reader(TemporalConnection connection, WorkflowStub meant) {
    return new ExecutionReader(meant, id, connection.client().getOptions().getDataConverter());
  }
}
