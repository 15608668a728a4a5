package io.rdsrestore.activities.dts;

import io.rdsrestore.activities.ActivityBoundary;
import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.DtsNetwork;
import io.rdsrestore.activities.OncePurchase;
import io.rdsrestore.activities.SecondLook;
import io.rdsrestore.activities.ShapeLook;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.activities.rds.PolicyGuard;
import io.rdsrestore.activities.rds.PressureReader;
import io.rdsrestore.activities.secret.Logins;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.AwaitMigration;
import io.rdsrestore.workflows.activity.DtsActivities;
import io.rdsrestore.workflows.activity.DtsFacts;
import io.rdsrestore.workflows.activity.EnsureCopyRate;
import io.rdsrestore.workflows.activity.EnsureJob;
import io.rdsrestore.workflows.activity.EnsureJobBought;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.JobHandle;
import io.rdsrestore.workflows.activity.JobReference;
import io.rdsrestore.workflows.activity.Leftover;
import io.rdsrestore.workflows.activity.MigrationLook;
import io.rdsrestore.workflows.activity.MigrationState;
import io.rdsrestore.workflows.activity.PrecheckResult;
import io.rdsrestore.workflows.activity.Removal;
import io.rdsrestore.workflows.activity.RemoveJob;
import io.rdsrestore.workflows.activity.SkipItems;
import io.rdsrestore.workflows.sweep.JobMark;
import io.rdsrestore.workflows.sweep.MarkedThings;
import java.time.Clock;
import java.util.List;

/** DTS: hands every activity to the class that does it. */
public final class DtsActivitiesImpl implements DtsActivities {
  private final ActivityBoundary boundary;
  private final DtsApi dts;
  private final DtsNetwork network;
  private final JobConfiguration configuration;
  private final JobPurchase purchase;
  private final JobStart start;
  private final PrecheckWait precheckWait;
  private final PrecheckSkip skip;
  private final MigrationWait migrationWait;
  private final SourceJobReader sourceJobs;
  private final CopySpeed copySpeed;
  private final JobPause pause;
  private final JobRemoval removal;

  /**
   * @param tables looks at tables while they are copied
   */
  public DtsActivitiesImpl(
      CloudClient cloud, ActivitySettings settings, Logins logins, ShapeLook tables, Clock clock) {
    boundary = new ActivityBoundary(settings.pacing());
    network = settings.dtsNetwork();
    OncePurchase once = new OncePurchase(clock);
    SecondLook secondLook = new SecondLook(settings.confirmAfter());
    dts = new DtsApi(cloud, secondLook);
    configuration = new JobConfiguration(dts, logins, once);
    purchase = new JobPurchase(dts, once, new PolicyGuard(settings.policy(), cloud, secondLook));
    start = new JobStart(dts, boundary);
    precheckWait = new PrecheckWait(dts, secondLook, boundary);
    skip = new PrecheckSkip(dts);
    sourceJobs = new SourceJobReader(dts);
    copySpeed = new CopySpeed(dts);
    pause = new JobPause(dts, boundary);
    migrationWait =
        new MigrationWait(
            dts,
            secondLook,
            new PressureLooks(new PressureReader(cloud), clock),
            new TableWatch(tables, clock),
            boundary);
    removal = new JobRemoval(dts, boundary);
  }

  @Override
  public DtsFacts readDts(InstanceReference primary) {
    return boundary.call(
        () ->
            new DtsFacts(
                dts.addresses(primary.regionId(), network),
                writing(primary),
                sourceJobs.read(primary)));
  }

  private List<Leftover> writing(InstanceReference primary) {
    return dts.jobs(primary.regionId()).stream()
        .filter(job -> primary.instanceId().equals(job.targetInstance()))
        .filter(job -> job.state().mayWrite() || RestoreMark.restoreIdIn(job.name()).isPresent())
        .map(
            job ->
                new Leftover(
                    "dts job",
                    job.id(),
                    RestoreMark.restoreIdIn(job.name()).orElse(null),
                    RestoreMark.expiryIn(job.name()).orElse(null),
                    job.status(),
                    null,
                    null))
        .toList();
  }

  @Override
  public MarkedThings readMarkedJobs(String regionId) {
    return boundary.call(
        () ->
            new MarkedThings(
                dts.jobs(regionId).stream()
                    .flatMap(
                        job ->
                            JobMark.of(
                                regionId,
                                job.id(),
                                job.name(),
                                job.targetInstance(),
                                job.status(),
                                job.createdAt())
                                .stream())
                    .toList(),
                List.of()));
  }

  @Override
  public JobHandle ensureJob(EnsureJob wanted) {
    return boundary.call(() -> configuration.ensure(wanted));
  }

  @Override
  public JobHandle ensureJobBought(EnsureJobBought wanted) {
    return boundary.call(() -> purchase.ensure(wanted));
  }

  @Override
  public String ensureJobStarted(JobReference job) {
    return boundary.call(() -> start.ensure(job));
  }

  @Override
  public PrecheckResult awaitPrecheck(JobReference job) {
    return boundary.call(() -> precheckWait.look(job));
  }

  @Override
  public void ensureItemsSkipped(SkipItems wanted) {
    boundary.run(() -> skip.ensure(wanted));
  }

  @Override
  public MigrationLook awaitMigration(AwaitMigration wanted) {
    return boundary.call(() -> migrationWait.look(wanted));
  }

  @Override
  public void ensureCopyRate(EnsureCopyRate wanted) {
    boundary.run(() -> copySpeed.ensure(wanted));
  }

  @Override
  public MigrationState ensureJobSuspended(JobReference job) {
    return boundary.call(() -> pause.ensure(job));
  }

  @Override
  public Removal removeJob(RemoveJob wanted) {
    return boundary.call(() -> removal.remove(wanted));
  }
}
