package io.rdsrestore.workflows.plan;

import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The names that objects get on the primary. */
final class TargetNameChecks {
  private static final String DECIDED = "names";

  private TargetNameChecks() {}

  /**
   * @param conflicts as {@link TargetChoice} found them
   */
  static List<PlanCheck> of(SqlInputs inputs, List<PlanCheck> conflicts) {
    List<PlanCheck> checks = ofTargets(inputs, conflicts);
    checks.add(letterCase(inputs));
    return checks;
  }

  /** Without what a server does with letter case. */
  static List<PlanCheck> ofTargets(SqlInputs inputs, List<PlanCheck> conflicts) {
    List<PlanCheck> checks = new ArrayList<>();
    inputs.objects().forEach(object -> checks.add(decided(inputs, object)));
    checks.addAll(conflicts);
    if (conflicts.isEmpty()) {
      checks.add(
          PlanCheck.ok(TargetConflict.ID, "no name that is needed is taken by something else"));
    }
    return checks;
  }

  private static PlanCheck decided(SqlInputs inputs, ObjectTarget object) {
    String where =
        "database %s goes to database %s".formatted(object.database(), object.targetDatabase());
    TakenNames taken = inputs.taken();
    if (taken.databaseExists(object.targetDatabase()) && !taken.isSeen(object.targetDatabase())) {
      return PlanCheck.notChecked(
          DECIDED, where + ", which exists; what is in it the worker does not see");
    }
    return PlanCheck.ok(
        DECIDED,
        (taken.countTakenBy(object) == 0
                ? where + ", where its names are free"
                : where + ", where there is " + taken.describeTakenBy(object))
            + home(inputs, object, taken));
  }

  /** Whether its tables move on from there, in words. */
  private static String home(SqlInputs inputs, ObjectTarget object, TakenNames taken) {
    if (inputs.awaitsWhole(object)) {
      return "; from there it moves as a whole to its own name, which is free, "
          + OwnPlaces.when(inputs.request());
    }
    if (!OwnPlaces.awaits(inputs.request(), object)) {
      return "";
    }
    ObjectTarget own = object.decided(object.database());
    if (taken.isMadeAnew(own.targetDatabase())) {
      return "; from there %s %s into database %s, which is made anew for that, %s"
          .formatted(
              Names.listed(own.targetDatabase(), taken.missingFor(own)),
              object.tables().size() == 1 ? "moves" : "move",
              own.targetDatabase(),
              OwnPlaces.when(inputs.request()));
    }
    if (!taken.isSeen(own.targetDatabase())) {
      return "; the worker does not see whether their own places in %s are free: from beside a report's SQL moves them"
          .formatted(object.database());
    }
    String there =
        taken.takenBy(own).isEmpty()
            ? ""
            : "; there is %s already, which stays, and what is restored for it stays beside"
                .formatted(taken.describeTakenBy(own));
    List<String> free = taken.missingFor(own);
    return free.isEmpty()
        ? there
        : "; %s %s into %s %s%s"
            .formatted(
                Names.listed(own.targetDatabase(), free),
                free.size() == 1 ? "moves" : "move",
                free.size() == 1 ? "its own place" : "their own places",
                OwnPlaces.when(inputs.request()),
                there);
  }

  private static PlanCheck letterCase(SqlInputs inputs) {
    String id = SqlCheckIds.NAMES;
    if (!inputs.facts().settings().isKnown()) {
      return PlanCheck.notChecked(id, inputs.facts().settings().notChecked());
    }
    if (!"1".equals(inputs.facts().settings().global("lower_case_table_names"))) {
      return PlanCheck.ok(id, "names keep their upper-case letters on " + inputs.instance());
    }
    List<String> changed =
        inputs.objects().stream()
            .flatMap(object -> Names.targets(object).stream())
            .filter(name -> !name.equals(name.toLowerCase(Locale.ROOT)))
            .collect(toList());
    return changed.isEmpty()
        ? PlanCheck.ok(
            id, "all names are in lower case, as %s has them".formatted(inputs.instance()))
        : PlanCheck.warning(
            id,
            "%s turns names into lower case (lower_case_table_names=1): %s"
                .formatted(inputs.instance(), Names.listed(changed)),
            "nothing to do, unless two names differ in their letter case only");
  }
}
