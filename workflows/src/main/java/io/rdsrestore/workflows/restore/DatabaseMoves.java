package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.activity.EnsureDatabase;
import io.rdsrestore.workflows.activity.EnsuredDatabase;
import io.rdsrestore.workflows.activity.MoveDatabase;
import io.rdsrestore.workflows.activity.MovedDatabase;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.OwnPlaces;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.swap.MovingIn;
import io.rdsrestore.workflows.swap.SwapState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Databases that were lost as a whole, and copied beside, move to their own names. */
final class DatabaseMoves {
  private final Restore restore;
  private final Steps steps;
  private final Gates gates;
  private final Journal journal;
  private final PlaceLook places;

  DatabaseMoves(Restore restore, Steps steps, Gates gates, Journal journal) {
    this.restore = restore;
    this.steps = steps;
    this.gates = gates;
    this.journal = journal;
    this.places = new PlaceLook(restore, journal);
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
                "it is tried again; changeObjects with target original copies it anew, straight under its own name",
                "it stays beside as " + object.targetDatabase());
        decision.ifPresent(steps::use);
        if (decision.filter(said -> said.action() == Action.RETRY).isEmpty()) {
          return Optional.empty();
        }
      }
    }
  }

  private MovedDatabase attempt(ObjectTarget object) {
    EnsuredDatabase home =
        Steps.rds(ActivityPolicies.ensure("database " + object.database(), Duration.ZERO))
            .ensureDatabase(
                new EnsureDatabase(
                    restore.primaryReference(),
                    object.database(),
                    restore.charsetInClone(object.database()),
                    restore.restoreId));
    if (home.created() && !restore.createdDatabases.contains(home.name())) {
      restore.createdDatabases.add(home.name());
    }
    if (restore.accounts.isManaged()) {
      Steps.rds(ActivityPolicies.ensure("grants for the move", Duration.ZERO))
          .ensureAccount(
              restore.temporaryAccount(
                  restore.primaryReference(),
                  Stream.concat(restore.targetDatabases().stream(), Stream.of(object.database()))
                      .distinct()
                      .toList()));
    }
    return Steps.databases(ActivityPolicies.swap("move database into place"))
        .ensureDatabaseMovedIn(
            new MoveDatabase(
                restore.primaryLogin(),
                object.targetDatabase(),
                object.database(),
                restore.autoIncrementFloor(),
                restore.restoreId));
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
      notes.add(
          "Database %s was made for the move, and nothing of ours is in it: SHOW TABLES FROM %s; tells whether somebody has put something there since"
              .formatted(object.database(), restore.engine().sql().quote(object.database())));
    }
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
                              .formatted(object.database(), object.targetDatabase())))));
    }
  }
}
