package io.rdsrestore.workflows.plan;

import static java.util.stream.Collectors.joining;

import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.TableFinding;
import io.rdsrestore.workflows.activity.TableTrait;
import java.util.ArrayList;
import java.util.List;

/** Ids that were issued since the restore point and that a restored table would issue again. */
final class AutoIncrementCheck {
  private static final String ID = SqlCheckIds.AUTO_INCREMENT;

  private AutoIncrementCheck() {}

  static List<PlanCheck> of(SqlInputs inputs) {
    Listed<TableFinding> counters = inputs.facts().chosen().with(TableTrait.AUTO_INCREMENT);
    if (!counters.isKnown()) {
      return List.of(PlanCheck.notChecked(ID, counters.notChecked()));
    }
    List<PlanCheck> checks = new ArrayList<>();
    if (!inputs.request().migratesStructure()) {
      return List.of(PlanCheck.ok(ID, "tables that are there keep their AUTO_INCREMENT"));
    }
    List<TableFinding> lowered =
        counters.first().stream().filter(table -> isNewTable(inputs, table)).toList();
    if (!lowered.isEmpty()) {
      checks.add(lowered(inputs, counters, lowered));
    }
    Listed<String> missing = inputs.facts().chosen().missing();
    if (!missing.isEmpty()) {
      checks.add(
          PlanCheck.notChecked(
              ID,
              "which ids were issued since the restore point by what is not there any more: %s; %s if ids must not come twice"
                  .formatted(Names.listed(missing, name -> name), remedy(inputs))));
    }
    return checks.isEmpty()
        ? List.of(PlanCheck.ok(ID, "no chosen table issues ids again"))
        : checks;
  }

  private static String remedy(SqlInputs inputs) {
    Long floor = inputs.request().autoIncrementFloor();
    if (floor != null) {
      return "they go on from %d, by autoIncrementFloor; give a larger one".formatted(floor);
    }
    return inputs.objects().stream().anyMatch(inputs::comesHome)
        ? "start again with autoIncrementFloor (the least number that they give out next)"
        : "raise AUTO_INCREMENT after the copy";
  }

  private static PlanCheck lowered(
      SqlInputs inputs, Listed<TableFinding> all, List<TableFinding> lowered) {
    return PlanCheck.warning(
        ID,
        "restored tables go on from the AUTO_INCREMENT of the restore point and issue ids again that were issued since; it stands now at "
            + Names.listed(
                lowered.stream().map(TableFinding::text).toList(),
                lowered.size() + all.total() - all.first().size()),
        "after the copy, before anybody writes: "
            + lowered.stream()
                .limit(Names.MAX_LISTED)
                .map(table -> raise(inputs, table))
                .collect(joining(" ")));
  }

  private static String raise(SqlInputs inputs, TableFinding table) {
    return "ALTER TABLE %s AUTO_INCREMENT = %s;"
        .formatted(inputs.targetNameOf(table), table.detail());
  }

  /** A table that is filled where it stands keeps its counter. */
  private static boolean isNewTable(SqlInputs inputs, TableFinding table) {
    String target = inputs.targetNameOf(table);
    return target != null && !target.equalsIgnoreCase(SqlInputs.quoted(table));
  }
}
