package io.rdsrestore.activities.dts;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.dts.model.v20200101.DeleteDtsJobRequest;
import com.aliyuncs.dts.model.v20200101.StopDtsJobRequest;
import com.aliyuncs.dts.model.v20200101.SuspendDtsJobRequest;
import io.rdsrestore.activities.ActivityBoundary;
import io.rdsrestore.activities.Attempt;
import io.rdsrestore.activities.RemovalLog;
import io.rdsrestore.activities.cloud.CloudException;
import io.rdsrestore.activities.cloud.ErrorClass;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.Removal;
import io.rdsrestore.workflows.activity.RemoveJob;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Releases the jobs of a restore (SuspendDtsJob and StopDtsJob where one runs, DeleteDtsJob;
 * invariants I3 and I4): what each is is read right before it is touched.
 */
final class JobRemoval {
  /** For how long a refusal to delete an unbought job is taken for passing. */
  private static final Duration UNBOUGHT_PATIENCE = Duration.ofSeconds(20);

  private final DtsApi dts;
  private final ActivityBoundary boundary;

  JobRemoval(DtsApi dts, ActivityBoundary boundary) {
    this.dts = dts;
    this.boundary = boundary;
  }

  Removal remove(RemoveJob wanted) {
    RemovalLog log = RemovalLog.resume();
    Set<String> candidates = new LinkedHashSet<>();
    if (wanted.jobId() != null) {
      candidates.add(wanted.jobId());
    }
    for (JobFacts job : dts.jobs(wanted.regionId())) {
      if (RestoreMark.isMarked(job.name(), wanted.restoreId())) {
        candidates.add(job.id());
      }
    }
    for (String id : candidates) {
      removeOne(wanted, id, log);
    }
    if (candidates.isEmpty()) {
      boundary.lookOnUntil(wanted.keepLooking(), "No DTS job of this restore is listed");
    }
    if (log.pending().isEmpty()) {
      return log.result();
    }
    throw boundary.notYet("DTS job " + String.join(", ", log.pending()) + " is being released");
  }

  private void removeOne(RemoveJob wanted, String id, RemovalLog log) {
    Optional<JobFacts> found = dts.job(wanted.regionId(), id);
    if (found.isEmpty()) {
      if (!log.isAsked(id)) {
        // A fresh job may be hidden for a while: it must not be left for that.
        boundary.lookOnUntil(wanted.keepLooking(), "DTS job %s is not there".formatted(id));
      }
      log.removed(id);
      return;
    }
    JobFacts job = found.get();
    if (!RestoreMark.isMarked(job.name(), wanted.restoreId())) {
      log.left(id, "Its name does not carry the mark of this restore any more.");
      return;
    }
    log.removing(id);
    stop(wanted.regionId(), job);
    if (!delete(wanted.regionId(), job, log)) {
      return;
    }
    if (dts.job(wanted.regionId(), id).isEmpty()) {
      log.removed(id);
    }
  }

  private void stop(String regionId, JobFacts job) {
    if (!job.state().mayWrite()) {
      return;
    }
    if (job.state() == JobState.MIGRATING || job.state() == JobState.RETRYING) {
      SuspendDtsJobRequest suspend = new SuspendDtsJobRequest();
      suspend.setDtsJobId(job.id());
      suspend.setDtsInstanceId(job.instanceId());
      tryTo(regionId, suspend);
    }
    StopDtsJobRequest stop = new StopDtsJobRequest();
    stop.setDtsJobId(job.id());
    stop.setDtsInstanceId(job.instanceId());
    tryTo(regionId, stop);
  }

  /** Where stopping is refused, deleting has the last word. */
  private void tryTo(String regionId, AcsRequest<?> request) {
    try {
      dts.cloud().write(regionId, request);
    } catch (CloudException e) {
      boolean refused =
          e.errorClass() == ErrorClass.BUSY || !e.errorClass().restoreErrorCode().isRetryable();
      if (!refused) {
        throw e;
      }
    }
  }

  /** Whether DTS took it; false if the job is left. */
  private boolean delete(String regionId, JobFacts job, RemovalLog log) {
    DeleteDtsJobRequest request = new DeleteDtsJobRequest();
    request.setDtsJobId(job.id());
    request.setDtsInstanceId(job.instanceId());
    try {
      dts.cloud().write(regionId, request);
      return true;
    } catch (CloudException e) {
      if (e.isAbsent()) {
        return true;
      }
      boolean patient = Attempt.orDetached().elapsed().compareTo(UNBOUGHT_PATIENCE) < 0;
      if (e.errorClass() == ErrorClass.BUSY && !job.isBought() && !patient) {
        log.notRemovable(
            job.id(), "DTS does not delete it, since it was never bought; it costs nothing.");
        return false;
      }
      throw e;
    }
  }
}
