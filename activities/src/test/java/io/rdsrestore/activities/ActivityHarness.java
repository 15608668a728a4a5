package io.rdsrestore.activities;

import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.StaticCredentialsProvider;
import io.rdsrestore.activities.cloud.CloudEndpoint;
import io.rdsrestore.activities.secret.LocalSecrets;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.workflows.activity.DatabaseActivities;
import io.rdsrestore.workflows.activity.DtsActivities;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.Leftover;
import io.rdsrestore.workflows.activity.RdsActivities;
import io.rdsrestore.workflows.activity.RecoveryQuery;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.request.RestorePoint;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * The activities as a worker runs them, against a sandbox: what an attempt noted is there for the
 * next, and what may be tried again is tried again.
 */
public final class ActivityHarness implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final long LONGEST_PAUSE_MILLIS = 200;

  private final TestActivityEnvironment environment;
  private volatile Object lastHeartbeat;

  public final RdsActivities rds;
  public final DtsActivities dts;
  public final DatabaseActivities database;

  public ActivityHarness(Sandbox sandbox) {
    this(sandbox, Clock.systemUTC());
  }

  public ActivityHarness(Sandbox sandbox, Clock clock) {
    this(settings(sandbox), clock);
  }

  /** Against whatever the settings name. */
  public ActivityHarness(ActivitySettings settings, Clock clock) {
    environment =
        TestActivityEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder()
                        .setDataConverter(RestoreJson.dataConverter())
                        .build())
                .build());
    ActivityImplementations implementations =
        ActivityImplementations.create(
            settings,
            new StaticCredentialsProvider(new BasicCredentials("sandbox", "sandbox-secret")),
            clock);
    environment.registerActivitiesImplementations(
        implementations.rds(), implementations.dts(), implementations.database());
    environment.setActivityHeartbeatListener(Object.class, heartbeat -> lastHeartbeat = heartbeat);
    ActivityOptions options =
        ActivityOptions.newBuilder()
            .setStartToCloseTimeout(DEADLINE)
            .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
            .build();
    rds = environment.newActivityStub(RdsActivities.class, options);
    dts = environment.newActivityStub(DtsActivities.class, options);
    database = environment.newActivityStub(DatabaseActivities.class, options);
  }

  /** From the worker's address that the sandbox's gates know, in the clear, looking often. */
  public static ActivitySettings settings(Sandbox sandbox) {
    return settings(sandbox.endpoint());
  }

  /** Likewise, with another stand-in for the cloud. */
  public static ActivitySettings settings(String endpoint) {
    return new ActivitySettings(
        CloudEndpoint.parse(endpoint),
        DtsNetwork.VPC,
        List.of("127.0.0.2"),
        EndpointKind.PRIVATE,
        "127.0.0.2",
        DatabaseTls.DISABLE,
        Duration.ofSeconds(5),
        key(),
        new LocalSecrets(name -> null),
        new PollPacing(Duration.ofMillis(20), Duration.ofMillis(200)),
        Duration.ofMillis(20),
        null,
        null,
        null,
        null);
  }

  public static AccountKey key() {
    return new AccountKey("a key of the tests, for nothing else".getBytes(StandardCharsets.UTF_8));
  }

  /** One attempt that must fail, and how it did. */
  public ApplicationFailure failureOf(Runnable attempt) {
    try {
      attempt.run();
    } catch (ActivityFailure e) {
      return (ApplicationFailure) e.getCause();
    }
    throw new AssertionError("the attempt did not fail");
  }

  /** A new activity that is tried until it succeeds or fails for good. */
  public <T> T finish(Supplier<T> activity) {
    newActivity();
    return retry(activity);
  }

  public void finish(Runnable activity) {
    finish(
        () -> {
          activity.run();
          return null;
        });
  }

  /** Clones of a primary that carry any restore's mark, as a plan is told. */
  public List<Leftover> markedClones(InstanceReference primary) {
    RecoveryQuery now =
        new RecoveryQuery(primary, RestorePoint.at(Instant.now()), List.of(), Engine.MYSQL);
    return finish(() -> rds.readRecovery(now)).clones();
  }

  /** A new activity: without notes of an older one. */
  public void newActivity() {
    lastHeartbeat = null;
    environment.setHeartbeatDetails(null);
  }

  /** Hands the notes of the last attempt to the next one. */
  public void nextAttempt() {
    environment.setHeartbeatDetails(lastHeartbeat);
  }

  /** As if an attempt had left this and its worker had died. */
  public void leaveHeartbeat(Object heartbeat) {
    environment.setHeartbeatDetails(heartbeat);
  }

  /** Further attempts of an activity until it succeeds or fails for good. */
  public <T> T retry(Supplier<T> activity) {
    Instant deadline = Instant.now().plus(DEADLINE);
    while (true) {
      try {
        return activity.get();
      } catch (ActivityFailure e) {
        ApplicationFailure cause = (ApplicationFailure) e.getCause();
        if (cause.isNonRetryable()) {
          throw cause;
        }
        if (Instant.now().isAfter(deadline)) {
          throw new AssertionError("not within " + DEADLINE + ": " + cause.getOriginalMessage(), e);
        }
        Duration pause = cause.getNextRetryDelay();
        long millis = pause == null ? LONGEST_PAUSE_MILLIS : pause.toMillis();
        LockSupport.parkNanos(
            TimeUnit.MILLISECONDS.toNanos(Math.min(millis, LONGEST_PAUSE_MILLIS)));
        nextAttempt();
      }
    }
  }

  @Override
  public void close() {
    environment.close();
  }
}
