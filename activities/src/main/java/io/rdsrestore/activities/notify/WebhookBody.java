package io.rdsrestore.activities.notify;

import io.rdsrestore.workflows.notify.Notice;
import io.rdsrestore.workflows.notify.NoticeCommand;
import io.rdsrestore.workflows.notify.NoticeKind;
import io.rdsrestore.workflows.notify.Severity;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What the generic webhook sends. Absent is what does not apply; fields may be added.
 *
 * @param id the same for each attempt
 * @param headline one line
 * @param lines what is needed
 * @param link to the workflow in Temporal's Web UI
 */
record WebhookBody(
    String id,
    NoticeKind kind,
    Severity severity,
    boolean escalated,
    Instant at,
    String workflowId,
    String restoreId,
    String instanceId,
    String regionId,
    String gate,
    Instant deadline,
    String headline,
    List<String> lines,
    List<NoticeCommand> commands,
    String link) {

  static WebhookBody of(Notice notice, URI link) {
    return new WebhookBody(
        notice.id(),
        notice.kind(),
        notice.severity(),
        notice.escalated(),
        notice.at(),
        notice.source().workflowId(),
        notice.source().restoreId(),
        notice.source().instanceId(),
        notice.source().regionId(),
        notice.gate(),
        notice.deadline(),
        notice.headline(),
        notice.lines(),
        notice.commands(),
        link == null ? null : link.toString());
  }
}
