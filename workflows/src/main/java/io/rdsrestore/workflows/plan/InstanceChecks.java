package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.InstanceFacts;
import java.util.List;

/** Whether the primary itself lets a restore begin. */
public final class InstanceChecks {
  private static final String RUNNING = "Running";
  private static final String UNLOCKED = "Unlock";

  private InstanceChecks() {}

  /** As part of a plan, and by themselves when a plan is approved long after it was made. */
  public static List<PlanCheck> of(InstanceFacts primary) {
    return List.of(engine(primary), state(primary), lock(primary), protection(primary));
  }

  private static PlanCheck engine(InstanceFacts primary) {
    EngineChoice choice = Engine.of(primary);
    return choice.isSupported()
        ? PlanCheck.ok(
            "engine",
            "%s %s, %s".formatted(primary.engine(), primary.engineVersion(), primary.category()))
        : choice.refusal();
  }

  private static PlanCheck state(InstanceFacts primary) {
    String id = primary.instance().instanceId();
    return RUNNING.equals(primary.status())
        ? PlanCheck.ok("instance.state", id + " is Running")
        : PlanCheck.blocker(
            "instance.state",
            "%s is %s; a restore needs it Running".formatted(id, primary.status()),
            "wait until it is Running, or start it in the RDS console; then retry");
  }

  private static PlanCheck lock(InstanceFacts primary) {
    String id = primary.instance().instanceId();
    if (primary.lockMode() == null || UNLOCKED.equals(primary.lockMode())) {
      return PlanCheck.ok("instance.lock", id + " is not locked");
    }
    String why =
        primary.lockReason() == null || primary.lockReason().isBlank()
            ? ""
            : ": " + primary.lockReason();
    return PlanCheck.blocker(
        "instance.lock",
        "%s is locked (RDS: LockMode %s%s)".formatted(id, primary.lockMode(), why),
        remedyOfLock(primary.lockMode()) + "; then retry");
  }

  private static String remedyOfLock(String lockMode) {
    return switch (lockMode) {
      case "LockByDiskQuota" -> "its disk is full: enlarge its storage";
      case "LockByExpiration" -> "it has expired: renew it";
      case "LockByRestoration" -> "a roll-back is going on: wait for its end";
      case "ManualLock" -> "somebody locked it: have it unlocked";
      default -> "find the reason in the RDS console and have it unlocked";
    };
  }

  private static PlanCheck protection(InstanceFacts primary) {
    return PlanCheck.ok(
        "deletionProtection",
        primary.deletionProtection()
            ? "deletion protection of the primary is on and stays on; the clone is made without"
            : "deletion protection of the primary is off; a restore never removes a primary, with"
                + " or without it");
  }
}
