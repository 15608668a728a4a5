package io.rdsrestore.worker.process;

import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import io.rdsrestore.activities.ActivityImplementations;
import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.worker.temporal.TemporalOwners;
import io.rdsrestore.workflows.activity.OwnerActivities;
import io.rdsrestore.workflows.restore.KeepCloneImpl;
import io.rdsrestore.workflows.restore.RestoreToPrimaryImpl;
import io.rdsrestore.workflows.restore.RestoreWorkflowOptions;
import io.rdsrestore.workflows.restore.SweepLookImpl;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;
import java.time.Clock;
import java.util.function.Consumer;

/** What a worker of this project runs: the workflows and the parties it talks to. */
public final class RestoreRegistration implements Consumer<Worker> {
  private final ActivitySettings settings;
  private final AlibabaCloudCredentialsProvider credentials;
  private final OwnerActivities owners;

  /**
   * @param client of the namespace whose restores are asked for
   */
  public RestoreRegistration(
      ActivitySettings settings,
      AlibabaCloudCredentialsProvider credentials,
      WorkflowClient client) {
    this.settings = settings;
    this.credentials = credentials;
    this.owners = new TemporalOwners(client);
  }

  @Override
  public void accept(Worker worker) {
    ActivityImplementations activities =
        ActivityImplementations.create(settings, credentials, Clock.systemUTC());
    worker.registerWorkflowImplementationTypes(
        RestoreWorkflowOptions.implementationOptions(),
        RestoreToPrimaryImpl.class,
        KeepCloneImpl.class,
        SweepLookImpl.class);
    worker.registerActivitiesImplementations(
        activities.rds(), activities.dts(), activities.database(), owners);
  }
}
