package io.rdsrestore.worker.temporal;

import com.uber.m3.tally.Scope;
import io.grpc.StatusRuntimeException;
import io.rdsrestore.worker.encryption.PayloadConverters;
import io.rdsrestore.worker.encryption.PayloadKeys;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.serviceclient.RpcRetryOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A client of one namespace, and the connection below it, which it closes. */
public final class TemporalConnection implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(8);
  private static final Duration QUERY_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration PATIENCE_OF_PEOPLE = Duration.ofSeconds(6);

  private final WorkflowClient client;
  private final String address;

  private TemporalConnection(WorkflowClient client, String address) {
    this.client = client;
    this.address = address;
  }

  /**
   * Connects by {@code temporal.toml} and {@code TEMPORAL_*}, with these settings over them. For
   * people, who are waiting: what gets no answer is soon given up.
   */
  public static TemporalConnection open(TemporalSettings settings) {
    ClientConfigProfile profile = profile(settings);
    return open(
        profile,
        stubsOptions(profile)
            .setRpcQueryTimeout(QUERY_TIMEOUT)
            .setRpcRetryOptions(
                RpcRetryOptions.newBuilder()
                    .setExpiration(PATIENCE_OF_PEOPLE)
                    .validateBuildWithDefaults()));
  }

  /** The same for a worker, as patient as the SDK is, with its metrics going to {@code scope}. */
  public static TemporalConnection openForWorker(TemporalSettings settings, Scope scope) {
    ClientConfigProfile profile = profile(settings);
    return open(profile, stubsOptions(profile).setMetricsScope(scope));
  }

  private static WorkflowServiceStubsOptions.Builder stubsOptions(ClientConfigProfile profile) {
    try {
      return WorkflowServiceStubsOptions.newBuilder(profile.toWorkflowServiceStubsOptions());
    } catch (RuntimeException e) {
      // Whatever is wrong with certificates and keys.
      throw ConnectTrouble.ofSettings(e);
    }
  }

  private static TemporalConnection open(
      ClientConfigProfile profile, WorkflowServiceStubsOptions.Builder stubs) {
    WorkflowServiceStubsOptions options = stubs.validateAndBuildWithDefaults();
    String address = options.getTarget();
    ConnectTrouble.check(address);
    WorkflowClientOptions clientOptions =
        WorkflowClientOptions.newBuilder(profile.toWorkflowClientOptions())
            .setDataConverter(
                PayloadConverters.of(PayloadKeys.load(System.getenv(PayloadKeys.VARIABLE))))
            .build();
    return new TemporalConnection(
        WorkflowClient.newInstance(connect(options, address), clientOptions), address);
  }

  private static ClientConfigProfile profile(TemporalSettings settings) {
    try {
      ClientConfigProfile.Builder profile = ClientConfigProfile.load().toBuilder();
      if (settings.address() != null) {
        profile.setAddress(settings.address());
      }
      if (settings.namespace() != null) {
        profile.setNamespace(settings.namespace());
      }
      return profile.build();
    } catch (IOException | IllegalArgumentException e) {
      throw ConnectTrouble.ofSettings(e);
    }
  }

  private static WorkflowServiceStubs connect(WorkflowServiceStubsOptions options, String address) {
    WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(options);
    try {
      stubs.connect(CONNECT_TIMEOUT);
      return stubs;
    } catch (StatusRuntimeException | IllegalStateException e) {
      stubs.shutdownNow();
      throw ConnectTrouble.ofServer(address, CONNECT_TIMEOUT, e);
    }
  }

  public WorkflowClient client() {
    return client;
  }

  /** Host and port of the server's front end. */
  public String address() {
    return address;
  }

  @Override
  public void close() {
    WorkflowServiceStubs stubs = client.getWorkflowServiceStubs();
    stubs.shutdown();
    if (!stubs.awaitTermination(2, TimeUnit.SECONDS)) {
      stubs.shutdownNow();
    }
  }
}
