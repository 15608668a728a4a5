package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.request.ConflictMode;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.request.TargetMode;
import java.util.List;
import java.util.Optional;

/** What on the primary stands in the way of an object. */
final class TargetConflict {
  static final String ID = "names.conflict";

  /** Of more, a person makes the rest after the same pattern. */
  private static final int MOST_COMMANDS = 20;

  private TargetConflict() {}

  static Optional<PlanCheck> of(
      ObjectTarget object, RestoreRequest request, InstanceFacts primary, TakenNames taken) {
    String instance = primary.instance().instanceId();
    if (!request.migratesStructure()) {
      return ofRowsAlone(object, instance, taken);
    }
    if (request.onConflict() == ConflictMode.KEEP_EXISTING || taken.isFree(object)) {
      return Optional.empty();
    }
    if (!taken.isSeen(object.targetDatabase())) {
      return ofUnseen(object, request, instance);
    }
    EngineSql sql = Engine.in(primary).sql();
    return Optional.of(
        PlanCheck.blocker(
                ID,
                "on %s there is already %s".formatted(instance, taken.describeTakenBy(object)),
                "move it away, which loses nothing, and retry, or changeObjects with target"
                    + " sideBySide, or start again with onConflict keepExisting, which keeps every"
                    + " row that is there and only adds missing ones")
            .withCommands(
                taken.takenBy(object).stream()
                    .limit(MOST_COMMANDS)
                    .map(
                        name ->
                            "/* on the primary %s */ %s"
                                .formatted(instance, sql.moveAway(object.targetDatabase(), name)))
                    .toList()));
  }

  /** Of a database under its own name the precheck tells later; one beside must be new. */
  private static Optional<PlanCheck> ofUnseen(
      ObjectTarget object, RestoreRequest request, String instance) {
    return object.isBeside() && request.target() != TargetMode.ORIGINAL
        ? Optional.of(
            PlanCheck.blocker(
                ID,
                "database %s is on %s already, and the worker cannot look into it"
                    .formatted(object.targetDatabase(), instance),
                "drop or rename it if nobody needs it and retry, or start again with another name as"
                    + " objects[].as"))
        : Optional.empty();
  }

  private static Optional<PlanCheck> ofRowsAlone(
      ObjectTarget object, String instance, TakenNames taken) {
    if (!taken.databaseExists(object.targetDatabase())) {
      return Optional.of(
          PlanCheck.blocker(
              ID,
              "migrate [\"data\"] fills tables that exist, and database %s is not on %s"
                  .formatted(object.targetDatabase(), instance),
              "create it with its tables and retry, or start again and migrate structure too"));
    }
    if (!taken.isSeen(object.targetDatabase())) {
      return Optional.empty();
    }
    boolean nothing = object.isWhole() && taken.takenBy(object).isEmpty();
    List<String> missing = taken.missingFor(object);
    return nothing || !missing.isEmpty()
        ? Optional.of(
            PlanCheck.blocker(
                ID,
                "migrate [\"data\"] fills tables that exist, and %s there is no %s"
                    .formatted(
                        "on " + instance,
                        nothing
                            ? "table in database " + object.targetDatabase()
                            : Names.listed(object.targetDatabase(), missing)),
                "create what is missing and retry, or start again and migrate structure too"))
        : Optional.empty();
  }
}
