package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.DatabaseAddress;
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
    DatabaseAddress address = inputs.primary().address();
    if (facts.reachable() && address != null && Boolean.FALSE.equals(address.ssl())) {
      return PlanCheck.warning(
          SqlCheckIds.REACHABLE,
          "the worker reaches the databases of %s (version %s), but nothing is encrypted: SSL is off there, as RDS says"
              .formatted(inputs.instance(), facts.settings().version()),
          "switch SSL on in the RDS console (%s, Data Security, SSL; it restarts the instance) and give the worker the CA of RDS (RDS_RESTORE_DATABASE_CA); to rather compare nothing than in the clear: RDS_RESTORE_DATABASE_TLS=VERIFY_CA"
              .formatted(inputs.instance()));
    }
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
                    address == null ? "an address of " + inputs.instance() : address.text()));
  }
}
