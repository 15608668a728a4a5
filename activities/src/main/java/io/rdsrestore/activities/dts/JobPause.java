package io.rdsrestore.activities.dts;

import com.aliyuncs.dts.model.v20200101.SuspendDtsJobRequest;
import io.rdsrestore.activities.ActivityBoundary;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.JobReference;
import io.rdsrestore.workflows.activity.MigrationState;
import io.temporal.failure.ApplicationFailure;

/** Pauses a copy (SuspendDtsJob), and waits until DTS shows it. */
final class JobPause {
  private final DtsApi dts;
  private final ActivityBoundary boundary;

  JobPause(DtsApi dts, ActivityBoundary boundary) {
    this.dts = dts;
    this.boundary = boundary;
  }

  MigrationState ensure(JobReference reference) {
    try {
      JobFacts job = dts.ownJob(reference);
      if (!isCopying(job)) {
        return job.state().asMigration();
      }
      suspend(reference, job);
      JobFacts after = dts.ownJob(reference);
      if (isCopying(after)) {
        throw boundary.notYet("DTS job %s is being paused".formatted(after.id()));
      }
      return after.state().asMigration();
    } catch (ApplicationFailure e) {
      if (RestoreErrorCode.NOT_FOUND.name().equals(e.getType())) {
        return MigrationState.GONE;
      }
      throw e;
    }
  }

  private static boolean isCopying(JobFacts job) {
    return job.state() == JobState.MIGRATING || job.state() == JobState.RETRYING;
  }

  private void suspend(JobReference reference, JobFacts job) {
    SuspendDtsJobRequest request = new SuspendDtsJobRequest();
    request.setDtsJobId(job.id());
    request.setDtsInstanceId(job.instanceId());
    dts.cloud().write(reference.regionId(), request);
  }
}
