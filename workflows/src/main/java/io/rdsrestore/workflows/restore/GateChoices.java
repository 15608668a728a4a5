package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.policy.PolicyFacts;
import io.rdsrestore.workflows.policy.PolicyJudge;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.RestorePoint;
import io.rdsrestore.workflows.request.TargetMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The ways on that most gates share, each with an example that works as it stands. */
final class GateChoices {
  /** How much earlier the instant in the example is. */
  private static final Duration EARLIER = Duration.ofMinutes(1);

  private GateChoices() {}

  /** What a phase asks, with the choices that every gate of its kind has. */
  static GateRequest complete(GateRequest wanted, Restore restore) {
    List<Choice> choices = new ArrayList<>(wanted.choices());
    if (mayChangePlan(wanted.kind())) {
      choices.add(changeObjects(restore));
      choices.add(changeRestorePoint(restore));
    }
    if (choices.stream().noneMatch(choice -> choice.action() == Action.ABORT)) {
      choices.add(
          Choice.of(Action.ABORT, "the restore stops, removes what it has made and reports"));
    }
    if (restore.clone != null && restore.keptUntil == null && wanted.kind() != GateKind.CLEANUP) {
      choices.add(abortKeepingTheClone(restore));
    }
    choices.removeIf(choice -> isForbidden(choice, restore.rules()));
    return new GateRequest(
        wanted.kind(), wanted.reason(), wanted.items(), choices, wanted.planHash());
  }

  /** What a rule of the policy refuses to everybody is not offered. */
  private static boolean isForbidden(Choice choice, PolicyFacts policy) {
    return PolicyJudge.forbids(
        policy, choice.action(), Boolean.TRUE.equals(choice.fields().get("keepClone")));
  }

  private static boolean mayChangePlan(GateKind kind) {
    return switch (kind) {
      case APPROVAL, FAILURE, RESTORE_POINT, PRECHECK, DIFFERENCE, DDL -> true;
      case SWAP, COST, PRESSURE, CLEANUP -> false;
    };
  }

  private static Choice changeObjects(Restore restore) {
    return Choice.of(
        Action.CHANGE_OBJECTS,
        "other objects, names or target: the plan is made anew%s; give \"objects\" as in a request, or \"target\", or both"
            .formatted(restore.clone == null ? "" : " for the clone that is there"),
        changed(restore));
  }

  private static Map<String, Object> changed(Restore restore) {
    if (restore.copyMayHaveBegun && restore.objects.stream().anyMatch(ObjectTarget::isBeside)) {
      // What the copy has left there is removed by people only: another name beside is free.
      return Map.of(
          "objects",
          restore.objects.stream()
              .map(
                  object ->
                      new DatabaseSelection(
                          object.database(),
                          "%s_%d".formatted(object.targetDatabase(), restore.earlierJobs + 2),
                          object.tables()))
              .toList());
    }
    return restore.request.target() == TargetMode.SIDE_BY_SIDE
        ? Map.of("objects", restore.request.objects())
        : Map.of("target", TargetMode.SIDE_BY_SIDE);
  }

  private static Choice changeRestorePoint(Restore restore) {
    RestorePoint now = restore.request.restoreTo();
    return Choice.of(
        Action.CHANGE_RESTORE_POINT,
        restore.clone == null
            ? "another instant or backup set: the plan is made anew"
            : "another instant or backup set, or the same where somebody has deleted the clone: this clone is released, the plan is made anew, another clone is bought",
        Map.of(
            "restoreTo",
            now.time() == null
                ? Map.of("backupId", now.backupId())
                : Map.of("time", now.time().minus(EARLIER).toString())));
  }

  private static Choice abortKeepingTheClone(Restore restore) {
    return Choice.of(
        Action.ABORT,
        "as abort, but clone %s stays for you to look into, at %s an hour; %s"
            .formatted(
                restore.clone.instanceId(),
                restore.price.text(),
                restore.request.cloneWish().keepFor() == null
                    ? "the report says how to delete it"
                    : "it is removed after %s (clone.keepFor)"
                        .formatted(restore.request.cloneWish().keepFor())),
        Map.of("keepClone", true));
  }
}
