package io.rdsrestore.worker.cli;

import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.secret.Secrets;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.monitor.CountedCalls;
import io.rdsrestore.worker.monitor.NamespaceWatch;
import io.rdsrestore.worker.process.Metrics;
import io.rdsrestore.worker.process.RestoreRegistration;
import io.rdsrestore.worker.process.WorkerProcess;
import io.rdsrestore.worker.temporal.TemporalConnection;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a worker until it is told to stop. */
@Command(
    name = "worker",
    description = {
      "Runs a worker until SIGTERM or Ctrl-C.",
      "Any number can run at once.",
      "Cloud credentials come from the Alibaba Cloud SDK's own chain (environment, profile, role)."
    },
    footer = {
      "",
      "Environment, beside what the options name:",
      "  RDS_RESTORE_ACCOUNT_KEY   what passwords of temporary accounts are derived from: a value",
      "                            or file:PATH, the same for all workers. Without it the file",
      "                            ~/.rds-restore/account.key is made at the first start.",
      "  RDS_RESTORE_PAYLOAD_KEYS  file:PATH of keys to encrypt what Temporal keeps; the same for all",
      "                            workers and people (docs/encryption.md). Default: no encryption.",
      "  RDS_RESTORE_LOG_LEVEL     INFO (default), DEBUG, WARN",
      "",
      "Pages: /healthz (it lives), /readyz (it takes work, or why not), /metrics (Prometheus).",
      "",
      "Examples:",
      "  rds-restore worker --worker-addresses 10.0.4.17",
      "  rds-restore worker --address temporal:7233 --metrics-host 0.0.0.0"
    })
public final class WorkerCommand implements Callable<Integer> {
  private static final Logger log = LoggerFactory.getLogger(WorkerCommand.class);

  @Option(
      names = "--metrics-host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "Where health and metrics are shown (default: ${DEFAULT-VALUE}).")
  private String metricsHost;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      defaultValue = "9464",
      description = "Their port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int metricsPort;

  @Option(
      names = "--metrics-every",
      paramLabel = "DURATION",
      defaultValue = "PT1M",
      description =
          "Time between two looks at the namespace for the metrics of restores, ISO 8601 (default:"
              + " ${DEFAULT-VALUE}).")
  private Duration metricsEvery;

  @Option(
      names = "--search-attributes-exist",
      description = "Assert that `setup` was done, where the server does not tell.")
  private boolean searchAttributesExist;

  @Mixin private CloudOptions cloud;
  @Mixin private NotifyOptions notify;
  @Mixin private PolicyOptions policy;
  @Mixin private AuditOptions audit;
  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() throws InterruptedException {
    Secrets secrets = Secrets.onThisWorker();
    ActivitySettings settings =
        cloud
            .settings(CloudOptions.accountKey(), secrets)
            .telling(notify.settings(secrets).orElse(null))
            .under(policy.policy().orElse(null))
            .audited(audit.settings(secrets).orElse(null));
    if (metricsEvery.isNegative() || metricsEvery.isZero()) {
      throw new UserError(
          ExitCode.USAGE, "--metrics-every is a time between two looks, such as PT1M.");
    }
    try (Metrics metrics = new Metrics();
        TemporalConnection temporal = connection.connectForWorker(metrics.scope())) {
      return run(metrics, temporal, settings);
    }
  }

  private Integer run(Metrics metrics, TemporalConnection temporal, ActivitySettings settings)
      throws InterruptedException {
    metrics.of(temporal.client().getOptions().getNamespace());
    RestoreRegistration registration =
        new RestoreRegistration(
            settings,
            CloudCredentials.chain(),
            temporal.client(),
            new CountedCalls(metrics.registry()));
    try (WorkerProcess process =
            WorkerProcess.builder()
                .client(temporal.client())
                .registration(registration)
                .notifications(registration.notifications().orElse(null))
                .audit(registration.audit().orElse(null))
                .searchAttributesExist(searchAttributesExist)
                .metrics(metrics)
                .healthAddress(pagesAddress())
                .start();
        NamespaceWatch watch =
            new NamespaceWatch(metrics.registry(), temporal.client(), registration.rds())) {
      watch.start(metricsEvery);
      InetSocketAddress pages = process.healthAddress();
      log.info(
          "Worker of {}; pages at http://{}:{}/readyz and /metrics.",
          temporal.address(),
          pages.getHostString(),
          pages.getPort());
      Runtime.getRuntime().addShutdownHook(new Thread(process::close, "worker-stop"));
      process.awaitClosed();
      return ExitCode.DONE;
    }
  }

  @SuppressWarnings("AddressSelection") // An address to listen at: one is meant.
  private InetSocketAddress pagesAddress() {
    return new InetSocketAddress(metricsHost, metricsPort);
  }
}
