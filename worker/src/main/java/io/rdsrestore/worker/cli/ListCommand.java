package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.temporal.TemporalConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The restores of a namespace. */
@Command(
    name = "list",
    description = {
      "Lists the restores of the namespace, those that wait for a person first.",
      "Of these the longest first, then those that run, then those that have ended. SINCE is since when",
      "it waits, runs or has ended."
    },
    footer = {
      "",
      "Examples:",
      "  rds-restore list --waiting",
      "  rds-restore list --instance rm-primary01 --json"
    })
public final class ListCommand implements Callable<Integer> {
  private static final Logger log = LoggerFactory.getLogger(ListCommand.class);

  /** Of what does not answer so soon, what Temporal knows is shown. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final int AT_ONCE = 8;

  /** Each is asked what it waits for. */
  private static final int MOST = 1_000;

  @Option(names = "--running", description = "Only those that have not ended.")
  private boolean running;

  @Option(names = "--waiting", description = "Only those that wait for a person.")
  private boolean waiting;

  @Option(names = "--instance", paramLabel = "ID", description = "Only those of this primary.")
  private String instance;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many, from 1 to 1000 (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Mixin private OutputOptions output;
  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() throws InterruptedException {
    if (limit < 1 || limit > MOST) {
      throw new UserError(
          ExitCode.USAGE, "--limit %d is out of range: say 1 to %d.".formatted(limit, MOST));
    }
    try (TemporalConnection temporal = connection.connect()) {
      Restores restores = new Restores(temporal.client());
      List<RestoreLine> listed =
          restores.list(new ListFilter(running ? false : null, waiting, instance, limit));
      List<RestoreLine> found = RestoreLine.inOrder(RestoreLine.oneEach(read(restores, listed)));
      if (output.isJson()) {
        output.json(found);
      } else if (found.isEmpty()) {
        output.line(
            waiting
                ? "No restore waits for a person."
                : "No restore that Temporal knows fits this.");
      } else {
        output.lines(new ListText(Instant.now()).lines(found));
      }
      return ExitCode.DONE;
    }
  }

  /** What only a restore itself can say: since when it waits, and what it has cost. */
  private static List<RestoreLine> read(Restores restores, List<RestoreLine> listed)
      throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<RestoreLine>> looks =
          listed.stream()
              .map(one -> (Callable<RestoreLine>) () -> one.with(restores.read(one)))
              .toList();
      List<Future<RestoreLine>> read =
          threads.invokeAll(looks, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      List<RestoreLine> lines = new ArrayList<>();
      for (int i = 0; i < read.size(); i++) {
        lines.add(orElse(read.get(i), listed.get(i)));
      }
      return lines;
    } finally {
      threads.shutdownNow();
    }
  }

  private static RestoreLine orElse(Future<RestoreLine> read, RestoreLine known)
      throws InterruptedException {
    try {
      return read.get();
    } catch (ExecutionException | CancellationException e) {
      log.debug("No answer from {}", known.workflowId(), e);
      return known;
    }
  }
}
