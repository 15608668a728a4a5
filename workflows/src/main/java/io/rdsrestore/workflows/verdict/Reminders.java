package io.rdsrestore.workflows.verdict;

import io.rdsrestore.workflows.HoursAndMinutes;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.status.Cost;
import java.time.Duration;
import java.time.Instant;

/** When people are reminded of a gate, and what they are told then. */
public final class Reminders {
  private Reminders() {}

  /**
   * The next reminder: after one interval, then after two more, four more, …
   *
   * @param since when the gate opened
   * @param interval until the first
   * @param now only later ones are meant
   */
  public static Instant next(Instant since, Duration interval, Instant now) {
    Instant next = since;
    Duration step = interval;
    while (!next.isAfter(now)) {
      next = next.plus(step);
      step = step.multipliedBy(2);
    }
    return next;
  }

  /**
   * What is said.
   *
   * @param cost so far; null if nothing was bought
   * @param cloneRuns whether a clone goes on costing
   * @param pointLostAt when the restore point leaves the recovery window; null if that is not known
   */
  public static String text(
      Gate gate, Instant now, Cost cost, boolean cloneRuns, Instant pointLostAt) {
    StringBuilder text = new StringBuilder();
    text.append(
        "Nobody has decided at %s for %s; at %s the restore ends by itself as safely as it can."
            .formatted(
                gate.gate(),
                HoursAndMinutes.of(Duration.between(gate.since(), now)),
                gate.deadline()));
    if (cost != null) {
      text.append(
          cloneRuns
              ? " The clone has cost %s %s so far, and costs on."
                  .formatted(cost.amount().toPlainString(), cost.currency())
              : " What was bought has cost %s %s."
                  .formatted(cost.amount().toPlainString(), cost.currency()));
    }
    if (!cloneRuns && pointLostAt != null && pointLostAt.isBefore(gate.deadline())) {
      text.append(
          " About %s the restore point leaves the recovery window: after that it cannot be cloned any more."
              .formatted(pointLostAt));
    }
    return text.toString();
  }
}
