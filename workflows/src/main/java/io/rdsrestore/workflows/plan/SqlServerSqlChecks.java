package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.ObjectKind;
import io.rdsrestore.workflows.activity.ServerSettings;
import io.rdsrestore.workflows.activity.TableFinding;
import io.rdsrestore.workflows.activity.TableTrait;
import java.util.ArrayList;
import java.util.List;

/** The rows that SQL on a primary of SQL Server answers. */
final class SqlServerSqlChecks {
  private static final String WITH_TRIGGERS =
      "restore beside (target sideBySide), or switch them off (DISABLE TRIGGER ... ON ...;),"
          + " retry, and on again after the copy (ENABLE TRIGGER)";

  private static final String WITH_ROWS =
      "restore beside with structure and compare, or start again with onConflict keepExisting,"
          + " which keeps every row that is there";

  private SqlServerSqlChecks() {}

  static List<PlanCheck> of(SqlInputs inputs, List<PlanCheck> conflicts) {
    List<PlanCheck> checks = new ArrayList<>(TargetNameChecks.ofTargets(inputs, conflicts));
    checks.add(ChosenTableChecks.tables(inputs));
    checks.add(types(inputs));
    checks.add(foreignKeys(inputs));
    checks.add(notBrought(inputs));
    checks.add(encryption(inputs));
    checks.add(recoveryModel(inputs));
    checks.add(TargetTriggersCheck.of(inputs, firing -> WITH_TRIGGERS));
    checks.add(TargetRowsCheck.of(inputs, WITH_ROWS));
    return List.copyOf(checks);
  }

  private static PlanCheck types(SqlInputs inputs) {
    Listed<TableFinding> found = inputs.facts().chosen().with(TableTrait.REFUSED_TYPE);
    if (!found.isKnown()) {
      return PlanCheck.notChecked(SqlServerCheckIds.TYPES, found.notChecked());
    }
    return found.isEmpty()
        ? PlanCheck.ok(SqlServerCheckIds.TYPES, "DTS knows the types of all chosen columns")
        : PlanCheck.warning(
            SqlServerCheckIds.TYPES,
            "DTS does not migrate columns of these types: "
                + Names.listed(found, TableFinding::text),
            "leave these tables out and bring them back by hand, or see whether the copy takes them");
  }

  private static PlanCheck foreignKeys(SqlInputs inputs) {
    Listed<ObjectDefinition> definitions = inputs.facts().definitions();
    if (!definitions.isKnown()) {
      return PlanCheck.notChecked(SqlCheckIds.FOREIGN_KEYS, definitions.notChecked());
    }
    List<String> keys = left(inputs, definitions, true);
    return keys.isEmpty()
        ? PlanCheck.ok(
            SqlCheckIds.FOREIGN_KEYS,
            "no chosen table has a foreign key today, as far as the account sees")
        : PlanCheck.warning(
            SqlCheckIds.FOREIGN_KEYS,
            "foreign keys are not migrated: " + Names.listed(keys),
            "make them again after the restore; the report has their SQL");
  }

  private static PlanCheck notBrought(SqlInputs inputs) {
    Listed<ObjectDefinition> definitions = inputs.facts().definitions();
    if (!definitions.isKnown()) {
      return PlanCheck.notChecked(SqlCheckIds.NOT_BROUGHT, definitions.notChecked());
    }
    List<String> others = left(inputs, definitions, false);
    return others.isEmpty()
        ? PlanCheck.ok(
            SqlCheckIds.NOT_BROUGHT,
            "on %s there is no view, trigger or routine that this selection leaves behind"
                .formatted(inputs.instance()))
        : PlanCheck.warning(
            SqlCheckIds.NOT_BROUGHT,
            "chosen tables come alone; not brought: " + Names.listed(others),
            "make what is needed beside again; the report has the SQL where the account may read it");
  }

  private static List<String> left(
      SqlInputs inputs, Listed<ObjectDefinition> definitions, boolean foreignKeys) {
    return definitions.first().stream()
        .filter(each -> (each.kind() == ObjectKind.FOREIGN_KEY) == foreignKeys)
        .filter(each -> inputs.objects().stream().anyMatch(object -> NotBrought.by(object, each)))
        .map(ObjectDefinition::text)
        .toList();
  }

  private static PlanCheck encryption(SqlInputs inputs) {
    ServerSettings settings = inputs.facts().settings();
    if (!settings.isKnown()) {
      return PlanCheck.notChecked(
          SqlServerCheckIds.ENCRYPTION,
          "%s; aliyun rds DescribeDBInstanceTDE --DBInstanceId %s lists the databases with transparent data encryption"
              .formatted(settings.notChecked(), inputs.instance()));
    }
    String encrypted = settings.global(SqlServerSettings.ENCRYPTED);
    return encrypted.isEmpty()
        ? PlanCheck.ok(
            SqlServerCheckIds.ENCRYPTION, "no chosen database has transparent data encryption")
        : PlanCheck.warning(
            SqlServerCheckIds.ENCRYPTION,
            "transparent data encryption is on in %s; a database that is made beside it is not encrypted"
                .formatted(encrypted),
            "DTS wants it off for incremental migration only, which is not used; where rows must not"
                + " lie unencrypted, do not restore beside");
  }

  private static PlanCheck recoveryModel(SqlInputs inputs) {
    ServerSettings settings = inputs.facts().settings();
    if (!settings.isKnown()) {
      return PlanCheck.notChecked(
          SqlServerCheckIds.RECOVERY_MODEL,
          "%s; no call of RDS tells it, SELECT name, recovery_model_desc FROM sys.databases does"
              .formatted(settings.notChecked()));
    }
    String other = settings.global(SqlServerSettings.NOT_FULL);
    return other.isEmpty()
        ? PlanCheck.ok(
            SqlServerCheckIds.RECOVERY_MODEL, "the chosen databases have the recovery model FULL")
        : PlanCheck.warning(
            SqlServerCheckIds.RECOVERY_MODEL,
            "not of the recovery model FULL, so that log backups may lack their changes: " + other,
            "an instant may not be had of these: choose a backup set, or look well at gate"
                + " restorePoint");
  }
}
