package io.rdsrestore.workflows.plan;

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
    return request.target() == TargetMode.AUTO
        && request.migratesStructure()
        && request.moveIn() != MoveIn.NEVER
        && !object.isWhole()
        && object.isBeside()
        && request.objects().stream()
            .noneMatch(selection -> object.targetDatabase().equals(selection.as()));
  }

  /** When they move, in words. */
  static String when(RestoreRequest request) {
    return request.moveIn() == MoveIn.ASK ? "when you say so (gate swap)" : "once verified";
  }
}
