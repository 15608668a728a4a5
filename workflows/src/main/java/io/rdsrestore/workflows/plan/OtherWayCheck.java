package io.rdsrestore.workflows.plan;

import static java.util.stream.Collectors.joining;

import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.RestorePoint;
import io.rdsrestore.workflows.request.SideBySideName;
import io.rdsrestore.workflows.request.TableSelection;
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
    return inputs.request().objects().stream()
            .allMatch(selection -> isPossible(selection, contents, restorePoint, inputs))
        ? Optional.of(row(inputs, contents, restorePoint))
        : Optional.empty();
  }

  private static boolean isPossible(
      DatabaseSelection selection,
      Map<String, List<String>> contents,
      Instant restorePoint,
      PlanInputs inputs) {
    Optional<String> database = Names.find(contents.keySet(), selection.database());
    if (database.isEmpty()) {
      return false;
    }
    List<String> backedUp = contents.get(database.get());
    List<String> tables = tables(selection, backedUp);
    boolean isListed =
        !tables.isEmpty()
            && tables.stream().allMatch(table -> Names.find(backedUp, table).isPresent());
    return isListed
        && !isTaken(newName(selection, restorePoint), inputs)
        && Stream.concat(Stream.of(selection.database()), tables.stream())
            .allMatch(name -> PLAIN.matcher(name).matches());
  }

  private static boolean isTaken(String database, PlanInputs inputs) {
    return inputs.primary().databases().stream()
        .anyMatch(listed -> listed.name().equalsIgnoreCase(database));
  }

  private static List<String> tables(DatabaseSelection selection, List<String> backedUp) {
    return selection.isWhole()
        ? backedUp
        : selection.tables().stream().map(TableSelection::name).toList();
  }

  private static String newName(DatabaseSelection selection, Instant restorePoint) {
    return SideBySideName.of(selection.database(), restorePoint);
  }

  private static PlanCheck row(
      PlanInputs inputs, Map<String, List<String>> contents, Instant restorePoint) {
    String instance = inputs.primary().instance().instanceId();
    return new PlanCheck(
        ID,
        CheckStatus.OK,
        "RDS can bring this back itself, under new names on %s: nothing is bought for it; the backup's list names all that is chosen, and the new names are free; nothing is compared, moved or merged afterwards"
            .formatted(instance),
        "instead of this restore, if beside is enough; or in the RDS console: Backup and Restoration, Restore Individual Databases or Tables",
        List.of(
            "aliyun rds RestoreTable --RegionId %s --DBInstanceId %s %s --TableMeta '%s'"
                .formatted(
                    inputs.primary().instance().regionId(),
                    instance,
                    restorePoint(inputs.request().restoreTo()),
                    tableMeta(inputs, contents, restorePoint))),
        false);
  }

  private static String restorePoint(RestorePoint restoreTo) {
    return restoreTo.backupId() != null
        ? "--BackupId " + restoreTo.backupId()
        : "--RestoreTime " + restoreTo.time().truncatedTo(ChronoUnit.SECONDS);
  }

  private static String tableMeta(
      PlanInputs inputs, Map<String, List<String>> contents, Instant restorePoint) {
    return inputs.request().objects().stream()
        .map(
            selection -> {
              String database = Names.find(contents.keySet(), selection.database()).orElseThrow();
              return "{\"type\":\"db\",\"name\":\"%s\",\"newname\":\"%s\",\"tables\":[%s]}"
                  .formatted(
                      database,
                      newName(selection, restorePoint),
                      tableEntries(selection, contents.get(database)));
            })
        .collect(joining(",", "[", "]"));
  }

  private static String tableEntries(DatabaseSelection selection, List<String> backedUp) {
    return tables(selection, backedUp).stream()
        .map(table -> Names.find(backedUp, table).orElseThrow())
        .map(
            table ->
                "{\"type\":\"table\",\"name\":\"%s\",\"newname\":\"%s\"}".formatted(table, table))
        .collect(joining(","));
  }
}
