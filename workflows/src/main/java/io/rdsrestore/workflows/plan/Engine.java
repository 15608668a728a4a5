package io.rdsrestore.workflows.plan;

import com.google.common.collect.ImmutableSet;
import io.rdsrestore.workflows.activity.InstanceFacts;
import java.util.Locale;

/** What an engine changes; the one place that knows. */
public enum Engine {
  /** MySQL 5.5, 5.6, 5.7 and 8.0. */
  MYSQL("MySQL", "MYSQL", ImmutableSet.of("5.5", "5.6", "5.7", "8.0"));

  private static final String CHECK = "engine";

  private final String rdsName;
  private final String dtsName;
  private final ImmutableSet<String> versions;

  Engine(String rdsName, String dtsName, ImmutableSet<String> versions) {
    this.rdsName = rdsName;
    this.dtsName = dtsName;
    this.versions = versions;
  }

  /** RDS: Engine. */
  public String rdsName() {
    return rdsName;
  }

  /** DTS: SourceEndpointEngineName, DestinationEndpointEngineName. */
  public String dtsName() {
    return dtsName;
  }

  /** The engine of an instance, if it can be the primary of a restore. */
  public static EngineChoice of(InstanceFacts instance) {
    PlanCheck refusal = refusalOf(instance);
    return new EngineChoice(refusal == null ? MYSQL : null, refusal);
  }

  private static PlanCheck refusalOf(InstanceFacts instance) {
    String id = instance.instance().instanceId();
    if (!"Primary".equals(instance.type())) {
      return refusal(
          "%s is not a primary instance (RDS: DBInstanceType %s)".formatted(id, instance.type()),
          ("restore the primary instance that it belongs to: aliyun rds DescribeDBInstanceAttribute"
                  + " --DBInstanceId %s names it as MasterInstanceId")
              .formatted(id));
    }
    String what = "%s is %s %s".formatted(id, instance.engine(), instance.engineVersion());
    return switch (instance.engine().toLowerCase(Locale.ROOT)) {
      case "mysql" -> refusalOfMySql(instance, what);
      case "sqlserver" ->
          refusal(
              what + "; SQL Server is not supported yet",
              "restore databases to this instance with RDS itself: CopyDatabaseBetweenInstances"
                  + " takes a backup set or an instant, under database names that are free");
      case "mariadb" ->
          refusal(
              what + "; the procedure is not offered for MariaDB",
              "clone the instance by hand (CloneDBInstance), then copy the objects with mysqldump");
      case "postgresql" ->
          refusal(
              what + "; the procedure is not offered for PostgreSQL",
              "clone the instance by hand (CloneDBInstance), then copy the objects with pg_dump");
      default ->
          refusal(
              what + "; this engine is not known here",
              "clone the instance by hand (CloneDBInstance) and copy the objects from it");
    };
  }

  private static PlanCheck refusalOfMySql(InstanceFacts instance, String what) {
    if ("Basic".equalsIgnoreCase(instance.category())) {
      return refusal(
          what + " Basic edition; the procedure is not offered for it",
          "clone the instance by hand (CloneDBInstance), then copy the objects with mysqldump; or"
              + " upgrade it to the High-availability edition first");
    }
    return MYSQL.versions.contains(instance.engineVersion())
        ? null
        : refusal(
            what + "; supported are MySQL 5.5, 5.6, 5.7 and 8.0",
            "clone the instance by hand (CloneDBInstance), then copy the objects with mysqldump");
  }

  private static PlanCheck refusal(String message, String remedy) {
    return PlanCheck.refusal(CHECK, message, remedy);
  }
}
