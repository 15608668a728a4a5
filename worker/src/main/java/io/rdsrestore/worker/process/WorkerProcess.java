package io.rdsrestore.worker.process;

import static java.util.Objects.requireNonNull;

import io.grpc.StatusRuntimeException;
import io.micrometer.core.instrument.Gauge;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.temporal.SearchAttributeRegistry;
import io.rdsrestore.worker.temporal.SearchAttributeState;
import io.rdsrestore.worker.temporal.WhyNotPolling;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.activity.AuditActivities;
import io.rdsrestore.workflows.activity.NotifyActivities;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker of the task queue {@value RestoreContract#TASK_QUEUE} with its health and metrics pages.
 *
 * <p>It polls only once the namespace knows our search attributes: a restore could not be seen
 * without them, and its first workflow task would fail for ever.
 */
public final class WorkerProcess implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WorkerProcess.class);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final int ACTIVITIES_AT_ONCE = 50;
  private static final int NOTICES_AT_ONCE = 20;
  private static final int NOTICE_POLLERS = 1;

  private final WorkerFactory factory;
  private final SearchAttributeRegistry searchAttributes;
  private final boolean searchAttributesExist;
  private final Readiness readiness = new Readiness();
  private final HealthServer health;
  private final Metrics metrics;
  private final Thread starter;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  private WorkerProcess(Builder builder) throws IOException {
    this.factory = WorkerFactory.newInstance(builder.client);
    this.searchAttributesExist = builder.searchAttributesExist;
    this.searchAttributes = new SearchAttributeRegistry(builder.client);
    this.metrics = builder.metrics;
    Worker worker =
        factory.newWorker(
            RestoreContract.TASK_QUEUE,
            WorkerOptions.newBuilder()
                .setMaxConcurrentActivityExecutionSize(ACTIVITIES_AT_ONCE)
                .build());
    builder.registration.accept(worker);
    if (builder.notifications != null || builder.audit != null) {
      tell(Stream.of(builder.notifications, builder.audit).filter(Objects::nonNull).toArray());
    }
    this.health = HealthServer.start(builder.healthAddress, readiness, this::scrape);
    if (metrics != null) {
      // As a number, since Prometheus does not ask /readyz.
      Gauge.builder("rds.restore.worker.ready", readiness, one -> one.isReady() ? 1 : 0)
          .description("1 if this worker takes work, else 0; /readyz says why not")
          .register(metrics.registry());
    }
    this.starter = new Thread(this::startPolling, "worker-start");
    starter.setDaemon(true);
  }

  /** Receivers that hang take places of their own, none that restores need. */
  private void tell(Object... activities) {
    factory
        .newWorker(
            RestoreContract.NOTIFY_TASK_QUEUE,
            WorkerOptions.newBuilder()
                .setMaxConcurrentActivityExecutionSize(NOTICES_AT_ONCE)
                .setMaxConcurrentActivityTaskPollers(NOTICE_POLLERS)
                .build())
        .registerActivitiesImplementations(activities);
  }

  public static Builder builder() {
    return new Builder();
  }

  private String scrape() {
    return metrics == null ? "" : metrics.scrape();
  }

  private void startPolling() {
    try {
      String told = null;
      String reason = whyNotYet();
      while (reason != null) {
        readiness.notReady(reason);
        if (!reason.equals(told)) {
          log.warn("Not polling yet: {}", reason);
          told = reason;
        }
        if (stopping.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        reason = whyNotYet();
      }
      poll();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void poll() {
    if (stopping.getCount() == 0) {
      return;
    }
    factory.start();
    readiness.ready();
    log.info(
        "Polling task queue {} in namespace {}.",
        RestoreContract.TASK_QUEUE,
        searchAttributes.namespace());
  }

  private String whyNotYet() {
    if (searchAttributesExist) {
      return null;
    }
    try {
      SearchAttributeState state = searchAttributes.read();
      return WhyNotPolling.of(state, searchAttributes.namespace());
    } catch (StatusRuntimeException e) {
      return "the Temporal server does not answer (%s)".formatted(e.getStatus().getCode());
    }
  }

  /** Whether it polls. */
  public boolean isReady() {
    return readiness.isReady();
  }

  /** Why it does not poll; null if it does. */
  public String notReadyBecause() {
    return readiness.reason();
  }

  /** Waits until it polls; false if the time is over first. */
  public boolean awaitReady(Duration timeout) throws InterruptedException {
    return readiness.awaitFirst(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Where its health and metrics pages are. */
  public InetSocketAddress healthAddress() {
    return health.address();
  }

  /** Waits until it has been closed. */
  public void awaitClosed() throws InterruptedException {
    stopped.await();
  }

  /**
   * Stops polling, lets running activities end for some seconds, then interrupts them; Temporal
   * gives their work to the next worker.
   */
  @Override
  public void close() {
    synchronized (this) {
      if (stopping.getCount() == 0) {
        return;
      }
      stopping.countDown();
      readiness.notReady("stopping");
    }
    if (factory.isStarted()) {
      factory.shutdown();
      factory.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    }
    factory.shutdownNow();
    health.close();
    stopped.countDown();
    log.info("Stopped.");
  }

  /** Collects what a worker is made of. */
  public static final class Builder {
    private WorkflowClient client;
    private Consumer<Worker> registration;
    private NotifyActivities notifications;
    private AuditActivities audit;
    private boolean searchAttributesExist;
    private Metrics metrics;
    private InetSocketAddress healthAddress =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private Builder() {}

    /** The client to poll with; it stays the caller's to close. */
    public Builder client(WorkflowClient value) {
      this.client = value;
      return this;
    }

    /** What the worker runs. */
    public Builder registration(Consumer<Worker> value) {
      this.registration = value;
      return this;
    }

    /** Who tells people; without it this worker tells nobody. */
    public Builder notifications(NotifyActivities value) {
      this.notifications = value;
      return this;
    }

    /** Who keeps the audit; without it this worker keeps none. */
    public Builder audit(AuditActivities value) {
      this.audit = value;
      return this;
    }

    /** Asserts that the search attributes exist, where the server does not tell. */
    public Builder searchAttributesExist(boolean value) {
      this.searchAttributesExist = value;
      return this;
    }

    /** Shown at {@code /metrics}; it stays the caller's to close. */
    public Builder metrics(Metrics value) {
      this.metrics = value;
      return this;
    }

    /** Where health and metrics are shown; default: loopback, any free port. */
    public Builder healthAddress(InetSocketAddress value) {
      this.healthAddress = value;
      return this;
    }

    /** Starts it; it may not poll yet when this returns. */
    public WorkerProcess start() {
      requireNonNull(client, "client");
      requireNonNull(registration, "registration");
      try {
        WorkerProcess process = new WorkerProcess(this);
        process.starter.start();
        return process;
      } catch (IOException e) {
        throw new UserError(
            ExitCode.FAILED,
            "The health page cannot listen at %s:%d (%s): choose another with --metrics-port or --metrics-host."
                .formatted(healthAddress.getHostString(), healthAddress.getPort(), e.getMessage()),
            e);
      }
    }
  }
}
