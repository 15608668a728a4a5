package io.rdsrestore.activities.audit;

import io.rdsrestore.activities.Attempt;
import io.rdsrestore.activities.Failures;
import io.rdsrestore.activities.notify.Outcome;
import io.rdsrestore.activities.notify.SignedWebhook;
import io.rdsrestore.activities.secret.SecretResolver;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.AuditActivities;
import io.rdsrestore.workflows.audit.AuditBatch;
import io.rdsrestore.workflows.audit.AuditEntry;
import io.rdsrestore.workflows.json.RestoreJson;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** First the file, then the webhook, which gets the entries one by one in their order. */
public final class AuditActivitiesImpl implements AuditActivities {
  private static final Logger log = LoggerFactory.getLogger(AuditActivitiesImpl.class);

  private final AuditFile file;
  private final SignedWebhook webhook;

  public AuditActivitiesImpl(AuditSettings settings, SecretResolver secrets, Clock clock) {
    file = settings.file() == null ? null : new AuditFile(settings.file());
    webhook =
        settings.webhook() == null ? null : new SignedWebhook(settings.webhook(), secrets, clock);
  }

  @Override
  public void ensureAudited(AuditBatch batch) {
    if (file != null) {
      append(batch.entries());
    }
    if (webhook != null) {
      post(batch.entries());
    }
  }

  private void append(List<AuditEntry> entries) {
    try {
      file.append(entries);
    } catch (IOException e) {
      log.warn("The audit file was not written: {}", e.toString());
      throw failure(
          "the audit file of this worker was not written (%s), see its log"
              .formatted(e.getClass().getSimpleName()),
          null);
    }
  }

  /** What an attempt before has brought is not sent again. */
  private void post(List<AuditEntry> entries) {
    Attempt attempt = Attempt.current();
    String last = attempt.lastNote().orElse(null);
    int next = 1 + entries.stream().map(AuditEntry::id).toList().indexOf(last == null ? "" : last);
    for (AuditEntry entry : entries.subList(next, entries.size())) {
      Outcome outcome = webhook.bring(entry.id(), RestoreJson.write(entry));
      if (!outcome.isDelivered()) {
        log.warn("The audit webhook has not taken {}: {}", entry.id(), outcome.failure());
        throw failure("the audit webhook: " + outcome.failure(), outcome.notBefore());
      }
      attempt.noteDone(entry.id());
    }
  }

  private static ApplicationFailure failure(String what, Duration notBefore) {
    return Failures.of(RestoreErrorCode.TRANSIENT, what, null, notBefore);
  }
}
