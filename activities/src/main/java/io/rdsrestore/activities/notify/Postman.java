package io.rdsrestore.activities.notify;

import io.rdsrestore.activities.secret.SecretResolver;
import io.rdsrestore.workflows.notify.Notice;
import io.rdsrestore.workflows.notify.Severity;
import io.rdsrestore.workflows.notify.SpokenNotice;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Brings notices to channels. Addresses and secrets are looked up for each one. */
public final class Postman {
  private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

  private final NotifySettings settings;
  private final SecretResolver secrets;
  private final Clock clock;
  private final Post post;
  private final Map<String, MinuteQuota> quotas = new ConcurrentHashMap<>();
  private final Map<String, Recovery> recoveries = new ConcurrentHashMap<>();

  /** One that gives a receiver ten seconds. */
  public Postman(NotifySettings settings, SecretResolver secrets, Clock clock) {
    this(settings, secrets, clock, LONGEST_CALL);
  }

  /** Likewise, with less or more time. */
  public Postman(
      NotifySettings settings, SecretResolver secrets, Clock clock, Duration longestCall) {
    this.settings = settings;
    this.secrets = secrets;
    this.clock = clock;
    this.post = new Post(longestCall);
  }

  NotifySettings settings() {
    return settings;
  }

  /**
   * Sends a notice to a channel; ends soon, and never with an exception.
   *
   * @param namespace that Temporal's Web UI shows the workflow in
   */
  public CompletableFuture<Outcome> bring(Notice notice, Channel channel, String namespace) {
    Instant now = clock.instant();
    Recovery recovery = recoveries.computeIfAbsent(channel.name(), name -> new Recovery());
    Optional<Outcome> notNow =
        recovery
            .left(now)
            .map(Outcome::resting)
            .or(
                () ->
                    channel
                        .kind()
                        .perMinute()
                        .flatMap(most -> quota(channel, most).take(now))
                        .map(Outcome::throttled));
    return notNow.isPresent()
        ? CompletableFuture.completedFuture(notNow.get())
        : send(notice, channel, namespace, now)
            .whenComplete(
                (outcome, impossible) -> {
                  if (outcome.hung()) {
                    recovery.begin(clock.instant());
                  }
                });
  }

  private CompletableFuture<Outcome> send(
      Notice notice, Channel channel, String namespace, Instant now) {
    Target target;
    try {
      target = target(notice, channel);
    } catch (IllegalArgumentException e) {
      return CompletableFuture.completedFuture(Outcome.failed(e.getMessage()));
    }
    URI link = WebUi.link(settings.webUi(), namespace, notice.source());
    MessageFormat format = channel.kind().format();
    Notice said = SpokenNotice.of(notice, channel.languageFor(notice.source()));
    return post.send(format.call(said, link, target, now), format::outcome);
  }

  private MinuteQuota quota(Channel channel, int most) {
    return quotas.computeIfAbsent(channel.name(), name -> new MinuteQuota(most));
  }

  private Target target(Notice notice, Channel channel) {
    return ChannelAddress.target(
        channel, secrets, notice.severity() == Severity.INFO ? List.of() : channel.mentions());
  }
}
