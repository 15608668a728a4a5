package io.rdsrestore.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.activities.PollPacing;
import io.rdsrestore.sandbox.http.CallRecord;
import io.rdsrestore.sandbox.time.BusyTimes.Interval;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.DecisionAnswer;
import io.rdsrestore.workflows.status.RestoreReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How soon a person sees a failed precheck, and how soon the restore does what a person says. */
@Tag("alone")
class BenchmarkTest {
  private static final Path FILE = Path.of("target", "benchmark.txt");
  private static final Duration PRECHECK = Duration.ofSeconds(3);
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(30);
  private static final Duration DONE_WITHIN = Duration.ofSeconds(2);
  private static final int SHORT_RESTORES = 4;
  private static final int PRECHECKS = 6;

  private static final String SEEN = "PrecheckFailed -> gate in the status";
  private static final String DECIDED = "decision -> next API call";
  private static final Set<String> REMOVALS =
      Set.of("DeleteDtsJob", "DeleteAccount", "ModifySecurityIps", "DeleteDBInstance");

  private final Figures figures = new Figures();

  @Test
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  void aPersonSeesAFailedPrecheckInTimeAndIsObeyedAtOnce() {
    try (LoadWorld world = new LoadWorld(Duration.ofSeconds(1), PRECHECK, Duration.ofSeconds(1))) {
      for (int i = 0; i < SHORT_RESTORES; i++) {
        world.start();
        approve(world);
        world.until(
            "SQL on the primary", status -> status.doing().startsWith("Looking into the primary"));
        abort(world);
      }
      world.start();
      approve(world);
      for (int i = 1; i <= PRECHECKS; i++) {
        world.gate("precheck-" + i);
        figures.add(SEEN, failedAt(world), Instant.now());
        if (i < PRECHECKS) {
          decide(world, "retry", "precheck-" + i, call -> true);
        }
      }
      abort(world);
    } finally {
      System.out.print(figures.table());
      figures.write(FILE);
    }
    // A precheck of hours is looked at as seldom as anything: the longest wait counts on top.
    Duration seldom = PollPacing.standard().next(Duration.ofDays(1));
    Duration often = PollPacing.standard().next(PRECHECK);
    assertThat(figures.longest(SEEN).minus(often).plus(seldom)).isLessThanOrEqualTo(SEEN_WITHIN);
    assertThat(figures.longest(DECIDED)).isLessThanOrEqualTo(DONE_WITHIN);
  }

  private void approve(LoadWorld world) {
    world.gate("approval-1");
    decide(world, "approve", "approval-1", call -> true);
  }

  private void abort(LoadWorld world) {
    decide(world, "abort", null, call -> REMOVALS.contains(call.action()));
    assertThat(world.workflow().getResult(RestoreReport.class).end())
        .isEqualTo(RestorePhase.ABORTED);
  }

  /** From before the decision is sent: that it is accepted comes on top of the restore's time. */
  private void decide(LoadWorld world, String action, String gate, Predicate<CallRecord> next) {
    Map<String, Object> decision =
        gate == null ? Map.of("action", action) : Map.of("action", action, "gate", gate);
    Instant sent = Instant.now();
    assertThat(
            world
                .workflow()
                .update(RestoreContract.DECIDE, DecisionAnswer.class, decision)
                .accepted())
        .isTrue();
    world.until("the call after " + action, status -> world.calls(sent).stream().anyMatch(next));
    Instant called =
        world.calls(sent).stream()
            .filter(next)
            .map(CallRecord::at)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    figures.add("%s: %s".formatted(DECIDED, action), sent, called);
  }

  /** When the precheck that ended last did so. */
  private static Instant failedAt(LoadWorld world) {
    List<Interval> busy = world.sandbox().busy().intervals();
    return busy.stream().map(Interval::until).max(Comparator.naturalOrder()).orElseThrow();
  }
}
