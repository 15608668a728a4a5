package io.rdsrestore.activities;

import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import io.rdsrestore.activities.audit.AuditActivitiesImpl;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.activities.cloud.FailedCalls;
import io.rdsrestore.activities.database.DatabaseActivitiesImpl;
import io.rdsrestore.activities.database.ShapeReader;
import io.rdsrestore.activities.dts.DtsActivitiesImpl;
import io.rdsrestore.activities.notify.NotifyActivitiesImpl;
import io.rdsrestore.activities.notify.Postman;
import io.rdsrestore.activities.rds.RdsActivitiesImpl;
import io.rdsrestore.activities.secret.Logins;
import io.rdsrestore.activities.sqlserver.SqlServerDatabases;
import io.rdsrestore.workflows.activity.AuditActivities;
import io.rdsrestore.workflows.activity.DatabaseActivities;
import io.rdsrestore.workflows.activity.DtsActivities;
import io.rdsrestore.workflows.activity.NotifyActivities;
import io.rdsrestore.workflows.activity.RdsActivities;
import java.time.Clock;

/**
 * What a worker registers.
 *
 * @param notifications for a task queue of their own; null: the worker tells nobody
 * @param audit for that queue, too; null: the worker keeps none
 */
public record ActivityImplementations(
    RdsActivities rds,
    DtsActivities dts,
    DatabaseActivities database,
    NotifyActivities notifications,
    AuditActivities audit) {

  /**
   * The implementations for a configuration.
   *
   * @param credentials of the cloud; in production {@code
   *     com.aliyuncs.auth.DefaultCredentialsProvider}, the SDK's own chain
   */
  public static ActivityImplementations create(
      ActivitySettings settings, AlibabaCloudCredentialsProvider credentials, Clock clock) {
    return create(settings, credentials, FailedCalls.UNCOUNTED, clock);
  }

  /**
   * Likewise, of a worker that counts.
   *
   * @param failedCalls is told of each call to the cloud that failed
   */
  public static ActivityImplementations create(
      ActivitySettings settings,
      AlibabaCloudCredentialsProvider credentials,
      FailedCalls failedCalls,
      Clock clock) {
    Logins logins = new Logins(settings.accountKey(), settings.secrets());
    CloudClient cloud = new CloudClient(credentials, settings.cloudEndpoint(), failedCalls);
    return create(
        settings, cloud, logins, new EngineShapes(new ShapeReader(settings, logins)), clock);
  }

  /**
   * Likewise, where something stands in for the databases.
   *
   * @param tables looks at tables while they are copied
   */
  public static ActivityImplementations create(
      ActivitySettings settings,
      AlibabaCloudCredentialsProvider credentials,
      Logins logins,
      ShapeLook tables,
      Clock clock) {
    CloudClient cloud = new CloudClient(credentials, settings.cloudEndpoint());
    return create(settings, cloud, logins, tables, clock);
  }

  private static ActivityImplementations create(
      ActivitySettings settings, CloudClient cloud, Logins logins, ShapeLook tables, Clock clock) {
    return new ActivityImplementations(
        new RdsActivitiesImpl(cloud, settings, logins, clock),
        new DtsActivitiesImpl(cloud, settings, logins, tables, clock),
        new EngineDatabases(
            new DatabaseActivitiesImpl(settings, logins), new SqlServerDatabases(settings, logins)),
        settings.notifications() == null
            ? null
            : new NotifyActivitiesImpl(
                new Postman(settings.notifications(), settings.secrets(), clock)),
        settings.audit() == null
            ? null
            : new AuditActivitiesImpl(settings.audit(), settings.secrets(), clock));
  }
}
