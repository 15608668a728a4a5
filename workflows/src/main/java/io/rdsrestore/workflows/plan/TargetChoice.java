package io.rdsrestore.workflows.plan;

import com.google.common.collect.Iterables;
import io.rdsrestore.workflows.activity.DatabaseFacts;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.activity.TargetNames;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.request.SideBySideName;
import io.rdsrestore.workflows.request.TargetMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Decides where restored objects go.
 *
 * <p>{@code auto} copies chosen tables, and databases that are lost as a whole, beside, so that
 * nobody sees them half filled; {@link OwnPlaces} says which of them move on. A whole database that
 * is there in part does not move.
 *
 * <p>Where tables cannot be moved between databases, what exists is left alone: then {@code auto}
 * goes side by side by the name of the database.
 *
 * <p>An explicit {@code as} wins in every mode. Rows alone ({@code migrate: ["data"]}) go into
 * tables that exist, so they never go beside by themselves.
 */
public final class TargetChoice {
  private TargetChoice() {}

  /**
   * The names that objects may get, and that {@link #decide} needs to know the holders of.
   *
   * @param restorePoint null while it is not known
   */
  public static List<TargetNames> namesToLookFor(RestoreRequest request, Instant restorePoint) {
    Map<String, TargetNames> names = new LinkedHashMap<>();
    for (DatabaseSelection selection : request.objects()) {
      // Where tables move to has to be known, too.
      candidates(selection, request, restorePoint, false)
          .map(database -> object(selection, database))
          .forEach(
              object ->
                  names.merge(
                      object.targetDatabase(), TakenNames.neededBy(object), TargetChoice::both));
    }
    return List.copyOf(names.values());
  }

  private static TargetNames both(TargetNames one, TargetNames other) {
    return new TargetNames(
        one.database(),
        Stream.concat(one.tables().stream(), other.tables().stream()).distinct().toList(),
        one.whole() || other.whole());
  }

  /**
   * Decides, from what the primary holds now.
   *
   * @param restorePoint null while it is not known; what is named after it stays undecided
   * @param restoreId whose own databases are free; null where no restore is running
   */
  public static ChosenTargets decide(
      RestoreRequest request,
      Instant restorePoint,
      String restoreId,
      InstanceFacts primary,
      SchemaFacts facts) {
    TakenNames taken = new TakenNames(primary, facts, restoreId);
    List<ObjectTarget> objects = new ArrayList<>();
    List<PlanCheck> conflicts = new ArrayList<>();
    for (DatabaseSelection selection : request.objects()) {
      ObjectTarget object = target(selection, request, restorePoint, primary, taken);
      objects.add(object);
      if (object.isDecided()) {
        TargetConflict.of(object, request, primary, taken).ifPresent(conflicts::add);
      }
    }
    RenamedTables.refusalOf(objects).ifPresent(conflicts::add);
    return new ChosenTargets(List.copyOf(objects), List.copyOf(conflicts));
  }

  /**
   * What is fixed before SQL on the primary tells more.
   *
   * @param restorePoint null while it is not known
   */
  static List<ObjectTarget> beforeLooking(
      RestoreRequest request, Instant restorePoint, InstanceFacts primary) {
    List<String> listed = primary.databases().stream().map(DatabaseFacts::name).toList();
    return request.objects().stream()
        .map(
            selection -> {
              boolean onlyBeside =
                  Names.find(listed, selection.database()).isPresent()
                      && (leavesAlone(primary)
                          || (!selection.isWhole() && mayMoveLater(selection, request, primary)));
              List<String> candidates =
                  candidates(selection, request, restorePoint, onlyBeside).toList();
              return object(selection, candidates.size() == 1 ? candidates.get(0) : null);
            })
        .toList();
  }

  private static ObjectTarget target(
      DatabaseSelection selection,
      RestoreRequest request,
      Instant restorePoint,
      InstanceFacts primary,
      TakenNames taken) {
    boolean onlyBeside =
        leavesAlone(primary)
            ? taken.databaseExists(selection.database())
            : mayMoveLater(selection, request, primary)
                && (selection.isWhole()
                    ? taken.isReachable() && taken.isLost(selection.database())
                    : taken.databaseExists(selection.database())
                        || taken.isMadeAnew(selection.database()));
    List<ObjectTarget> candidates =
        candidates(selection, request, restorePoint, onlyBeside)
            .map(name -> object(selection, name))
            .toList();
    return candidates.stream()
        .filter(taken::isFree)
        .findFirst()
        .orElse(Iterables.getLast(candidates, object(selection, null)));
  }

  /** Whether {@code auto} never copies into a database that exists: its tables cannot move. */
  private static boolean leavesAlone(InstanceFacts primary) {
    return !Engine.in(primary).movesTables();
  }

  /**
   * Whether {@code auto} can copy it beside for the time of the copy: what DTS renames, by an
   * account that gets into a new database without anybody's help.
   */
  private static boolean mayMoveLater(
      DatabaseSelection selection, RestoreRequest request, InstanceFacts primary) {
    return RenamedTables.isPossible(selection) && AccountRights.reachNewDatabases(request, primary);
  }

  /** Names that it may get, the first free one to be taken; none if the name is not known yet. */
  private static Stream<String> candidates(
      DatabaseSelection selection,
      RestoreRequest request,
      Instant restorePoint,
      boolean onlyBeside) {
    if (selection.as() != null) {
      return Stream.of(selection.as());
    }
    Stream<String> own = Stream.of(selection.database());
    if (request.target() == TargetMode.ORIGINAL || !request.migratesStructure()) {
      return own;
    }
    Stream<String> beside =
        Stream.ofNullable(restorePoint)
            .map(instant -> SideBySideName.of(selection.database(), instant));
    return onlyBeside || request.target() == TargetMode.SIDE_BY_SIDE
        ? beside
        : Stream.concat(own, beside);
  }

  private static ObjectTarget object(DatabaseSelection selection, String target) {
    return new ObjectTarget(selection.database(), target, selection.tables());
  }
}
