package io.rdsrestore.worker.monitor;

import io.micrometer.core.instrument.MeterRegistry;
import io.rdsrestore.workflows.activity.RdsActivities;
import io.temporal.client.WorkflowClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the namespace again and again, and shows what it sees as gauges. All workers of a
 * namespace show the same. Whatever goes wrong costs the gauges, never the worker.
 */
public final class NamespaceWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(NamespaceWatch.class);

  private final NamespaceList list;
  private final GoneClones gone;
  private final RestoreGauges gauges;
  private final Look restores;
  private final Look backlog;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "namespace-watch");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Watches a namespace, once it is started.
   *
   * @param rds is asked whether a clone that was left is still there
   */
  public NamespaceWatch(MeterRegistry registry, WorkflowClient client, RdsActivities rds) {
    list = new NamespaceList(client);
    gone = new GoneClones(rds, Clock.systemUTC());
    gauges = new RestoreGauges(registry, Clock.systemUTC());
    TaskQueues queues = new TaskQueues(client, registry);
    restores = new Look("the restores of the namespace", this::look, gauges::forget, log::warn);
    backlog = new Look("the backlog of the task queues", queues::look, queues::forget, log::warn);
  }

  /**
   * Begins to look.
   *
   * @param every time between two looks, positive
   */
  public void start(Duration every) {
    var unused =
        timer.scheduleWithFixedDelay(
            () -> List.of(restores, backlog).forEach(Look::run),
            0,
            every.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private void look() {
    List<ListedRestore> listed = list.read();
    gauges.show(listed, gone.without(CostlyClones.of(listed)));
  }

  @Override
  public void close() {
    List.of(restores, backlog).forEach(Look::stop);
    timer.shutdownNow();
  }
}
