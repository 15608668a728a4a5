package io.rdsrestore.workflows.verdict.remedies;

import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.plan.ObjectTarget;
import java.util.List;

/**
 * The real names of a restore, for commands.
 *
 * @param region RegionId
 * @param primaryId DBInstanceId
 * @param cloneId DBInstanceId; null while there is none
 * @param jobId DtsJobId; null while there is none
 * @param dtsAddresses what DTS connects from
 * @param sourceAccount account on the clone
 * @param targetAccount account on the primary
 * @param managed whether both are temporary accounts of the restore
 * @param objects what goes where
 * @param engine of clone and primary
 */
public record RestoreNames(
    String region,
    String primaryId,
    String cloneId,
    String jobId,
    List<String> dtsAddresses,
    String sourceAccount,
    String targetAccount,
    boolean managed,
    List<ObjectTarget> objects,
    Engine engine) {

  String instance(RemedyPlace place) {
    return place == RemedyPlace.CLONE ? cloneId : primaryId;
  }

  String account(RemedyPlace place) {
    return place == RemedyPlace.CLONE ? sourceAccount : targetAccount;
  }

  /** Databases under their names of there. */
  List<String> databases(RemedyPlace place) {
    return objects.stream()
        .map(
            object ->
                place == RemedyPlace.CLONE || !object.isDecided()
                    ? object.database()
                    : object.targetDatabase())
        .distinct()
        .toList();
  }
}
