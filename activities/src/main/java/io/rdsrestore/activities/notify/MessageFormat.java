package io.rdsrestore.activities.notify;

import io.rdsrestore.workflows.notify.Notice;
import java.net.URI;
import java.time.Instant;

/** What a kind of receiver wants to get, and what its answers mean. */
interface MessageFormat {

  /**
   * The call that delivers a notice.
   *
   * @param link to the workflow in Temporal's Web UI; null: none is known
   */
  Call call(Notice notice, URI link, Target target, Instant now);

  /** What an answer means. */
  Outcome outcome(Answered answer);
}
