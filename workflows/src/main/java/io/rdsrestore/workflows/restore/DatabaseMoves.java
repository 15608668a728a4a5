package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.activity.MoveDatabase;
import io.rdsrestore.workflows.activity.MovedDatabase;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.plan.HomeTriggers;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.OwnPlaces;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.request.TargetMode;
import io.rdsrestore.workflows.swap.MovingIn;
import io.rdsrestore.workflows.swap.SwapState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Databases that were lost as a whole, and copied beside, move to their own names. */
final class DatabaseMoves {
  private final Restore restore;
  private final Steps steps;
  private final Gates gates;
  private final Journal journal;
  private final PlaceLook places;
  private final HomeDatabases homes;

  DatabaseMoves(Restore restore, Steps steps, Gates gates, Journal journal) {
    this.restore = restore;
    this.steps = steps;
    this.gates = gates;
    this.journal = journal;
    this.places = new PlaceLook(restore, journal);
    this.homes = new HomeDatabases(restore);
  }

  /** Those that may move, whether somebody is asked first or not. */
  static List<ObjectTarget> candidates(Restore restore) {
    return restore.objects.stream()
        .filter(
            object ->
                OwnPlaces.awaitsWhole(restore.request, object, restore.primary, restore.restoreId))
        .toList();
  }

  void move() {
    for (ObjectTarget object : candidates(restore)) {
      journal.doing("Moving database %s to its own name".formatted(object.database()));
      restore.movingDatabase = object;
      // Where no answer came it may have moved all the same.
      moved(object).ifPresentOrElse(moved -> known(object, moved), this::settle);
    }
  }

  /** Empty if it failed, and a person does not want it to be tried again. */
  private Optional<MovedDatabase> moved(ObjectTarget object) {
    while (true) {
      try {
        return Optional.of(Steps.attempt(() -> attempt(object)));
      } catch (StepFailed failed) {
        Optional<Decision> decision =
            gates.askToRetryOrDoWithout(
                "Could not move database %s to its own name".formatted(object.database()),
                failed.trouble(),
                "it is tried again",
                otherWays(object),
                "it stays beside as " + object.targetDatabase());
        decision.ifPresent(steps::use);
        if (decision.filter(said -> said.action() == Action.RETRY).isEmpty()) {
          return Optional.empty();
        }
      }
    }
  }

  private List<Choice> otherWays(ObjectTarget object) {
    List<Choice> ways = new ArrayList<>();
    HomeTriggers.onlyUser(triggers(object))
        .map(
            user ->
                Choice.of(
                    Action.RETRY,
                    "it is tried again as %s, whom its triggers run as: an account with read/write rights on %s and %s, whose password the worker finds where passwordRef says"
                        .formatted(user, object.targetDatabase(), object.database()),
                    Map.of(
                        "accounts",
                        Map.of(
                            "mode", "existing", "userName", user, "passwordRef", "env:PASSWORD"))))
        .ifPresent(ways::add);
    ways.add(
        Choice.of(
            Action.CHANGE_OBJECTS,
            "it is copied anew, straight under its own name, where applications see it fill: with its triggers, as DTS brings them",
            Map.of("target", TargetMode.ORIGINAL)));
    return ways;
  }

  private List<ObjectDefinition> triggers(ObjectTarget object) {
    return HomeTriggers.of(object, restore.lostDefinitions);
  }

  private MovedDatabase attempt(ObjectTarget object) {
    homes.make(List.of(object.database()));
    return Steps.databases(ActivityPolicies.swap("move database into place"))
        .ensureDatabaseMovedIn(
            new MoveDatabase(
                restore.primaryLogin(),
                object.targetDatabase(),
                object.database(),
                restore.autoIncrementFloor(),
                restore.restoreId,
                triggers(object).stream().map(ObjectDefinition::name).toList()));
  }

  private void known(ObjectTarget object, MovedDatabase moved) {
    restore.movingDatabase = null;
    boolean isHome =
        !moved.tables().isEmpty()
            && moved.tables().stream().allMatch(look -> look.state() == SwapState.SWAPPED);
    List<String> notes = new ArrayList<>(moved.stays());
    moved.tables().stream()
        .filter(look -> look.state() == SwapState.SWAPPED)
        .forEach(
            look ->
                look.obstacles()
                    .forEach(lacks -> notes.add(look.table().current() + ": " + lacks)));
    if (isHome) {
      restore.movedDatabases.add(object);
      List<ObjectTarget> objects = new ArrayList<>(restore.objects);
      objects.set(objects.indexOf(object), object.decided(object.database()));
      restore.objects = List.copyOf(objects);
      restore.verification =
          MovingIn.compared(
              restore.verification, moved.tables().stream().map(look -> look.table()).toList());
      restore.plan = restore.plan.withObjects(restore.objects);
      journal.note("Database %s has its own name".formatted(object.database()));
    } else if (restore.createdDatabases.contains(object.database())) {
      notes.add(homes.emptyNote(object.database()));
    }
    triggers(object).stream()
        .filter(trigger -> !isHome || moved.missing().contains(trigger.name()))
        .map(trigger -> HomeTriggers.told(trigger, isHome ? null : object.targetDatabase()))
        .forEach(notes::add);
    restore.staysBeside.addAll(notes);
    notes.forEach(journal::note);
  }

  /** As {@link SwappingPhase#settle}. */
  void settle() {
    ObjectTarget object = restore.movingDatabase;
    List<TableSelection> tables = object == null ? List.of() : restore.tablesInClone(object);
    if (!tables.isEmpty()) {
      ObjectTarget chosen = new ObjectTarget(object.database(), object.targetDatabase(), tables);
      places.settle(
          () ->
              known(
                  object,
                  new MovedDatabase(
                      Steps.attempt(() -> places.read(List.of(chosen))),
                      List.of(
                          "Views and routines of database %s may still be beside, in %s"
                              .formatted(object.database(), object.targetDatabase())),
                      List.of())));
    }
  }
}
