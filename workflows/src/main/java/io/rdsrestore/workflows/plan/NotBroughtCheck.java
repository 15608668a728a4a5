package io.rdsrestore.workflows.plan;

import static java.util.stream.Collectors.joining;

import io.rdsrestore.workflows.activity.GrantFacts;
import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Views, triggers, routines, events and grants that DTS does not bring, with the SQL for them. */
final class NotBroughtCheck {
  private static final String ID = SqlCheckIds.NOT_BROUGHT;

  private NotBroughtCheck() {}

  static List<PlanCheck> of(SqlInputs inputs) {
    List<PlanCheck> checks = new ArrayList<>();
    Listed<ObjectDefinition> definitions = inputs.facts().definitions();
    definitions(inputs, definitions, checks);
    if (!definitions.isKnown()) {
      checks.add(PlanCheck.notChecked(ID, definitions.notChecked()));
    } else if (checks.isEmpty()) {
      checks.add(
          PlanCheck.ok(
              ID,
              "on %s there is no view, trigger, routine or event that this selection leaves behind"
                  .formatted(inputs.instance())));
    }
    checks.add(grants(inputs));
    return checks;
  }

  private static void definitions(
      SqlInputs inputs, Listed<ObjectDefinition> definitions, List<PlanCheck> checks) {
    for (ObjectDefinition definition : definitions.first()) {
      notBroughtBy(inputs, definition)
          .ifPresent(object -> checks.add(definition(inputs, definition, object)));
    }
    int more = definitions.total() - definitions.first().size();
    if (more > 0) {
      checks.add(
          PlanCheck.warning(
              ID,
              "%d more views, triggers, routines and events are on %s"
                  .formatted(more, inputs.instance()),
              "mysqldump --no-data --no-create-info --routines --events --triggers DATABASE lists"
                  + " their SQL"));
    }
  }

  /** The object that goes without it. */
  private static Optional<ObjectTarget> notBroughtBy(
      SqlInputs inputs, ObjectDefinition definition) {
    return inputs.objects().stream()
        .filter(object -> NotBrought.by(object, definition))
        .findFirst();
  }

  private static PlanCheck definition(
      SqlInputs inputs, ObjectDefinition definition, ObjectTarget object) {
    if (!object.isBeside() || inputs.comesHome(object)) {
      return PlanCheck.ok(
          ID, definition.text() + " is not brought; it stays on the primary as it is");
    }
    return PlanCheck.warning(
        ID,
        "%s is not brought to database %s".formatted(definition.text(), object.targetDatabase()),
        definition.sql() == null
            ? showCreate(definition)
            : "if it is needed there%s%s: %s"
                .formatted(
                    definition.kind() == ObjectKind.EVENT
                        ? " (as DISABLE, so that it does not begin at once)"
                        : "",
                    namesItsDatabase(definition)
                        ? ", with %s in it changed to %s"
                            .formatted(definition.database(), object.targetDatabase())
                        : "",
                    definition.after("USE %s;".formatted(SqlName.quote(object.targetDatabase())))));
  }

  /** The server keeps a statement as it was typed; an unchanged one would act on the original. */
  private static boolean namesItsDatabase(ObjectDefinition definition) {
    return definition.sql().contains(definition.database() + ".")
        || definition.sql().contains(SqlName.quote(definition.database()) + ".");
  }

  private static String showCreate(ObjectDefinition definition) {
    return "if it is needed there, take its SQL from the primary: SHOW CREATE %s %s.%s;"
        .formatted(
            definition.kind().word().toUpperCase(Locale.ROOT),
            SqlName.quote(definition.database()),
            SqlName.quote(definition.name()));
  }

  private static PlanCheck grants(SqlInputs inputs) {
    Listed<GrantFacts> grants = inputs.facts().grants();
    if (!grants.isKnown()) {
      return PlanCheck.notChecked(ID, "grants: " + grants.notChecked());
    }
    List<String> statements =
        grants.first().stream()
            .map(grant -> statement(inputs, grant))
            .flatMap(Optional::stream)
            .toList();
    return statements.isEmpty()
        ? PlanCheck.ok(ID, "no grant of another account has to be made again")
        : PlanCheck.warning(
            ID,
            "grants are not brought to databases beside the original: %d statement(s)%s"
                .formatted(
                    statements.size(),
                    grants.total() > grants.first().size()
                        ? " of %d grants".formatted(grants.total())
                        : ""),
            "if they are needed there: "
                + statements.stream().limit(Names.MAX_LISTED).collect(joining(" ")));
  }

  private static Optional<String> statement(SqlInputs inputs, GrantFacts grant) {
    return inputs.objects().stream()
        .filter(object -> object.isBeside() && !inputs.comesHome(object))
        .filter(object -> object.database().equalsIgnoreCase(grant.database()))
        .map(
            object ->
                "GRANT %s ON %s.%s TO %s%s;"
                    .formatted(
                        grant.privilege(),
                        SqlName.quote(object.targetDatabase()),
                        grant.table() == null ? "*" : SqlName.quote(targetName(object, grant)),
                        grant.grantee(),
                        grant.grantable() ? " WITH GRANT OPTION" : ""))
        .findFirst();
  }

  private static String targetName(ObjectTarget object, GrantFacts grant) {
    return object.isWhole()
        ? grant.table()
        : object.tables().stream()
            .filter(table -> table.name().equalsIgnoreCase(grant.table()))
            .findFirst()
            .map(table -> table.targetName())
            .orElse(grant.table());
  }
}
