package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.activity.TableFinding;
import io.rdsrestore.workflows.activity.TargetFacts;
import io.rdsrestore.workflows.request.ConflictMode;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the checks of SQL are made from.
 *
 * @param request a valid request
 * @param objects what goes where, decided
 * @param primary as RDS describes it
 * @param facts as SQL tells
 */
record SqlInputs(
    RestoreRequest request, List<ObjectTarget> objects, InstanceFacts primary, SchemaFacts facts) {

  String instance() {
    return primary.instance().instanceId();
  }

  boolean keepsExisting() {
    return request.onConflict() == ConflictMode.KEEP_EXISTING;
  }

  /** Whether rows go into tables that stand on the primary already, if there are any. */
  boolean fillsExistingTables() {
    return request.migratesData() && (keepsExisting() || !request.migratesStructure());
  }

  /** Which names the primary has, whoever has made them. */
  TakenNames taken() {
    return new TakenNames(primary, facts, null);
  }

  /** Whether all of it is to move to names of its own that are free as of now. */
  boolean comesHome(ObjectTarget object) {
    return awaitsWhole(object)
        || (OwnPlaces.awaits(request, object)
            && (taken().isSeen(object.database()) || taken().isMadeAnew(object.database()))
            && taken().takenBy(object.decided(object.database())).isEmpty());
  }

  /** Whether it is a lost database that moves as a whole. */
  boolean awaitsWhole(ObjectTarget object) {
    return OwnPlaces.awaitsWhole(request, object, primary, null);
  }

  /** The database that an object goes to; empty if it does not exist or is not seen. */
  Optional<TargetFacts> targetOf(ObjectTarget object) {
    return facts.targets().stream()
        .filter(target -> target.database().equalsIgnoreCase(object.targetDatabase()))
        .findFirst();
  }

  /** Whether a table of the primary is one that an object puts rows into. */
  private static boolean isTargetOf(ObjectTarget object, TableFinding table) {
    return table.database().equalsIgnoreCase(object.targetDatabase())
        && (object.isWhole()
            || object.tables().stream()
                .anyMatch(chosen -> chosen.targetName().equalsIgnoreCase(table.table())));
  }

  /**
   * What was found about the tables that objects put rows into, of all objects together; the reason
   * if it is not known of one.
   */
  Listed<TableFinding> ofTargets(Function<TargetFacts, Listed<TableFinding>> part) {
    if (!facts.reachable()) {
      return Listed.notChecked(facts.chosen().notChecked());
    }
    List<TableFinding> all = new ArrayList<>();
    for (ObjectTarget object : objects) {
      Listed<TableFinding> found = targetOf(object).map(part).orElse(Listed.none());
      if (!found.isKnown()) {
        return found;
      }
      found.first().stream().filter(table -> isTargetOf(object, table)).forEach(all::add);
    }
    return Listed.of(all);
  }

  /** The object that brings a table of the primary back. */
  Optional<ObjectTarget> objectOf(TableFinding table) {
    return objects.stream()
        .filter(object -> object.database().equalsIgnoreCase(table.database()))
        .filter(object -> object.isWhole() || selectionOf(object, table).isPresent())
        .findFirst();
  }

  /** How the restored table will be called, quoted; null if no object brings it. */
  String targetNameOf(TableFinding table) {
    return objectOf(table)
        .map(
            object ->
                SqlName.quote(
                    object.targetDatabase(),
                    selectionOf(object, table)
                        .map(TableSelection::targetName)
                        .orElse(table.table())))
        .orElse(null);
  }

  /** A table's own name, quoted. */
  static String quoted(TableFinding table) {
    return SqlName.quote(table.database(), table.table());
  }

  private static Optional<TableSelection> selectionOf(ObjectTarget object, TableFinding table) {
    return object.isWhole()
        ? Optional.empty()
        : object.tables().stream()
            .filter(chosen -> chosen.name().equalsIgnoreCase(table.table()))
            .findFirst();
  }
}
