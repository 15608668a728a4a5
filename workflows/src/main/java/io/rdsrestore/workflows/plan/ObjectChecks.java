package io.rdsrestore.workflows.plan;

import static java.util.stream.Collectors.joining;

import io.rdsrestore.workflows.activity.DatabaseFacts;
import io.rdsrestore.workflows.request.ConflictMode;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.ObjectName;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.request.TargetMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the chosen objects are known, and what their names on the primary will be. */
final class ObjectChecks {
  private static final String KNOWN = "objects.known";
  private static final String NAMES = "names";
  private static final String CHECK_THE_NAME =
      "check its name before you approve: the clone is bought in any case";

  private ObjectChecks() {}

  static List<PlanCheck> of(PlanInputs inputs, List<ObjectTarget> objects) {
    List<PlanCheck> checks = new ArrayList<>();
    for (DatabaseSelection selection : inputs.request().objects()) {
      checks.add(known(selection, inputs));
    }
    for (ObjectTarget object : objects) {
      checks.add(name(object, inputs));
    }
    RenamedTables.refusalOf(objects).ifPresent(checks::add);
    keepExisting(inputs.request(), objects, checks);
    return checks;
  }

  private static PlanCheck known(DatabaseSelection selection, PlanInputs inputs) {
    String database = selection.database();
    String instance = inputs.primary().instance().instanceId();
    boolean onPrimary = isListed(inputs, database);
    Map<String, List<String>> contents =
        inputs.recovery() == null ? null : inputs.recovery().contents();
    if (contents != null && Names.find(contents.keySet(), database).isPresent()) {
      List<String> backedUp = contents.get(Names.find(contents.keySet(), database).orElseThrow());
      return inBackup(selection, backedUp, inputs);
    }
    if (onPrimary) {
      return PlanCheck.ok(
          KNOWN,
          "database %s is on %s; its chosen tables are looked up in the clone"
              .formatted(database, instance));
    }
    if (contents != null) {
      return inNeither(database, inputs);
    }
    return PlanCheck.warning(
        KNOWN,
        "database %s is not on %s, and RDS lists no contents of the backup; only the clone shows whether it holds it"
            .formatted(database, instance),
        CHECK_THE_NAME);
  }

  private static PlanCheck inNeither(String database, PlanInputs inputs) {
    String instance = inputs.primary().instance().instanceId();
    return isListExact(inputs)
        ? PlanCheck.refusal(
            KNOWN,
            "database %s is neither on %s nor in the backup".formatted(database, instance),
            "check its name; for one that was dropped choose a restore point before that")
        : PlanCheck.warning(
            KNOWN,
            "database %s is neither on %s nor in RDS's list for %s; only one that was made after the backup before that may be in the clone all the same"
                .formatted(database, instance, inputs.request().restoreTo().describe()),
            CHECK_THE_NAME);
  }

  private static PlanCheck inBackup(
      DatabaseSelection selection, List<String> backedUp, PlanInputs inputs) {
    String database = selection.database();
    List<String> missing =
        selection.isWhole()
            ? List.of()
            : selection.tables().stream()
                .map(TableSelection::name)
                .filter(table -> Names.find(backedUp, table).isEmpty())
                .toList();
    if (missing.isEmpty()) {
      return PlanCheck.ok(
          KNOWN, "all that is chosen of database %s is in the backup".formatted(database));
    }
    String point = inputs.request().restoreTo().describe();
    String names = Names.listed(database, missing);
    return isListExact(inputs)
        ? PlanCheck.refusal(
            KNOWN,
            "the backup for %s does not hold %s".formatted(point, names),
            "check the names, or choose a restore point at which they exist")
        : PlanCheck.warning(
            KNOWN,
            "RDS's list for %s does not name %s; only what was made after the backup before that may be in the clone all the same"
                .formatted(point, names),
            "check the names before you approve: the clone is bought in any case");
  }

  /**
   * Whether what the list lacks is not in the clone. Of a time RDS does not say whether it lists
   * that time or the backup before it, and a table may have been made between the two.
   */
  private static boolean isListExact(PlanInputs inputs) {
    return inputs.request().restoreTo().backupId() != null;
  }

  private static PlanCheck name(ObjectTarget object, PlanInputs inputs) {
    if (!object.isDecided()) {
      return PlanCheck.notChecked(
          NAMES,
          "database %s: own name or beside is fixed once SQL on the primary tells which names are free, before the clone is bought"
              .formatted(object.database()));
    }
    String target = object.targetDatabase();
    String instance = inputs.primary().instance().instanceId();
    if (!isListed(inputs, target)) {
      return ObjectName.isCreatable(target)
          ? PlanCheck.ok(
              NAMES,
              "database %s goes to database %s, which is free on %s"
                  .formatted(object.database(), target, instance))
          : PlanCheck.blocker(
              NAMES,
              "database %s is not on %s, and RDS and DTS create only names of letters, digits, _ and -"
                  .formatted(target, instance),
              "create it by SQL and retry, or start again with another name as objects[].as");
    }
    return PlanCheck.notChecked(
        NAMES,
        "database %s goes to database %s, which is on %s; whether the chosen names are free in it, SQL tells before the clone is bought"
            .formatted(object.database(), target, instance));
  }

  private static void keepExisting(
      RestoreRequest request, List<ObjectTarget> objects, List<PlanCheck> checks) {
    if (request.onConflict() != ConflictMode.KEEP_EXISTING) {
      return;
    }
    checks.add(
        PlanCheck.warning(
            "onConflict",
            "keepExisting: rows whose key is on the primary stay as they are there; it repairs"
                + " deletes, never updates, and a table without a key gets its rows twice",
            "for updated rows choose target sideBySide and onConflict ask"));
    String elsewhere =
        objects.stream()
            .filter(object -> !object.isDecided() || object.isBeside())
            .map(ObjectTarget::database)
            .collect(joining(", "));
    if (request.target() != TargetMode.ORIGINAL && !elsewhere.isEmpty()) {
      checks.add(
          PlanCheck.warning(
              "onConflict",
              "keepExisting fills no existing tables of %s: target %s sends them beside where their names are taken"
                  .formatted(
                      elsewhere, request.target() == TargetMode.AUTO ? "auto" : "sideBySide"),
              "choose target original to fill existing tables"));
    }
  }

  /** Whether RDS lists a database of that name on the primary. */
  static boolean isListed(PlanInputs inputs, String database) {
    return Names.find(
            inputs.primary().databases().stream().map(DatabaseFacts::name).toList(), database)
        .isPresent();
  }
}
