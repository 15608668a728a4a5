package io.rdsrestore.workflows.plan;

import static java.util.stream.Collectors.joining;

import io.rdsrestore.workflows.HoursAndMinutes;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.RestorePoint;
import io.rdsrestore.workflows.request.SideBySideName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names RDS's own way of bringing single databases or tables back, where what can be looked at
 * speaks for it. Nothing of it is done here.
 *
 * <p>RDS: RestoreTable (BackupId or RestoreTime, TableMeta) makes them anew under names that have
 * to be free, on the same instance. DescribeMetaList lists a backup's contents only where that is
 * switched on.
 */
final class OtherWayCheck {
  private static final String ID = "otherWay.restoreTable";

  /** What needs no quoting in JSON or a shell. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");

  private OtherWayCheck() {}

  static Optional<PlanCheck> of(PlanInputs inputs) {
    Map<String, List<String>> contents =
        inputs.recovery() == null ? null : inputs.recovery().contents();
    Instant restorePoint =
        Planner.restorePoint(inputs.request().restoreTo(), inputs.recovery()).orElse(null);
    if (contents == null || restorePoint == null) {
      return Optional.empty();
    }
    List<DatabaseSelection> chosen = inputs.request().objects();
    List<BackedUp> found =
        chosen.stream()
            .flatMap(selection -> BackedUp.of(selection, contents, restorePoint).stream())
            .filter(database -> !ObjectChecks.isListed(inputs, database.newName()))
            .toList();
    return found.size() == chosen.size() ? Optional.of(row(inputs, found)) : Optional.empty();
  }

  /** What is chosen of a database, in the names of the backup's list. */
  private record BackedUp(String database, String newName, List<String> tables) {
    /** Empty if the list lacks some of it, or if a name is not plain. */
    static Optional<BackedUp> of(
        DatabaseSelection selection, Map<String, List<String>> contents, Instant restorePoint) {
      return Names.find(contents.keySet(), selection.database())
          .map(
              database ->
                  new BackedUp(
                      database,
                      SideBySideName.of(selection.database(), restorePoint),
                      tables(selection, contents.get(database))))
          .filter(
              found ->
                  !found.tables().isEmpty()
                      && (selection.isWhole() || found.tables().size() == selection.tables().size())
                      && Stream.concat(Stream.of(found.database()), found.tables().stream())
                          .allMatch(name -> PLAIN.matcher(name).matches()));
    }

    private static List<String> tables(DatabaseSelection selection, List<String> backedUp) {
      return selection.isWhole()
          ? backedUp
          : selection.tables().stream()
              .flatMap(table -> Names.find(backedUp, table.name()).stream())
              .toList();
    }

    /** An entry of TableMeta. */
    String meta() {
      return "{\"type\":\"db\",\"name\":\"%s\",\"newname\":\"%s\",\"tables\":[%s]}"
          .formatted(
              database,
              newName,
              tables.stream()
                  .map(
                      table ->
                          "{\"type\":\"table\",\"name\":\"%s\",\"newname\":\"%s\"}"
                              .formatted(table, table))
                  .collect(joining(",")));
    }
  }

  /** With what is known of the time and money of both ways. */
  private static String message(PlanInputs inputs) {
    String id = inputs.primary().instance().instanceId();
    if (inputs.price() == null) {
      return "RDS can bring this back itself, under new names on %s: nothing is bought for it; the backup's list names all that is chosen, and the new names are free; nothing is compared, moved or merged afterwards"
          .formatted(id);
    }
    ExpectedDurations durations = DurationEstimate.of(inputs);
    return "RDS can bring this back itself, under new names on %s: nothing is bought for it, and how long it takes is not documented (this restore: about %s, %s %s for its clone); the backup's list names all that is chosen, and the new names are free; nothing is compared, moved or merged afterwards"
        .formatted(
            id,
            HoursAndMinutes.of(durations.total()),
            durations.cost(inputs.price()),
            inputs.price().currency());
  }

  private static PlanCheck row(PlanInputs inputs, List<BackedUp> databases) {
    InstanceReference primary = inputs.primary().instance();
    return new PlanCheck(
        ID,
        CheckStatus.OK,
        message(inputs),
        "instead of this restore, if beside is enough; or in the RDS console: Backup and Restoration, Restore Individual Databases or Tables",
        List.of(
            "aliyun rds RestoreTable --RegionId %s --DBInstanceId %s %s --TableMeta '%s'"
                .formatted(
                    primary.regionId(),
                    primary.instanceId(),
                    restorePoint(inputs.request().restoreTo()),
                    databases.stream().map(BackedUp::meta).collect(joining(",", "[", "]")))),
        false);
  }

  private static String restorePoint(RestorePoint restoreTo) {
    return restoreTo.backupId() != null
        ? "--BackupId " + restoreTo.backupId()
        : "--RestoreTime " + restoreTo.time().truncatedTo(ChronoUnit.SECONDS);
  }
}
