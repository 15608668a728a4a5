package io.rdsrestore.demo;

import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.StaticCredentialsProvider;
import io.rdsrestore.activities.AccountKey;
import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.DatabaseTls;
import io.rdsrestore.activities.cloud.CloudEndpoint;
import io.rdsrestore.activities.notify.NotifySettings;
import io.rdsrestore.activities.secret.LocalSecrets;
import io.rdsrestore.demo.temporal.Clients;
import io.rdsrestore.demo.temporal.TemporalServer;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.worker.process.RestoreRegistration;
import io.rdsrestore.worker.process.WorkerProcess;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestoreToPrimary;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A whole small world: a cloud, a Temporal server and a worker, wired together the way they are in
 * earnest, over the network.
 */
public final class World implements AutoCloseable {
  /** Where the worker's database connections come from; the whitelist has to let it in. */
  public static final String WORKER_ADDRESS = "127.0.0.2";

  /** The key pair that the sandbox lets in. */
  public static final String ACCESS_KEY_ID = "demo";

  public static final String ACCESS_KEY_SECRET = "demo-secret";

  private static final Duration WORKER_START = Duration.ofSeconds(60);

  private final Sandbox sandbox;
  private final TemporalServer temporal;
  private final WorkflowServiceStubs stubs;
  private final WorkflowClient client;
  private final AccountKey accountKey = new AccountKey(new SecureRandom().generateSeed(32));
  private final UnaryOperator<ActivitySettings> configured;
  private WorkerProcess worker;

  /** Takes over both; starts a worker between them, which tells nobody. */
  public World(Sandbox sandbox, TemporalServer temporal) {
    this(sandbox, temporal, same -> same);
  }

  /** Likewise; the worker tells people. */
  public World(Sandbox sandbox, TemporalServer temporal, NotifySettings notifications) {
    this(sandbox, temporal, to -> to.telling(notifications));
  }

  /** Likewise; the worker has a configuration of its own. */
  public World(
      Sandbox sandbox, TemporalServer temporal, UnaryOperator<ActivitySettings> configured) {
    this.configured = configured;
    this.sandbox = sandbox;
    this.temporal = temporal;
    this.stubs = Clients.stubs(temporal);
    this.client = Clients.client(stubs);
    startWorker();
  }

  /** Starts a worker, after {@link #stopWorker}. */
  public void startWorker() {
    RestoreRegistration registration = new RestoreRegistration(settings(), credentials(), client);
    worker =
        WorkerProcess.builder()
            .client(client)
            .registration(registration)
            .notifications(registration.notifications().orElse(null))
            .audit(registration.audit().orElse(null))
            .searchAttributesExist(!temporal.canList())
            .start();
    try {
      if (!worker.awaitReady(WORKER_START)) {
        throw new IllegalStateException("the worker does not poll: " + worker.notReadyBecause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the worker started", e);
    }
  }

  /** Stops the worker; the restores wait for the next one. */
  public void stopWorker() {
    worker.close();
  }

  private ActivitySettings settings() {
    ActivitySettings defaults =
        ActivitySettings.defaults(accountKey, new LocalSecrets(System::getenv));
    return configured.apply(
        new ActivitySettings(
            CloudEndpoint.parse(sandbox.endpoint()),
            defaults.dtsNetwork(),
            List.of(WORKER_ADDRESS),
            defaults.endpointKind(),
            WORKER_ADDRESS,
            DatabaseTls.DISABLE,
            defaults.connectTimeout(),
            defaults.accountKey(),
            defaults.secrets(),
            defaults.pacing(),
            defaults.confirmAfter(),
            null,
            null,
            null,
            null));
  }

  private static StaticCredentialsProvider credentials() {
    return new StaticCredentialsProvider(new BasicCredentials(ACCESS_KEY_ID, ACCESS_KEY_SECRET));
  }

  public Sandbox sandbox() {
    return sandbox;
  }

  public TemporalServer temporal() {
    return temporal;
  }

  public WorkflowClient client() {
    return client;
  }

  /** The restore of an instance, running or ended. */
  public RestoreToPrimary restore(String instanceId) {
    return client.newWorkflowStub(RestoreToPrimary.class, RestoreContract.workflowId(instanceId));
  }

  @Override
  public void close() {
    worker.close();
    stubs.shutdownNow();
    temporal.close();
    sandbox.close();
  }
}
