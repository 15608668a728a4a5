package io.rdsrestore.activities.notify;

import io.rdsrestore.activities.secret.SecretResolver;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Posts JSON of another kind, with the headers and the signature of {@link WebhookFormat}. */
public final class SignedWebhook {
  private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

  private final Channel channel;
  private final SecretResolver secrets;
  private final Clock clock;
  private final Post post = new Post(LONGEST_CALL);

  /**
   * @param channel of kind {@link ChannelKind#WEBHOOK}
   */
  public SignedWebhook(Channel channel, SecretResolver secrets, Clock clock) {
    this.channel = channel;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * Ends soon, and never with an exception.
   *
   * @param id the same for each attempt
   */
  public Outcome bring(String id, String body) {
    try {
      Target target = ChannelAddress.target(channel, secrets, List.of());
      return post.send(WebhookFormat.signed(id, body, target, clock.instant()), Outcome::ofStatus)
          .join();
    } catch (IllegalArgumentException e) {
      return Outcome.failed(e.getMessage());
    }
  }
}
