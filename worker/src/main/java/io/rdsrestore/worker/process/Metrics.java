package io.rdsrestore.worker.process;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import com.uber.m3.tally.ScopeCloseException;
import com.uber.m3.util.Duration;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Temporal SDK's metrics and our own, in Prometheus' text format. */
public final class Metrics implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Metrics.class);
  private static final double REPORT_EVERY_SECONDS = 1;

  /** Upper ends of the buckets of a latency: micrometer's own 69 made a page of megabytes. */
  private static final double[] BUCKETS =
      Stream.of("PT0.01S", "PT0.05S", "PT0.2S", "PT1S", "PT5S", "PT30S", "PT2M", "PT10M", "PT1H")
          .mapToDouble(end -> java.time.Duration.parse(end).toNanos())
          .toArray();

  /** The SDK calls it so, too. */
  private static final String NAMESPACE = "namespace";

  private static final String OURS = "rds.restore.";

  /** Null as long as it is not known. */
  private volatile String namespace;

  private final PrometheusMeterRegistry registry = newRegistry();
  private final Scope scope =
      new RootScopeBuilder()
          .reporter(new MicrometerClientStatsReporter(registry))
          .reportEvery(Duration.ofSeconds(REPORT_EVERY_SECONDS));

  private PrometheusMeterRegistry newRegistry() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry
        .config()
        .meterFilter(
            new MeterFilter() {
              @Override
              public Meter.Id map(Meter.Id id) {
                boolean lacks = id.getName().startsWith(OURS) && id.getTag(NAMESPACE) == null;
                return lacks && namespace != null
                    ? id.withTags(List.of(Tag.of(NAMESPACE, namespace)))
                    : id;
              }

              @Override
              public DistributionStatisticConfig configure(
                  Meter.Id id, DistributionStatisticConfig config) {
                return DistributionStatisticConfig.builder()
                    .percentilesHistogram(false)
                    .serviceLevelObjectives(BUCKETS)
                    .build()
                    .merge(config);
              }
            });
    return registry;
  }

  /** Whose restores all our own metrics are about that are registered from now on. */
  public void of(String newNamespace) {
    namespace = newNamespace;
  }

  /** What the connection to Temporal is opened with. */
  public Scope scope() {
    return scope;
  }

  /** Where our own are kept. */
  public MeterRegistry registry() {
    return registry;
  }

  String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    try {
      scope.close();
    } catch (ScopeCloseException e) {
      log.debug("The last metrics were not reported", e);
    }
    registry.close();
  }
}
