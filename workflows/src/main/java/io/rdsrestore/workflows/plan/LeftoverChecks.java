package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.Leftover;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What other restores left: shown with the command that tells whether one still uses it, never
 * reused. No command that deletes: whoever plans beside a restore that runs is shown its clone.
 */
final class LeftoverChecks {
  private static final String ID = "leftovers";

  private LeftoverChecks() {}

  static List<PlanCheck> of(PlanInputs inputs) {
    List<PlanCheck> found =
        inputs.leftovers().stream()
            .filter(leftover -> leftover.restoreId() != null)
            .filter(leftover -> !leftover.restoreId().equals(inputs.restoreId()))
            .map(leftover -> check(leftover, inputs))
            .toList();
    return found.isEmpty()
        ? List.of(PlanCheck.ok(ID, "no earlier restore has left a clone or DTS job"))
        : found;
  }

  private static PlanCheck check(Leftover leftover, PlanInputs inputs) {
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
    if (leftover.keptBy() != null && !isOver(leftover, inputs.now())) {
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
            "%s %s of restore %s is %s%s; it costs money and is not reused"
                .formatted(
                    leftover.kind(), leftover.id(), leftover.restoreId(), whose(inputs), until),
            "see with sweep whether a restore uses it; with --yes sweep removes what none uses")
        .withCommands(
            List.of("./rds-restore sweep --region " + inputs.primary().instance().regionId()));
  }

  /** A restore holds the lock on its primary, so no other runs; whoever only plans does not. */
  private static String whose(PlanInputs inputs) {
    return inputs.restoreId() == null
        ? "there, which runs or has ended without cleaning up"
        : "still there";
  }

  /** Whether the workflow that keeps it should have removed it: somebody may have ended that. */
  private static boolean isOver(Leftover leftover, Instant now) {
    return Optional.ofNullable(leftover.expires())
        .flatMap(RestoreMark::instant)
        .filter(expires -> expires.isBefore(now))
        .isPresent();
  }
}
