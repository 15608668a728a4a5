package io.rdsrestore.workflows.plan;

import java.util.Locale;

/** Engines that the procedure is not offered for, and what works instead. */
final class OtherEngines {
  private OtherEngines() {}

  static PlanCheck refusalOf(String engine, String what) {
    return switch (engine.toLowerCase(Locale.ROOT)) {
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

  private static PlanCheck refusal(String message, String remedy) {
    return PlanCheck.refusal("engine", message, remedy);
  }
}
