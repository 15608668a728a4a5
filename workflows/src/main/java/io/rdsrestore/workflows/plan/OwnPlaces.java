package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.request.MoveIn;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.request.TargetMode;

/**
 * Whose tables stand beside only until they are verified: {@code target: auto} moves them to the
 * names that they are to have, where these are free. What has such a name by then is never touched.
 */
public final class OwnPlaces {
  private OwnPlaces() {}

  /** Whether its tables may move. Those of a database that the request names stay there. */
  public static boolean awaits(RestoreRequest request, ObjectTarget object) {
    return !object.isWhole() && mayLeave(request, object);
  }

  private static boolean mayLeave(RestoreRequest request, ObjectTarget object) {
    return request.target() == TargetMode.AUTO
        && request.migratesStructure()
        && request.moveIn() != MoveIn.NEVER
        && object.isBeside()
        && request.objects().stream()
            .noneMatch(selection -> object.targetDatabase().equals(selection.as()));
  }

  /**
   * Whether it is a database that was lost as a whole, and moves to its own name as a whole.
   *
   * @param restoreId whose own databases are as good as lost; null where no restore is running
   */
  public static boolean awaitsWhole(
      RestoreRequest request, ObjectTarget object, InstanceFacts primary, String restoreId) {
    return object.isWhole()
        && mayLeave(request, object)
        && isLost(object.database(), primary, restoreId);
  }

  /** Whether RDS lists no database of that name, but one that the restore has made. */
  public static boolean isLost(String database, InstanceFacts primary, String restoreId) {
    return primary.databases().stream()
        .filter(listed -> listed.name().equalsIgnoreCase(database))
        .allMatch(listed -> listed.isMadeBy(restoreId));
  }

  /** When they move, in words. */
  static String when(RestoreRequest request) {
    return request.moveIn() == MoveIn.ASK ? "when you say so (gate swap)" : "once verified";
  }
}
