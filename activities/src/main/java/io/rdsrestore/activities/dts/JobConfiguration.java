package io.rdsrestore.activities.dts;

import io.rdsrestore.activities.Failures;
import io.rdsrestore.activities.OncePurchase;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.secret.Credentials;
import io.rdsrestore.activities.secret.Logins;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.CloudRefusal;
import io.rdsrestore.workflows.activity.EnsureJob;
import io.rdsrestore.workflows.activity.JobHandle;
import java.util.List;
import java.util.Optional;

/** Configures the one job of a restore, new or once more (ConfigureDtsJob). */
final class JobConfiguration {
  private static final String ACTION = "ConfigureDtsJob";
  private static final String RDS = "RDS";

  private final DtsApi dts;
  private final Logins logins;
  private final OncePurchase once;

  JobConfiguration(DtsApi dts, Logins logins, OncePurchase once) {
    this.dts = dts;
    this.logins = logins;
    this.once = once;
  }

  JobHandle ensure(EnsureJob wanted) {
    return once.ensure(
        ACTION,
        wanted.unknownOutcomeWait(),
        () -> find(wanted).map(job -> asWanted(wanted, job)),
        () -> configure(wanted, null));
  }

  /** What has started cannot be changed; every later step reads its state and accepts it. */
  private JobHandle asWanted(EnsureJob wanted, JobFacts job) {
    if (job.state().isConfigurable()) {
      configure(wanted, job);
    }
    return new JobHandle(job.id(), job.instanceId());
  }

  private Optional<JobFacts> find(EnsureJob wanted) {
    if (wanted.knownJobId() != null) {
      Optional<JobFacts> known =
          dts.job(wanted.regionId(), wanted.knownJobId()).filter(job -> isOurs(wanted, job));
      if (known.isPresent()) {
        return known;
      }
    }
    return dts.jobs(wanted.regionId()).stream().filter(job -> isOurs(wanted, job)).findFirst();
  }

  private static boolean isOurs(EnsureJob wanted, JobFacts job) {
    // After a reset of the workflow the same restore names a later expiry.
    return RestoreMark.withoutExpiry(job.name()).equals(RestoreMark.withoutExpiry(wanted.name()))
        && RestoreMark.isMarked(job.name(), wanted.restoreId());
  }

  private JobHandle configure(EnsureJob wanted, JobFacts existing) {
    Credentials source = logins.of(wanted.source(), wanted.cloneId());
    Credentials target = logins.of(wanted.target(), wanted.primaryId());
    ConfigureInBody request =
        new ConfigureInBody(
            source.password(),
            target.password(),
            DbList.of(wanted.objects(), wanted.engine().dbList()),
            Reserve.of(wanted.targetTableMode(), wanted.rate()));
    if (existing != null) {
      request.setDtsJobId(existing.id());
      request.setDtsInstanceId(existing.instanceId());
    }
    request.setDtsJobName(wanted.name());
    request.setJobType(DtsApi.JOB_TYPE);
    request.setStructureInitialization(wanted.structure());
    request.setDataInitialization(wanted.data());
    request.setDataSynchronization(false);
    request.setSourceEndpointInstanceType(RDS);
    request.setSourceEndpointRegion(wanted.regionId());
    request.setSourceEndpointInstanceID(wanted.cloneId());
    request.setSourceEndpointEngineName(wanted.engine().dtsName());
    request.setSourceEndpointUserName(source.userName());
    request.setDestinationEndpointInstanceType(RDS);
    request.setDestinationEndpointRegion(wanted.regionId());
    request.setDestinationEndpointInstanceID(wanted.primaryId());
    request.setDestinationEndpointEngineName(wanted.engine().dtsName());
    request.setDestinationEndpointUserName(target.userName());
    Answer answer =
        dts.cloud()
            .write(wanted.regionId(), request, List.of(source.password(), target.password()));
    String jobId = answer.text("DtsJobId");
    if (jobId == null && existing == null) {
      throw Failures.of(
          RestoreErrorCode.OUTCOME_UNKNOWN,
          "DTS took ConfigureDtsJob but named no job: looking for it by its name",
          new CloudRefusal(ACTION, null, null, null));
    }
    return existing == null
        ? new JobHandle(jobId, answer.text("DtsInstanceId"))
        : new JobHandle(existing.id(), existing.instanceId());
  }
}
