package io.rdsrestore.workflows.plan;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.Immutable;
import io.rdsrestore.workflows.activity.DatabaseFacts;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans for SQL Server. */
@Immutable
final class SqlServerRules implements EngineRules {
  private static final ImmutableSet<String> VERSIONS =
      ImmutableSet.of("2012_ent_ha", "2012_std_ha", "2016_ent_ha", "2016_std_ha");

  private static final String HIGH_AVAILABILITY = "HighAvailability";
  private static final String SUPPORTED =
      "supported are SQL Server 2012 and 2016 of the high-availability series (2012_ent_ha,"
          + " 2012_std_ha, 2016_ent_ha, 2016_std_ha)";

  /** The only one that RDS cannot restore into an existing instance. */
  private static final String OLDEST = "2008";

  private static final String OLDEST_OF_RDS = "08r2";

  @Override
  public Optional<PlanCheck> refusalOf(InstanceFacts instance, String what) {
    String version = instance.engineVersion().toLowerCase(Locale.ROOT);
    String category = instance.category();
    boolean known = VERSIONS.contains(version);
    boolean highlyAvailable = category == null || HIGH_AVAILABILITY.equalsIgnoreCase(category);
    if (known && highlyAvailable) {
      return Optional.empty();
    }
    String which =
        known
            ? "%s of category %s; %s".formatted(what, category, SUPPORTED)
            : edition(version)
                .map(edition -> "%s (%s); %s".formatted(what, edition, SUPPORTED))
                .orElse("%s; %s".formatted(what, SUPPORTED));
    return Optional.of(
        PlanCheck.refusal("engine", which, instead(version, instance.instance().instanceId())));
  }

  /** What the last part of a version says, in words. */
  private static Optional<String> edition(String version) {
    if (version.endsWith("_sl")) {
      return Optional.of("serverless");
    }
    if (version.endsWith("_web")) {
      return Optional.of("Web edition, which is a single node");
    }
    if (version.endsWith("_ent")) {
      return Optional.of("Enterprise edition, Always On cluster");
    }
    if (version.endsWith("_ent_ha") || version.endsWith("_std_ha")) {
      return Optional.of("high availability, of another version");
    }
    return "2012".equals(version)
        ? Optional.of("Enterprise edition on a single node")
        : Optional.empty();
  }

  private static String instead(String version, String instanceId) {
    return version.startsWith(OLDEST) || version.startsWith(OLDEST_OF_RDS)
        ? ("restore into a temporary instance and copy the rows from there (aliyun rds"
                + " CreateTempDBInstance --DBInstanceId %s --RestoreTime <yyyy-MM-ddTHH:mm:ssZ>): it takes"
                + " local disks, an instance that runs, no migration task, and an instant of the last 7"
                + " days, 30 minutes ago at least; or upgrade the instance first")
            .formatted(instanceId)
        : "restore databases to this instance with RDS itself: CopyDatabaseBetweenInstances takes a"
            + " backup set or an instant, under database names that are free";
  }

  /** A collation is taken over by its name. */
  @Override
  public PlanCheck charset(RestoreRequest request, InstanceFacts primary) {
    Set<String> chosen =
        request.objects().stream()
            .map(selection -> selection.database().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    List<DatabaseFacts> seen =
        primary.databases().stream()
            .filter(database -> chosen.contains(database.name().toLowerCase(Locale.ROOT)))
            .filter(database -> database.charset() != null)
            .toList();
    return seen.size() < chosen.size()
        ? PlanCheck.notChecked(
            "charset", "the collation of a database that is not on the primary shows in the clone")
        : PlanCheck.ok(
            "charset",
            "a new database gets the collation of its original: "
                + seen.stream()
                    .map(database -> "%s (%s)".formatted(database.name(), database.charset()))
                    .collect(Collectors.joining(", ")));
  }

  /** {@code dbo.orders} is {@code orders}. */
  @Override
  public RestoreRequest named(RestoreRequest request) {
    List<DatabaseSelection> named = request.objects().stream().map(SqlServerRules::named).toList();
    return named.equals(request.objects()) ? request : request.withObjects(named, null);
  }

  private static DatabaseSelection named(DatabaseSelection selection) {
    return selection.isWhole()
        ? selection
        : new DatabaseSelection(
            selection.database(),
            selection.as(),
            selection.tables().stream()
                .map(table -> new TableSelection(named(table.name()), named(table.as())))
                .toList());
  }

  private static String named(String table) {
    return table == null ? null : SchemaTable.of(table).toString();
  }

  @Override
  public List<PlanCheck> limits(RestoreRequest request) {
    return SqlServerLimits.of(request);
  }

  @Override
  public List<PlanCheck> sql(SqlInputs inputs, List<PlanCheck> conflicts) {
    return SqlServerSqlChecks.of(inputs, conflicts);
  }

  /** CopyDatabaseBetweenInstances has no conditions that can be looked at. */
  @Override
  public Optional<PlanCheck> otherWay(PlanInputs inputs) {
    return Optional.empty();
  }

  @Override
  public String leftBehind(ObjectTarget object) {
    return object.isWhole()
        ? "database %s: foreign keys (DTS does not migrate them for SQL Server), jobs, users and their rights"
            .formatted(object.database())
        : "chosen tables of %s: foreign keys (DTS does not migrate them for SQL Server), triggers, views and routines (DTS brings only tables when tables are chosen), rights"
            .formatted(object.database());
  }

  @Override
  public String objectsBesideTables() {
    return "foreign keys, views, triggers and routines";
  }

  @Override
  public List<PrecheckPrediction> predictions() {
    return SqlServerPredictions.ALL;
  }

  /** The chosen databases, for messages. */
  static String databases(RestoreRequest request) {
    return request.objects().stream()
        .map(DatabaseSelection::database)
        .collect(Collectors.joining(", "));
  }
}
