package io.rdsrestore.worker.process;

import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import io.rdsrestore.activities.ActivityImplementations;
import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.workflows.restore.KeepCloneImpl;
import io.rdsrestore.workflows.restore.RestoreToPrimaryImpl;
import io.rdsrestore.workflows.restore.RestoreWorkflowOptions;
import io.temporal.worker.Worker;
import java.time.Clock;
import java.util.function.Consumer;

/** What a worker of this project runs: the workflow and the three parties it talks to. */
public final class RestoreRegistration implements Consumer<Worker> {
  private final ActivitySettings settings;
  private final AlibabaCloudCredentialsProvider credentials;

  public RestoreRegistration(
      ActivitySettings settings, AlibabaCloudCredentialsProvider credentials) {
    this.settings = settings;
    this.credentials = credentials;
  }

  @Override
  public void accept(Worker worker) {
    ActivityImplementations activities =
        ActivityImplementations.create(settings, credentials, Clock.systemUTC());
    worker.registerWorkflowImplementationTypes(
        RestoreWorkflowOptions.implementationOptions(),
        RestoreToPrimaryImpl.class,
        KeepCloneImpl.class);
    worker.registerActivitiesImplementations(
        activities.rds(), activities.dts(), activities.database());
  }
}
