package io.rdsrestore.activities.rds;

import io.rdsrestore.activities.Failures;
import io.rdsrestore.activities.SecondLook;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.CloudRefusal;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.policy.Policy;
import io.rdsrestore.workflows.policy.PolicyFacts;

/**
 * The policy of this worker. What it says of an instance goes to the workflow; and right before
 * something is bought it is asked again, as the workflow may have read it before it was changed, or
 * from another worker.
 */
public final class PolicyGuard {
  private final Policy policy;
  private final RdsApi rds;

  /**
   * @param policy null: everything is allowed
   */
  public PolicyGuard(Policy policy, CloudClient cloud, SecondLook secondLook) {
    this.policy = policy;
    this.rds = new RdsApi(cloud, secondLook);
  }

  /** What holds for an instance; null if this worker has no policy. */
  PolicyFacts facts(InstanceReference instance) {
    return policy == null
        ? null
        : policy.of(
            instance,
            policy.needsTags()
                ? new Tags(rds, instance.regionId()).read(instance.instanceId())
                : null);
  }

  /** Likewise, where its tags cannot be read: what asks for some counts. */
  PolicyFacts factsWithoutTags(InstanceReference instance) {
    return policy == null ? null : policy.of(instance, null);
  }

  /**
   * Lets nothing be bought for an instance that a rule does not allow.
   *
   * @param action that would buy it
   */
  public void beforePurchase(String action, InstanceReference instance) {
    PolicyFacts facts = facts(instance);
    if (facts != null && facts.refusalOfInstance().isPresent()) {
      throw Failures.of(
          RestoreErrorCode.NEEDS_PERSON,
          "Nothing is bought by this worker: " + facts.refusalOfInstance().get(),
          new CloudRefusal(
              action, null, null, "Abort, or have the policy of the workers changed, and retry."));
    }
  }
}
