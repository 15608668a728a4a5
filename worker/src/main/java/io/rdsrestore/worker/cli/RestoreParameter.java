package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.temporal.TemporalConnection;
import io.temporal.client.WorkflowStub;
import picocli.CommandLine.Parameters;

/** Which restore. */
public final class RestoreParameter {
  @Parameters(
      index = "0",
      paramLabel = "ID",
      description =
          "Instance id, restore id or workflow id; an unambiguous beginning, with or without its rm-, will do.")
  private String id;

  String id() {
    return id;
  }

  FoundRestore find(TemporalConnection connection) {
    return new Restores(connection.client()).find(id);
  }

  FoundRestore findKept(TemporalConnection connection) {
    return FoundRestore.whole(new Restores(connection.client()).findKept(id));
  }

  ExecutionReader reader(TemporalConnection connection) {
    return reader(connection, find(connection).stub());
  }

  /** Of what was meant by the id. */
  ExecutionReader reader(TemporalConnection connection, WorkflowStub meant) {
    return new ExecutionReader(meant, id, connection.client().getOptions().getDataConverter());
  }
}
