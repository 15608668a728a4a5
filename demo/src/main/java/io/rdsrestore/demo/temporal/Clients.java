package io.rdsrestore.demo.temporal;

import io.rdsrestore.workflows.json.RestoreJson;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;

/** Clients of a Temporal server of this machine, without encryption. */
public final class Clients {
  private Clients() {}

  /** A connection; whoever has asked for it shuts it down. */
  public static WorkflowServiceStubs stubs(TemporalServer server) {
    return WorkflowServiceStubs.newServiceStubs(
        WorkflowServiceStubsOptions.newBuilder().setTarget(server.address()).build());
  }

  /** A client that reads and writes what restores say. */
  public static WorkflowClient client(WorkflowServiceStubs stubs) {
    return WorkflowClient.newInstance(
        stubs,
        WorkflowClientOptions.newBuilder().setDataConverter(RestoreJson.dataConverter()).build());
  }
}
