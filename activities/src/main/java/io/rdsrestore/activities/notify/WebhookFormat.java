package io.rdsrestore.activities.notify;

import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.notify.Notice;
import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/**
 * Our own JSON, for whatever takes it further: {@code notification.schema.json} beside this class,
 * and {@code docs/notifications.md}. Signed is the timestamp of the attempt, a full stop and the
 * body, with HMAC-SHA256, in hexadecimal. Any answer 2xx counts.
 */
final class WebhookFormat implements MessageFormat {
  static final String ID = "X-Rds-Restore-Id";
  static final String TIMESTAMP = "X-Rds-Restore-Timestamp";
  static final String SIGNATURE = "X-Rds-Restore-Signature";

  /** So that another way to sign can come beside it. */
  private static final String VERSION = "v1=";

  @Override
  public Call call(Notice notice, URI link, Target target, Instant now) {
    return signed(notice.id(), RestoreJson.write(WebhookBody.of(notice, link)), target, now);
  }

  /**
   * Any JSON, signed.
   *
   * @param id the same for each attempt
   */
  static Call signed(String id, String body, Target target, Instant now) {
    String timestamp = Long.toString(now.getEpochSecond());
    String signature = HexFormat.of().formatHex(Hmac.of(target.secret(), timestamp + "." + body));
    return new Call(
        target.url(), Map.of(ID, id, TIMESTAMP, timestamp, SIGNATURE, VERSION + signature), body);
  }

  @Override
  public Outcome outcome(Answered answer) {
    return Outcome.ofStatus(answer);
  }
}
