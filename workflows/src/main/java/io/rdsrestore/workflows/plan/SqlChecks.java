package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.ReadSchema;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of the plan that SQL on the primary answers. Every id has a row each time, so that the
 * rows of a later look replace all of an earlier one.
 */
public final class SqlChecks {
  private SqlChecks() {}

  /**
   * Looks at what {@link ReadSchema} found.
   *
   * @param restorePoint null while it is not known; what is named after it is left out
   * @param restoreId whose own databases are free; null where no restore is running
   */
  public static List<PlanCheck> of(
      RestoreRequest request,
      Instant restorePoint,
      String restoreId,
      InstanceFacts primary,
      SchemaFacts facts) {
    ChosenTargets targets = TargetChoice.decide(request, restorePoint, restoreId, primary, facts);
    SqlInputs inputs =
        new SqlInputs(
            request,
            targets.objects().stream().filter(ObjectTarget::isDecided).toList(),
            primary,
            facts);
    List<PlanCheck> checks = new ArrayList<>();
    checks.add(reachable(inputs));
    checks.addAll(Engine.in(primary).sqlRows(inputs, targets.conflicts()));
    return List.copyOf(checks);
  }

  private static PlanCheck reachable(SqlInputs inputs) {
    SchemaFacts facts = inputs.facts();
    return facts.reachable()
        ? PlanCheck.ok(
            SqlCheckIds.REACHABLE,
            "the worker reaches the databases of %s (version %s)"
                .formatted(inputs.instance(), facts.settings().version()))
        : PlanCheck.warning(
            SqlCheckIds.REACHABLE,
            "the worker does not reach the databases of %s, so nothing is compared: %s"
                .formatted(inputs.instance(), facts.unreachableBecause()),
            "give the worker a way to %s, and its address in its configuration"
                .formatted(
                    inputs.primary().address() == null
                        ? "an address of " + inputs.instance()
                        : inputs.primary().address().text()));
  }
}
