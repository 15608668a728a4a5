package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreContract;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;

/**
 * How each kind of activity is run, by the promise in its name. What is worth another try the
 * activity itself says (see {@link io.rdsrestore.workflows.RestoreErrorCode}); here is only for how
 * long.
 */
final class ActivityPolicies {
  /**
   * Longer than the longest single answer that we wait for: ConfigureDtsJob takes up to a minute.
   */
  private static final Duration ONE_CALL = Duration.ofMinutes(3);

  /** A comparison of big tables is one long attempt, which heartbeats. */
  private static final Duration ONE_COMPARISON = Duration.ofHours(24);

  private static final Duration ONE_BACKUP = Duration.ofHours(12);

  private static final Duration ONE_SCAN = Duration.ofMinutes(15);

  /** Shorter than a person should wait for what it helps with. */
  private static final Duration ONE_GLANCE = Duration.ofSeconds(12);

  private static final Duration HEARTBEAT = Duration.ofMinutes(2);

  /**
   * A worker that has died is noticed after this, not only when the time of the attempt is over. A
   * slow call is not taken for a dead worker: attempts have a pulse of ten seconds, of which the
   * SDK sends what lies 48 seconds apart.
   */
  private static final Duration PULSE = Duration.ofMinutes(1);

  /** Long enough for every address of a route, which are told side by side. */
  private static final Duration ONE_NOTICE = Duration.ofMinutes(1);

  /** A notice that is older helps nobody any more. */
  private static final Duration NOTICE_LIFE = Duration.ofHours(6);

  /** Long enough for a batch of lines, each to a webhook that takes its time. */
  private static final Duration ONE_BATCH = Duration.ofMinutes(5);

  /** A worker that has died over it is noticed after this. */
  private static final Duration BATCH_PULSE = Duration.ofSeconds(30);

  /** What is missing from an audit is missed for ever. */
  private static final Duration AUDIT_LIFE = Duration.ofDays(30);

  /** Trouble that lasts longer than this is shown to a person. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private static final RetryOptions RETRIES =
      RetryOptions.newBuilder()
          .setInitialInterval(Duration.ofSeconds(1))
          .setBackoffCoefficient(2)
          .setMaximumInterval(Duration.ofSeconds(30))
          .build();

  private static final RetryOptions FEW_RETRIES = RETRIES.toBuilder().setMaximumAttempts(3).build();

  /** Seldom after a while: a receiver that is down is not mended by being asked. */
  private static final RetryOptions NOTICE_RETRIES =
      RetryOptions.newBuilder()
          .setInitialInterval(Duration.ofSeconds(5))
          .setBackoffCoefficient(2)
          .setMaximumInterval(Duration.ofMinutes(5))
          .build();

  private ActivityPolicies() {}

  static ActivityOptions read(String summary) {
    return alive(summary, ONE_CALL, PATIENCE).build();
  }

  /** A look over a whole region, instance by instance. */
  static ActivityOptions scan(String summary) {
    return alive(summary, ONE_SCAN, ONE_SCAN.multipliedBy(2)).build();
  }

  /** A look that helps a person, who is not kept waiting for it. */
  static ActivityOptions glance(String summary) {
    return options(summary, ONE_GLANCE, ONE_GLANCE).build();
  }

  /**
   * @param unknownOutcomeWait how long a purchase without an answer is looked for, beside the usual
   *     patience
   */
  static ActivityOptions ensure(String summary, Duration unknownOutcomeWait) {
    // An abort waits for what is under way: what it has bought must be known before it is removed.
    return alive(summary, ONE_CALL, PATIENCE.plus(unknownOutcomeWait.multipliedBy(2)))
        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
        .build();
  }

  /** A backup of a big instance takes hours. */
  static ActivityOptions backup(String summary, Duration unknownOutcomeWait) {
    return alive(summary, ONE_CALL, ONE_BACKUP.plus(unknownOutcomeWait.multipliedBy(2))).build();
  }

  static ActivityOptions await(String summary, Duration limit) {
    return alive(summary, ONE_CALL, limit).build();
  }

  static ActivityOptions compare(String summary) {
    return options(summary, ONE_COMPARISON, ONE_COMPARISON.multipliedBy(3))
        .setHeartbeatTimeout(HEARTBEAT)
        .build();
  }

  /**
   * Moves tables. Each try makes new readers of a table in use wait behind it for some seconds: a
   * few, then a person is asked.
   */
  static ActivityOptions swap(String summary) {
    return alive(summary, ONE_CALL, ONE_CALL)
        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
        .setRetryOptions(FEW_RETRIES)
        .build();
  }

  /** Writes rows part by part, and shows after each how far it is; an abort waits for the part. */
  static ActivityOptions merge(String summary) {
    return options(summary, ONE_COMPARISON, ONE_COMPARISON.multipliedBy(3))
        .setHeartbeatTimeout(HEARTBEAT)
        .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
        .build();
  }

  static ActivityOptions remove(String summary, Duration keepLooking) {
    return alive(summary, ONE_CALL, Duration.ofHours(1).plus(keepLooking)).build();
  }

  /** Beside whatever else goes on, by workers' places of its own; given up once it is moot. */
  static ActivityOptions tell(String summary) {
    return options(summary, ONE_NOTICE, NOTICE_LIFE)
        .setTaskQueue(RestoreContract.NOTIFY_TASK_QUEUE)
        .setRetryOptions(NOTICE_RETRIES)
        .build();
  }

  /** Likewise, and tried for weeks. */
  static ActivityOptions audit(String summary) {
    return options(summary, ONE_BATCH, AUDIT_LIFE)
        .setTaskQueue(RestoreContract.NOTIFY_TASK_QUEUE)
        .setHeartbeatTimeout(BATCH_PULSE)
        .setRetryOptions(NOTICE_RETRIES)
        .build();
  }

  private static ActivityOptions.Builder alive(String summary, Duration attempt, Duration all) {
    return options(summary, attempt, all).setHeartbeatTimeout(PULSE);
  }

  private static ActivityOptions.Builder options(String summary, Duration attempt, Duration all) {
    return ActivityOptions.newBuilder()
        .setSummary(summary)
        .setStartToCloseTimeout(attempt)
        .setScheduleToCloseTimeout(all)
        .setRetryOptions(RETRIES)
        .setCancellationType(ActivityCancellationType.TRY_CANCEL);
  }
}
