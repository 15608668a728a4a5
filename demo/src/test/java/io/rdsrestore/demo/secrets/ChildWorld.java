package io.rdsrestore.demo.secrets;

import io.rdsrestore.demo.RealTemporal;
import io.rdsrestore.demo.RestoreStubs;
import io.rdsrestore.demo.Waiting;
import io.rdsrestore.demo.WorkerChild;
import io.rdsrestore.demo.temporal.DevServer;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.worker.RdsRestore;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.DataConverter;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import picocli.CommandLine;

/** A real Temporal server, and a worker process whose way to the sandbox is watched. */
final class ChildWorld implements AutoCloseable {
  private static final Duration LONG = Duration.ofMinutes(3);

  private final Sandbox sandbox;
  private final DevServer temporal;
  private final RecordingProxy proxy;
  private final WorkflowServiceStubs stubs;
  private final WorkflowClient client;
  private final Path folder;
  private WorkerChild worker;

  ChildWorld(Sandbox sandbox, Path folder, DataConverter converter) throws IOException {
    this.sandbox = sandbox;
    this.folder = folder;
    temporal = DevServer.start(RealTemporal.binary());
    proxy = new RecordingProxy(sandbox.endpoint());
    stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(temporal.address()).build());
    client =
        WorkflowClient.newInstance(
            stubs, WorkflowClientOptions.newBuilder().setDataConverter(converter).build());
  }

  /** Starts a worker; one that ran before is stopped. */
  void startWorker(Map<String, String> environment) throws IOException {
    if (worker != null) {
      worker.close();
    }
    Map<String, String> whole = new HashMap<>(environment);
    whole.put("RDS_RESTORE_DTS_NETWORK", "VPC");
    worker = new WorkerChild(folder, temporal.address(), proxy.endpoint(), whole);
  }

  WorkerChild worker() {
    return worker;
  }

  Sandbox sandbox() {
    return sandbox;
  }

  RecordingProxy proxy() {
    return proxy;
  }

  WorkflowClient client() {
    return client;
  }

  String address() {
    return temporal.address();
  }

  static String workflowId() {
    return RestoreContract.workflowId(Sandbox.SAMPLE_PRIMARY);
  }

  void start(Map<String, Object> request) {
    RestoreStubs.of(client, Sandbox.SAMPLE_PRIMARY).start(request);
  }

  RestoreStatus status() {
    return client
        .newUntypedWorkflowStub(workflowId())
        .query(RestoreContract.QUERY_STATUS, RestoreStatus.class);
  }

  /** Answers what is asked until the restore has ended. */
  RestoreStatus toEnd(Function<Gate, Map<String, Object>> person) {
    while (true) {
      RestoreStatus seen =
          until("a gate or the end", now -> now.waitingFor() != null || now.phase().isEnd());
      if (seen.phase().isEnd()) {
        return seen;
      }
      var unused =
          client
              .newUntypedWorkflowStub(workflowId())
              .update(RestoreContract.DECIDE, Object.class, person.apply(seen.waitingFor()));
    }
  }

  RestoreStatus untilGate(String gate) {
    return until(
        gate, status -> status.waitingFor() != null && status.waitingFor().gate().equals(gate));
  }

  RestoreStatus until(String what, Predicate<RestoreStatus> condition) {
    AtomicReference<RestoreStatus> seen = new AtomicReference<>();
    Waiting.until(
        what,
        LONG,
        () -> {
          seen.set(status());
          return condition.test(seen.get());
        });
    return seen.get();
  }

  /** What a command of ours prints, both ways. */
  String run(String... arguments) {
    StringWriter said = new StringWriter();
    CommandLine line =
        RdsRestore.commandLine().setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
    String[] whole = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, whole, 0, arguments.length);
    whole[arguments.length] = "--address";
    whole[arguments.length + 1] = temporal.address();
    int code = line.execute(whole);
    return said + "exit code " + code + "\n";
  }

  @Override
  public void close() {
    if (worker != null) {
      worker.close();
    }
    stubs.shutdownNow();
    proxy.close();
    temporal.close();
    sandbox.close();
  }
}
