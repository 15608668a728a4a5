package io.rdsrestore.demo.temporal;

import io.rdsrestore.workflows.RestoreContract;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.testserver.TestServer;
import java.util.Optional;

/**
 * Temporal's in-process test server, for machines without the {@code temporal} binary. It has no
 * Web UI and cannot list workflows.
 */
public final class EmbeddedServer implements TemporalServer {
  private final TestServer.PortBoundTestServer server;
  private final int port;

  private EmbeddedServer(TestServer.PortBoundTestServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Starts one on a free port, with our search attributes, in real time. */
  public static EmbeddedServer start() {
    int port = FreePort.find();
    EmbeddedServer started = new EmbeddedServer(TestServer.createPortBoundServer(port, true), port);
    started.addSearchAttributes();
    return started;
  }

  private void addSearchAttributes() {
    OperatorServiceStubs stubs =
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setTarget(address())
                .validateAndBuildWithDefaults());
    try {
      AddSearchAttributesRequest.Builder request =
          AddSearchAttributesRequest.newBuilder().setNamespace("default");
      RestoreContract.SEARCH_ATTRIBUTES.forEach(
          key ->
              request.putSearchAttributes(
                  key.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
      stubs.blockingStub().addSearchAttributes(request.build());
    } finally {
      stubs.shutdownNow();
    }
  }

  @Override
  public String kind() {
    return "embedded";
  }

  @Override
  public String address() {
    return "127.0.0.1:" + port;
  }

  @Override
  public Optional<String> webUi() {
    return Optional.empty();
  }

  @Override
  public boolean canList() {
    return false;
  }

  @Override
  public void close() {
    server.close();
  }
}
