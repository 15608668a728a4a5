package io.rdsrestore.workflows.plan;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.Immutable;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.TableFinding;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans for MySQL. */
@Immutable
final class MySqlRules implements EngineRules {
  private static final ImmutableSet<String> VERSIONS = ImmutableSet.of("5.5", "5.6", "5.7", "8.0");

  /** Versions with a Basic edition, a single node, which the procedure leaves out. */
  private static final ImmutableSet<String> HAVE_BASIC = ImmutableSet.of("5.7", "8.0");

  private static final String WITH_ROWS =
      "restore beside with structure and compare, or move them away and make them anew (CREATE TABLE"
          + " ... LIKE ...), or start again with onConflict keepExisting, which keeps every row that"
          + " is there";

  @Override
  public Optional<PlanCheck> refusalOf(InstanceFacts instance, String what) {
    if (HAVE_BASIC.contains(instance.engineVersion())
        && "Basic".equalsIgnoreCase(instance.category())) {
      return refusal(
          what + " Basic edition; the procedure is not offered for it",
          "clone the instance by hand (CloneDBInstance), then copy the objects with mysqldump; or"
              + " upgrade it to the High-availability edition first");
    }
    return VERSIONS.contains(instance.engineVersion())
        ? Optional.empty()
        : refusal(
            what + "; supported are MySQL 5.5, 5.6, 5.7 and 8.0",
            "clone the instance by hand (CloneDBInstance), then copy the objects with mysqldump");
  }

  @Override
  public PlanCheck charset(RestoreRequest request, InstanceFacts primary) {
    return CharsetCheck.of(request, primary);
  }

  /** What MySQL and DTS cannot do beside is found by {@link ObjectChecks}, or told by SQL. */
  @Override
  public List<PlanCheck> limits(RestoreRequest request) {
    return request.objects().stream()
        .filter(selection -> !selection.isWhole())
        .flatMap(selection -> selection.tables().stream())
        .flatMap(table -> Stream.of(table.name(), table.targetName()))
        .filter(name -> name.contains("."))
        .limit(1)
        .map(MySqlRules::withSchema)
        .toList();
  }

  private static PlanCheck withSchema(String name) {
    return PlanCheck.refusal(
        "names.schema",
        "table %s is named with a dot, and tables of MySQL have no schema before their name"
            .formatted(name),
        "name the table alone, and its database in database");
  }

  @Override
  public List<PlanCheck> sql(SqlInputs inputs, List<PlanCheck> conflicts) {
    List<PlanCheck> checks = new ArrayList<>();
    checks.addAll(TargetNameChecks.of(inputs, conflicts));
    checks.addAll(ChosenTableChecks.of(inputs));
    checks.addAll(RightsCheck.of(inputs));
    checks.addAll(KeysCheck.of(inputs));
    checks.addAll(EngineTypeCheck.of(inputs));
    checks.addAll(ForeignKeyCheck.of(inputs));
    checks.addAll(NotBroughtCheck.of(inputs));
    checks.addAll(AutoIncrementCheck.of(inputs));
    checks.add(TargetTriggersCheck.of(inputs, MySqlRules::withoutTriggers));
    checks.add(TargetRowsCheck.of(inputs, WITH_ROWS));
    checks.addAll(RunningWorkChecks.of(inputs));
    checks.addAll(ServerSettingChecks.of(inputs));
    return List.copyOf(checks);
  }

  private static String withoutTriggers(List<TableFinding> firing) {
    return "restore beside (target sideBySide), or keep their SQL (SHOW CREATE TRIGGER), drop them (%s), retry, and create them again after the copy"
        .formatted(
            firing.stream()
                .limit(Names.MAX_LISTED)
                .map(
                    table ->
                        "DROP TRIGGER %s.%s;"
                            .formatted(
                                SqlName.quote(table.database()), SqlName.quote(table.detail())))
                .collect(Collectors.joining(" ")));
  }

  @Override
  public Optional<PlanCheck> otherWay(PlanInputs inputs) {
    return OtherWayCheck.of(inputs);
  }

  @Override
  public String leftBehind(ObjectTarget object) {
    return object.isWhole()
        ? "database %s: events (DTS leaves them out by default)".formatted(object.database())
        : "chosen tables of %s: triggers, views, routines, events, and foreign keys of other tables that refer to them (DTS brings only tables when tables are chosen)"
            .formatted(object.database());
  }

  @Override
  public String objectsBesideTables() {
    return "views, triggers, routines and events";
  }

  @Override
  public List<PrecheckPrediction> predictions() {
    return PrecheckPredictions.all();
  }

  private static Optional<PlanCheck> refusal(String message, String remedy) {
    return Optional.of(PlanCheck.refusal("engine", message, remedy));
  }
}
