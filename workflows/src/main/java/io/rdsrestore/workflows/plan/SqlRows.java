package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.SchemaFacts;
import java.util.List;

/**
 * The rows that SQL on the primary answers: at once where the request names an account that exists,
 * and the worker gets in already; else in PREPARING.
 */
final class SqlRows {
  private static final String REACHABLE = "database.reachable";

  private SqlRows() {}

  static List<PlanCheck> of(PlanInputs inputs) {
    SchemaFacts server = inputs.surroundings().server();
    if (server == null) {
      return List.of(
          PlanCheck.notChecked(
              REACHABLE,
              "whether the worker reaches the databases is proved on the primary after approval,"
                  + " before anything is bought; if not, the copy is not compared"));
    }
    if (!server.reachable()) {
      return List.of(
          PlanCheck.notChecked(
              REACHABLE,
              "not from here and now (%s); the worker tries again once its address is in the whitelist, before anything is bought"
                  .formatted(server.unreachableBecause())));
    }
    return SqlChecks.of(
        inputs.request(),
        Planner.restorePoint(inputs.request().restoreTo(), inputs.recovery()).orElse(null),
        inputs.restoreId(),
        inputs.primary(),
        server);
  }
}
