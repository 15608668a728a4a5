package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.notify.Notices;
import io.rdsrestore.workflows.plan.Price;
import io.rdsrestore.workflows.verdict.CostLimit;
import io.temporal.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks before the clones cost more than {@code limits.maxCost}: an hour before it is passed, beside
 * whatever else goes on. If nobody raises it, the restore stops before that hour begins.
 */
final class CostWatch {
  /** Even where the limit is about to be passed people get this long. */
  private static final Duration LEAST_TIME = Duration.ofMinutes(10);

  /** So long before the next hour begins the restore stops: deleting a clone takes minutes. */
  private static final Duration TO_REMOVE = Duration.ofMinutes(15);

  /** What an example of a new limit allows for. */
  private static final BigDecimal HOURS_MORE = BigDecimal.valueOf(24);

  private final Restore restore;
  private final Gates gates;
  private final Journal journal;

  CostWatch(Restore restore, Gates gates, Journal journal) {
    this.restore = restore;
    this.gates = gates;
    this.journal = journal;
  }

  /** Runs beside the phases until it is cancelled with them. */
  void run() {
    while (true) {
      Workflow.await(() -> restore.maxCost != null && cloneRuns());
      CostLimit limit = limit();
      Timers.await(
          Timers.until(limit.askAt()), "cost limit", () -> !cloneRuns() || !limit.equals(limit()));
      if (cloneRuns() && limit.equals(limit())) {
        ask(limit);
      }
    }
  }

  /** Before a clone is bought: asks if not even its first hour is within the limit. */
  void beforePurchase() {
    Price price = restore.price;
    while (restore.maxCost != null
        && CostLimit.forbidsAnHour(price, spentBefore(), restore.maxCost)) {
      if (isAtTheCap()) {
        throw new RestoreStopped(
            "another clone for an hour would pass the limit of %s %s, and policy rule %s lets nobody raise it"
                .formatted(restore.maxCost.toPlainString(), price.currency(), capRule()));
      }
      Decision decision =
          gates.askOrStop(
              request(
                  "Another clone for an hour would pass the limit of %s %s; %s %s are spent"
                      .formatted(
                          restore.maxCost.toPlainString(),
                          price.currency(),
                          spentBefore().toPlainString(),
                          price.currency())));
      restore.maxCost = decision.maxCost();
    }
  }

  private boolean cloneRuns() {
    return restore.clone != null && restore.clone.removedAt() == null && restore.price != null;
  }

  private CostLimit limit() {
    return CostLimit.of(restore.price, spentBefore(), restore.clone.boughtAt(), restore.maxCost);
  }

  private BigDecimal spentBefore() {
    return restore.spentOnEarlierClones(Clock.now());
  }

  private void ask(CostLimit limit) {
    Duration left = Timers.until(limit.passesAt().minus(TO_REMOVE));
    Duration time = left.compareTo(LEAST_TIME) < 0 ? LEAST_TIME : left;
    if (isAtTheCap()) {
      stopAtTheCap(limit, time);
      return;
    }
    Optional<Decision> decision =
        gates.askUrgently(
            request(
                "At %s the next hour of clone %s begins, and the limit of %s %s would be passed"
                    .formatted(
                        limit.passesAt(),
                        restore.clone.instanceId(),
                        restore.maxCost.toPlainString(),
                        restore.price.currency())),
            time);
    if (decision.isEmpty()) {
      throw new RestoreStopped(
          "nobody raised the cost limit of %s %s before it was reached"
              .formatted(restore.maxCost.toPlainString(), restore.price.currency()));
    }
    restore.maxCost = decision.get().maxCost();
  }

  /**
   * Nobody may raise it, so nobody is asked: what else is to be decided can be decided meanwhile.
   */
  private void stopAtTheCap(CostLimit limit, Duration time) {
    Instant end = Clock.now().plus(time).truncatedTo(ChronoUnit.SECONDS);
    String said =
        "At %s the restore stops and cleans up: the next hour of clone %s would pass the limit of %s %s, and policy rule %s lets nobody raise it"
            .formatted(
                end,
                restore.clone.instanceId(),
                restore.maxCost.toPlainString(),
                restore.price.currency(),
                capRule());
    journal.note(said);
    journal.showDetails();
    if (restore.notifications != null) {
      var unused =
          Messenger.send(
              Notices.ofCap(Messenger.source(restore), said, end, Clock.now()), restore, journal);
    }
    Timers.await(
        time,
        "cost limit that nobody may raise",
        () -> !cloneRuns() || !limit.equals(limit()) || !isAtTheCap());
    if (cloneRuns() && limit.equals(limit()) && isAtTheCap()) {
      throw new RestoreStopped(
          "the cost limit of %s %s was reached, and policy rule %s lets nobody raise it"
              .formatted(restore.maxCost.toPlainString(), restore.price.currency(), capRule()));
    }
  }

  private boolean isAtTheCap() {
    return restore.rules().isAtTheCap(restore.maxCost);
  }

  private String capRule() {
    return restore.rules().costRule().orElseThrow();
  }

  private GateRequest request(String reason) {
    Price price = restore.price;
    BigDecimal more =
        restore.rules().capped(restore.maxCost.add(price.perHour().multiply(HOURS_MORE)));
    return GateRequest.of(
        GateKind.COST,
        reason,
        List.of(
            GateItem.of(
                "maxCost",
                "an hour of the clone costs %s; the restore goes on meanwhile"
                    .formatted(price.text()),
                "approve with a higher limit, or abort")),
        List.of(
            Choice.of(
                Action.APPROVE,
                "the restore may cost up to the maxCost that you name; the example allows a day more",
                Map.of("maxCost", more))));
  }
}
