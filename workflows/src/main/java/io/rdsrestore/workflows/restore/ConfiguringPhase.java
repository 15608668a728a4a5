package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.EnsureDatabase;
import io.rdsrestore.workflows.activity.EnsureJob;
import io.rdsrestore.workflows.activity.EnsureJobBought;
import io.rdsrestore.workflows.activity.EnsuredDatabase;
import io.rdsrestore.workflows.activity.JobHandle;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.ConflictMode;
import io.rdsrestore.workflows.status.TaskStatus;
import java.time.Duration;

/** Makes the target databases and the migration task: configured first, then bought. */
final class ConfiguringPhase extends Phase {
  ConfiguringPhase(Restore restore, Steps steps, Gates gates, Journal journal) {
    super(restore, steps, gates, journal);
  }

  void run() {
    journal.enter(RestorePhase.CONFIGURING, "Configuring the DTS task");
    createTargetDatabases();
    configure();
    buy();
  }

  private void createTargetDatabases() {
    boolean any = false;
    for (ObjectTarget object : restore.objects) {
      boolean exists =
          restore.primary.databases().stream()
              .anyMatch(database -> database.name().equals(object.targetDatabase()));
      if (exists || restore.createdDatabases.contains(object.targetDatabase())) {
        continue;
      }
      EnsuredDatabase made =
          steps.must(
              "create database %s on the primary".formatted(object.targetDatabase()),
              () ->
                  Steps.rds(
                          ActivityPolicies.ensure(
                              "database " + object.targetDatabase(), Duration.ZERO))
                      .ensureDatabase(
                          new EnsureDatabase(
                              restore.primaryReference(),
                              object.targetDatabase(),
                              restore.charsetInClone(object.database()),
                              restore.restoreId)));
      if (made.created()) {
        restore.createdDatabases.add(made.name());
      }
      any = true;
    }
    if (any && restore.accounts.isManaged()) {
      grantTargets();
    }
  }

  private void grantTargets() {
    steps.must(
        "grant the temporary account the target databases",
        () ->
            Steps.rds(ActivityPolicies.ensure("grants on the target databases", Duration.ZERO))
                .ensureAccount(
                    restore.temporaryAccount(
                        restore.primaryReference(), restore.targetDatabases())));
  }

  /** Configures the task, or configures it again as long as it has not started. */
  void configure() {
    Duration unknownOutcomeWait = restore.request.limits().unknownOutcomeWait();
    JobHandle job =
        steps.must(
            "configure the DTS task",
            () -> {
              restore.begun.add(Restore.Ours.JOB);
              return Steps.dts(
                      ActivityPolicies.ensure("configure the DTS task", unknownOutcomeWait))
                  .ensureJob(
                      new EnsureJob(
                          restore.request.regionId(),
                          restore.restoreId,
                          restore.jobName(),
                          restore.task == null ? null : restore.task.jobId(),
                          restore.clone.instanceId(),
                          restore.sourceAccount(),
                          restore.request.instanceId(),
                          restore.targetAccount(),
                          restore.objects,
                          restore.request.migratesStructure(),
                          restore.request.migratesData(),
                          targetTableMode(),
                          restore.rate,
                          unknownOutcomeWait,
                          restore.engine()));
            },
            restore.task == null ? restore.notThereIfRefused(Restore.Ours.JOB) : trouble -> {});
    int prechecks = restore.task == null ? 0 : restore.task.prechecks();
    restore.task =
        new TaskStatus(
            job.jobId(), job.dtsInstanceId(), restore.jobName(), "NotStarted", prechecks);
    journal.remember();
  }

  private String targetTableMode() {
    return restore.request.onConflict() == ConflictMode.KEEP_EXISTING ? "2" : "0";
  }

  private void buy() {
    journal.doing("Buying the DTS task " + restore.task.jobId());
    Duration unknownOutcomeWait = restore.request.limits().unknownOutcomeWait();
    JobHandle job =
        steps.must(
            "buy the DTS task",
            () ->
                Steps.dts(ActivityPolicies.ensure("buy the DTS task", unknownOutcomeWait))
                    .ensureJobBought(
                        new EnsureJobBought(
                            restore.jobReference(),
                            restore.plan.purchase().dtsClass(),
                            unknownOutcomeWait,
                            restore.request.instanceId(),
                            restore.engine())));
    restore.task = restore.task.bought(job.dtsInstanceId());
  }
}
