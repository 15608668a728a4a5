package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.ServerFacts;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.request.SideBySideName;
import io.rdsrestore.workflows.request.TargetMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides where restored objects go.
 *
 * <p>An explicit {@code as} wins in every mode. Rows alone ({@code migrate: ["data"]}) go into
 * tables that exist, so they never go beside by themselves.
 */
public final class TargetChoice {
  private TargetChoice() {}

  /** The databases that {@link #decide} needs to know the tables of, if they exist. */
  public static List<String> databasesToLookInto(RestoreRequest request, Instant restorePoint) {
    return request.objects().stream()
        .flatMap(selection -> candidates(selection, request, restorePoint))
        .distinct()
        .toList();
  }

  /** Decides, from what the primary holds now. */
  public static ChosenTargets decide(
      RestoreRequest request, Instant restorePoint, InstanceFacts primary, ServerFacts server) {
    TakenNames taken = new TakenNames(primary, server);
    List<ObjectTarget> objects = new ArrayList<>();
    List<PlanCheck> conflicts = new ArrayList<>();
    for (DatabaseSelection selection : request.objects()) {
      ObjectTarget object = target(selection, request, restorePoint, taken);
      objects.add(object);
      TargetConflict.of(object, request, primary, taken).ifPresent(conflicts::add);
    }
    RenamedTables.refusalOf(objects).ifPresent(conflicts::add);
    return new ChosenTargets(List.copyOf(objects), List.copyOf(conflicts));
  }

  /**
   * What is fixed before SQL on the primary tells more.
   *
   * @param restorePoint null while it is not known
   */
  static List<ObjectTarget> beforeLooking(RestoreRequest request, Instant restorePoint) {
    return request.objects().stream()
        .map(
            selection -> {
              List<String> candidates = candidates(selection, request, restorePoint).toList();
              return object(selection, candidates.size() == 1 ? candidates.get(0) : null);
            })
        .toList();
  }

  private static ObjectTarget target(
      DatabaseSelection selection, RestoreRequest request, Instant restorePoint, TakenNames taken) {
    List<ObjectTarget> candidates =
        candidates(selection, request, restorePoint).map(name -> object(selection, name)).toList();
    return candidates.stream()
        .filter(taken::isFree)
        .findFirst()
        .orElse(candidates.get(candidates.size() - 1));
  }

  /** Names that it may get, the first free one to be taken; none if the name is not known yet. */
  private static Stream<String> candidates(
      DatabaseSelection selection, RestoreRequest request, Instant restorePoint) {
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
    return request.target() == TargetMode.SIDE_BY_SIDE ? beside : Stream.concat(own, beside);
  }

  private static ObjectTarget object(DatabaseSelection selection, String target) {
    return new ObjectTarget(selection.database(), target, selection.tables());
  }
}
