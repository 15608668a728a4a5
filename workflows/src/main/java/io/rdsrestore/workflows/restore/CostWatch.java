package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.plan.Price;
import io.rdsrestore.workflows.policy.PolicyFacts;
import io.rdsrestore.workflows.verdict.CostLimit;
import io.temporal.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Duration;
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

  CostWatch(Restore restore, Gates gates) {
    this.restore = restore;
    this.gates = gates;
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

  /** Nobody can raise it any more: this is to be known, and something else may be done in time. */
  private static GateRequest ofTheCap(String reason, PolicyFacts policy) {
    String rule = policy.costRule().orElseThrow();
    return GateRequest.of(
        GateKind.COST,
        "%s; policy rule %s lets nobody raise it".formatted(reason, rule),
        List.of(
            GateItem.of(
                "maxCost",
                "policy rule %s lets nobody raise the limit; the restore goes on until then"
                    .formatted(rule),
                "let it go on, or abort")),
        List.of());
  }

  private GateRequest request(String reason) {
    Price price = restore.price;
    PolicyFacts policy = PolicyFacts.orNone(restore.policy);
    if (policy.isAtTheCap(restore.maxCost)) {
      return ofTheCap(reason, policy);
    }
    BigDecimal more = policy.capped(restore.maxCost.add(price.perHour().multiply(HOURS_MORE)));
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
