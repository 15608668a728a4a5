package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.Leftover;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What other restores left: shown with the command that removes it, never reused. */
final class LeftoverChecks {
  private static final String ID = "leftovers";

  /** {@link Leftover#kind} of a clone. */
  private static final String CLONE = "clone";

  private LeftoverChecks() {}

  static List<PlanCheck> of(PlanInputs inputs) {
    List<PlanCheck> found =
        inputs.leftovers().stream()
            .filter(leftover -> leftover.restoreId() != null)
            .filter(leftover -> !leftover.restoreId().equals(inputs.restoreId()))
            .map(leftover -> check(leftover, inputs.primary().instance(), inputs.now()))
            .toList();
    return found.isEmpty()
        ? List.of(PlanCheck.ok(ID, "no earlier restore has left a clone or DTS job"))
        : found;
  }

  private static PlanCheck check(Leftover leftover, InstanceReference primary, Instant now) {
    if (leftover.keptAt() != null) {
      return PlanCheck.ok(
          ID,
          "%s %s of restore %s is kept by %s since %s, without an end; it costs money and is not reused"
              .formatted(
                  leftover.kind(),
                  leftover.id(),
                  leftover.restoreId(),
                  leftover.keptBy(),
                  leftover.keptAt()));
    }
    if (leftover.keptBy() != null && !isOver(leftover, now)) {
      return PlanCheck.ok(
          ID,
          "%s %s of restore %s is kept until %s, by %s, and is not reused"
              .formatted(
                  leftover.kind(),
                  leftover.id(),
                  leftover.restoreId(),
                  leftover.expires(),
                  leftover.keptBy()));
    }
    String until = leftover.expires() == null ? "" : ", meant to be gone by " + leftover.expires();
    return PlanCheck.warning(
        ID,
        "%s %s of restore %s is still there%s; it costs money and is not reused"
            .formatted(leftover.kind(), leftover.id(), leftover.restoreId(), until),
        "see with ./rds-restore status %s that no restore is running, and that nobody needs it, then: ./rds-restore sweep --region %s, or: %s"
            .formatted(primary.instanceId(), primary.regionId(), command(leftover, primary)));
  }

  /** Whether the workflow that keeps it should have removed it: somebody may have ended that. */
  private static boolean isOver(Leftover leftover, Instant now) {
    return Optional.ofNullable(leftover.expires())
        .flatMap(RestoreMark::instant)
        .filter(expires -> expires.isBefore(now))
        .isPresent();
  }

  private static String command(Leftover leftover, InstanceReference primary) {
    return CLONE.equals(leftover.kind())
        ? "aliyun rds DeleteDBInstance --RegionId %s --DBInstanceId %s"
            .formatted(primary.regionId(), leftover.id())
        : "aliyun dts DeleteDtsJob --RegionId %s --DtsJobId %s"
            .formatted(primary.regionId(), leftover.id());
  }
}
