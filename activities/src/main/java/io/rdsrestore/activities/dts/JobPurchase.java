package io.rdsrestore.activities.dts;

import com.aliyuncs.dts.model.v20200101.CreateDtsInstanceRequest;
import io.rdsrestore.activities.Failures;
import io.rdsrestore.activities.OncePurchase;
import io.rdsrestore.activities.rds.PolicyGuard;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.CloudRefusal;
import io.rdsrestore.workflows.activity.EnsureJobBought;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.JobHandle;
import io.rdsrestore.workflows.activity.JobReference;
import java.util.Optional;

/** Buys a configured job, once (CreateDtsInstance with JobId). DTS knows no token. */
final class JobPurchase {
  private static final String ACTION = "CreateDtsInstance";
  private static final String PAY_AS_YOU_GO = "PostPaid";

  private final DtsApi dts;
  private final OncePurchase once;
  private final PolicyGuard guard;

  JobPurchase(DtsApi dts, OncePurchase once, PolicyGuard guard) {
    this.guard = guard;
    this.dts = dts;
    this.once = once;
  }

  JobHandle ensure(EnsureJobBought wanted) {
    return once.ensure(
        ACTION,
        wanted.unknownOutcomeWait(),
        () -> boughtJob(wanted.job()),
        () -> permit(wanted),
        () -> buy(wanted));
  }

  private Optional<JobHandle> boughtJob(JobReference reference) {
    JobFacts job = dts.freshJob(reference);
    return job.isBought()
        ? Optional.of(new JobHandle(job.id(), job.instanceId()))
        : Optional.empty();
  }

  private void permit(EnsureJobBought wanted) {
    if (wanted.primaryId() != null) {
      guard.beforePurchase(
          ACTION, new InstanceReference(wanted.job().regionId(), wanted.primaryId()));
    }
  }

  private JobHandle buy(EnsureJobBought wanted) {
    CreateDtsInstanceRequest request = new CreateDtsInstanceRequest();
    request.setJobId(wanted.job().jobId());
    request.setPayType(PAY_AS_YOU_GO);
    request.setInstanceClass(wanted.instanceClass());
    request.setQuantity(1);
    // Without them DTS takes both ends for MySQL, it says.
    request.setSourceEndpointEngineName(wanted.engine().dtsPurchaseName());
    request.setDestinationEndpointEngineName(wanted.engine().dtsPurchaseName());
    request.setAutoStart(false);
    String instanceId = dts.cloud().write(wanted.job().regionId(), request).text("InstanceId");
    if (instanceId == null) {
      throw Failures.of(
          RestoreErrorCode.OUTCOME_UNKNOWN,
          "DTS took CreateDtsInstance but named no instance: looking at the job again",
          new CloudRefusal(ACTION, null, null, null));
    }
    return new JobHandle(wanted.job().jobId(), instanceId);
  }
}
