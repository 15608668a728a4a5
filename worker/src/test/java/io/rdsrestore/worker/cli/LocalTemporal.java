package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.json.RestoreJson;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.net.ServerSocket;

/** Temporal's in-memory server behind a port, and a worker with a workflow that stands in. */
final class LocalTemporal implements AutoCloseable {
  private final TestServer.PortBoundTestServer server;
  private final WorkflowServiceStubs stubs;
  private final WorkflowClient client;
  private final WorkerFactory factory;
  private final String address;

  LocalTemporal(Class<?> workflow) throws IOException {
    int port = freePort();
    server = TestServer.createPortBoundServer(port);
    address = "127.0.0.1:" + port;
    stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
    client =
        WorkflowClient.newInstance(
            stubs,
            WorkflowClientOptions.newBuilder()
                .setDataConverter(RestoreJson.dataConverter())
                .build());
    factory = WorkerFactory.newInstance(client);
    factory.newWorker(RestoreContract.TASK_QUEUE).registerWorkflowImplementationTypes(workflow);
    factory.start();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  String address() {
    return address;
  }

  WorkflowClient client() {
    return client;
  }

  @Override
  public void close() {
    factory.shutdownNow();
    stubs.shutdownNow();
    server.close();
  }
}
