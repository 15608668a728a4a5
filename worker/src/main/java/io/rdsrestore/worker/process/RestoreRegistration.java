package io.rdsrestore.worker.process;

import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import io.rdsrestore.activities.ActivityImplementations;
import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.cloud.FailedCalls;
import io.rdsrestore.worker.temporal.TemporalOwners;
import io.rdsrestore.workflows.activity.AuditActivities;
import io.rdsrestore.workflows.activity.NotifyActivities;
import io.rdsrestore.workflows.activity.OwnerActivities;
import io.rdsrestore.workflows.activity.RdsActivities;
import io.rdsrestore.workflows.restore.AuditImpl;
import io.rdsrestore.workflows.restore.KeepCloneImpl;
import io.rdsrestore.workflows.restore.NotifyImpl;
import io.rdsrestore.workflows.restore.RestoreToPrimaryImpl;
import io.rdsrestore.workflows.restore.RestoreWorkflowOptions;
import io.rdsrestore.workflows.restore.SweepLookImpl;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** What a worker of this project runs: the workflows and the parties it talks to. */
public final class RestoreRegistration implements Consumer<Worker> {
  private final ActivityImplementations activities;
  private final OwnerActivities owners;

  /**
   * @param client of the namespace whose restores are asked for
   */
  public RestoreRegistration(
      ActivitySettings settings,
      AlibabaCloudCredentialsProvider credentials,
      WorkflowClient client) {
    this(settings, credentials, client, FailedCalls.UNCOUNTED);
  }

  /**
   * Likewise.
   *
   * @param failedCalls is told of each call to the cloud that failed
   */
  public RestoreRegistration(
      ActivitySettings settings,
      AlibabaCloudCredentialsProvider credentials,
      WorkflowClient client,
      FailedCalls failedCalls) {
    this.activities =
        ActivityImplementations.create(settings, credentials, failedCalls, Clock.systemUTC());
    this.owners = new TemporalOwners(client);
  }

  @Override
  public void accept(Worker worker) {
    worker.registerWorkflowImplementationTypes(
        RestoreWorkflowOptions.implementationOptions(),
        RestoreToPrimaryImpl.class,
        KeepCloneImpl.class,
        SweepLookImpl.class,
        NotifyImpl.class,
        AuditImpl.class);
    worker.registerActivitiesImplementations(
        activities.rds(), activities.dts(), activities.database(), owners);
  }

  /** What reads RDS, for who watches beside the restores. */
  public RdsActivities rds() {
    return activities.rds();
  }

  /** Who keeps the audit; empty if this worker keeps none. */
  public Optional<AuditActivities> audit() {
    return Optional.ofNullable(activities.audit());
  }

  /** Who tells people; empty if this worker tells nobody. */
  public Optional<NotifyActivities> notifications() {
    return Optional.ofNullable(activities.notifications());
  }
}
