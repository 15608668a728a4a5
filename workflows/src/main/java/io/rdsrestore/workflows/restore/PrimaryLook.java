package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.plan.PlanCheck;
import java.util.List;

/** Reads the primary; where there is none nothing can be restored. */
final class PrimaryLook {
  private final Restore restore;
  private final Steps steps;
  private final Gates gates;

  PrimaryLook(Restore restore, Steps steps, Gates gates) {
    this.restore = restore;
    this.steps = steps;
    this.gates = gates;
  }

  InstanceFacts read(InstanceReference primary) {
    while (true) {
      try {
        InstanceFacts facts =
            Steps.attempt(
                () ->
                    Steps.rds(ActivityPolicies.read("the primary " + primary.instanceId()))
                        .readInstance(primary));
        restore.learn(facts.reader());
        return facts;
      } catch (StepFailed failed) {
        Trouble trouble = failed.trouble();
        if (trouble.reader() != null) {
          restore.learn(trouble.reader());
        }
        // Once something of ours is there nothing just ends (I6).
        if (trouble.code() == RestoreErrorCode.NOT_FOUND && restore.begun.isEmpty()) {
          throw Refusal.ofPlan(
              List.of(
                  PlanCheck.refusal(
                      "instance",
                      "There is no instance %s in region %s of this account"
                          .formatted(primary.instanceId(), primary.regionId()),
                      "correct instanceId or regionId, or use the account that owns it")));
        }
        steps.use(
            gates.askAfterFailure(
                "Could not read the primary: " + trouble.message(),
                List.of(GateItem.of(trouble.code().name(), trouble.message(), trouble.remedy())),
                "it is read again"));
      }
    }
  }
}
