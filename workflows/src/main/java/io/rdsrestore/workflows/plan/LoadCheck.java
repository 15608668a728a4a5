package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.LoadFacts;
import io.rdsrestore.workflows.request.CopyRate;

/** Whether the primary has the strength for a copy beside its work. */
final class LoadCheck {
  private static final String ID = "load";
  private static final long MANY_CPU_PERCENT = 70;
  private static final long MANY_SESSIONS = 50;

  private LoadCheck() {}

  static PlanCheck of(String instance, LoadFacts load, CopyRate rate) {
    if (load.cpuPercent() == null && load.activeSessions() == null) {
      return PlanCheck.notChecked(
          ID, "the load of %s: %s".formatted(instance, load.unknownBecause()));
    }
    String seen =
        "in the last %d minutes %s had up to %s".formatted(load.minutes(), instance, figures(load));
    boolean busy = isOver(load.cpuPercent(), MANY_CPU_PERCENT);
    boolean crowded = isOver(load.activeSessions(), MANY_SESSIONS);
    if (!busy && !crowded) {
      return PlanCheck.ok(ID, seen);
    }
    boolean limited = rate.maxRowsPerSecond() != null || rate.maxBytesPerSecond() != null;
    return PlanCheck.warning(
        ID,
        seen + "; a copy comes on top",
        limited
            ? "the copy is slowed down already (migration); wait for a quieter time if you can"
            : "slow the copy down: migration {\"maxRowsPerSecond\": 1000} or maxBytesPerSecond, or"
                + " wait for a quieter time");
  }

  private static boolean isOver(Long figure, long many) {
    return figure != null && figure >= many;
  }

  private static String figures(LoadFacts load) {
    String cpu = load.cpuPercent() == null ? null : load.cpuPercent() + " % CPU";
    String sessions =
        load.activeSessions() == null ? null : load.activeSessions() + " active sessions";
    if (cpu == null) {
      return sessions;
    }
    return sessions == null ? cpu : cpu + " and " + sessions;
  }
}
