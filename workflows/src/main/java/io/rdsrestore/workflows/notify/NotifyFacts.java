package io.rdsrestore.workflows.notify;

import java.time.Duration;
import java.util.List;

/**
 * What a workflow knows of its worker's configuration: enough to keep quiet where nobody listens,
 * so that it costs no event. No addresses. Read leniently: absent means that nobody is told.
 *
 * @param severities those that go to somebody
 * @param escalateAfter after how long without a decision others are told, too; null: never
 * @param warnBefore how long before a deadline it is said once more; null: never
 */
public record NotifyFacts(List<Severity> severities, Duration escalateAfter, Duration warnBefore) {

  /** Whether a notice goes to anybody. */
  public boolean reaches(Notice notice) {
    return (severities != null && severities.contains(notice.severity()))
        || (notice.escalated() && escalateAfter != null);
  }
}
