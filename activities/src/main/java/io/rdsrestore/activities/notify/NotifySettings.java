package io.rdsrestore.activities.notify;

import io.rdsrestore.workflows.notify.NotifyFacts;
import io.rdsrestore.workflows.notify.NotifyRoutes;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Whom a worker tells, and when.
 *
 * @param channels by name
 * @param routes between them
 * @param escalateAfter after how long without a decision others are told; null: never
 * @param warnBefore how long before a deadline it is said once more
 * @param webUi where Temporal's Web UI is; null: links are left out
 */
public record NotifySettings(
    Map<String, Channel> channels,
    NotifyRoutes routes,
    Duration escalateAfter,
    Duration warnBefore,
    URI webUi) {

  /** What workflows have to know of it. */
  public NotifyFacts facts() {
    return new NotifyFacts(routes.severities(), escalateAfter, warnBefore);
  }
}
