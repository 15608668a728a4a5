package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.sweep.MarkedThings;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** DTS (API version 2020-01-01): one migration task from the clone to the primary. */
@ActivityInterface
public interface DtsActivities {

  /**
   * The addresses that DTS connects from (WhiteIpList, Type by the worker's configuration); jobs
   * that write to this primary or carry any restore's mark for it, and jobs that read it, whose
   * consumers will see every restored row as new (DescribeDtsJobs: JobType MIGRATION, SYNC,
   * SUBSCRIBE).
   */
  @ActivityMethod
  DtsFacts readDts(InstanceReference primary);

  /** Migration jobs of a region that carry any restore's mark, bought or not (DescribeDtsJobs). */
  @ActivityMethod
  MarkedThings readMarkedJobs(String regionId);

  /**
   * The one job of this name, configured as wanted and not bought (ConfigureDtsJob). An existing
   * one that has not started is configured again; DTS is asked by name first, since it knows no
   * token.
   */
  @ActivityMethod
  JobHandle ensureJob(EnsureJob wanted);

  /** The job, bought if it was not (CreateDtsInstance with JobId, AutoStart false). */
  @ActivityMethod
  JobHandle ensureJobBought(EnsureJobBought wanted);

  /**
   * The job on its way: StartDtsJob where its state allows it (NotStarted, PrecheckFailed,
   * PreCheckPass, Suspending, MigrationFailed); what runs or has finished is left alone.
   *
   * @return its state (DTS: Status) before
   */
  @ActivityMethod
  String ensureJobStarted(JobReference job);

  /** One look at the precheck: its result, or {@code NOT_YET} with what is being checked. */
  @ActivityMethod
  PrecheckResult awaitPrecheck(JobReference job);

  /** Items that DTS shall pass over (SkipPreCheck). */
  @ActivityMethod
  void ensureItemsSkipped(SkipItems wanted);

  /**
   * One look at the copy: how it ended, or how far it is if that is worth telling or the primary
   * suffers, or {@code NOT_YET} with the figure.
   */
  @ActivityMethod
  MigrationLook awaitMigration(AwaitMigration wanted);

  /**
   * Another speed for a full copy, also while it runs (ModifyDynamicConfig, JobCode 03); without
   * any limit the old one is taken off.
   */
  @ActivityMethod
  void ensureCopyRate(EnsureCopyRate wanted);

  /**
   * The job paused, if it copies (SuspendDtsJob); one that is paused, has ended or is gone is left
   * alone.
   *
   * @return how it stands then; {@link MigrationState#RUNNING} if it cannot be paused yet, because
   *     it does not copy
   */
  @ActivityMethod
  MigrationState ensureJobSuspended(JobReference job);

  /**
   * Releases the job of this restore, bought or not, in whatever state: SuspendDtsJob and
   * StopDtsJob where it runs, DeleteDtsJob, and a look that it is gone.
   */
  @ActivityMethod
  Removal removeJob(RemoveJob wanted);
}
