package io.rdsrestore.activities.notify;

import io.rdsrestore.activities.Attempt;
import io.rdsrestore.activities.Failures;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.NotifyActivities;
import io.rdsrestore.workflows.notify.Notice;
import io.rdsrestore.workflows.notify.Told;
import io.temporal.activity.Activity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all channels of a route side by side, and each once. */
public final class NotifyActivitiesImpl implements NotifyActivities {
  /** Counter: notices that a channel has taken; Prometheus appends {@code _total}. */
  public static final String SENT = "rds_restore_notices_sent";

  /** Counter: attempts that failed. */
  public static final String FAILED = "rds_restore_notices_failed";

  private static final Logger log = LoggerFactory.getLogger(NotifyActivitiesImpl.class);

  /** Between names, none of which holds one. */
  private static final String COMMA = ",";

  private final Postman postman;

  public NotifyActivitiesImpl(Postman postman) {
    this.postman = postman;
  }

  @Override
  public Told ensureTold(Notice notice) {
    Attempt attempt = Attempt.current();
    Set<String> told = new LinkedHashSet<>();
    attempt.lastNote().ifPresent(note -> told.addAll(List.of(note.split(COMMA, -1))));
    List<String> failures = new ArrayList<>();
    Duration notBefore = null;
    for (Map.Entry<String, CompletableFuture<Outcome>> one : send(notice, told).entrySet()) {
      Outcome outcome = one.getValue().join();
      count(one.getKey(), outcome);
      if (outcome.isDelivered()) {
        told.add(one.getKey());
      } else {
        log.warn("{} was not told of {}: {}", one.getKey(), notice.id(), outcome.failure());
        failures.add("%s: %s".formatted(one.getKey(), outcome.failure()));
        notBefore = longer(notBefore, outcome.notBefore());
      }
    }
    if (!failures.isEmpty()) {
      if (!told.isEmpty()) {
        attempt.noteDone(String.join(COMMA, told));
      }
      throw Failures.of(RestoreErrorCode.TRANSIENT, String.join("; ", failures), null, notBefore);
    }
    return new Told(List.copyOf(told));
  }

  private Map<String, CompletableFuture<Outcome>> send(Notice notice, Set<String> told) {
    String namespace = Activity.getExecutionContext().getInfo().getNamespace();
    Map<String, CompletableFuture<Outcome>> sent = new LinkedHashMap<>();
    postman.settings().routes().of(notice.severity(), notice.escalated()).stream()
        .filter(name -> !told.contains(name))
        .map(postman.settings().channels()::get)
        .filter(Objects::nonNull)
        .forEach(channel -> sent.put(channel.name(), postman.bring(notice, channel, namespace)));
    return sent;
  }

  private static void count(String channel, Outcome outcome) {
    Activity.getExecutionContext()
        .getMetricsScope()
        .tagged(Map.of("channel", channel))
        .counter(outcome.isDelivered() ? SENT : FAILED)
        .inc(1);
  }

  private static Duration longer(Duration one, Duration other) {
    return one == null || (other != null && other.compareTo(one) > 0) ? other : one;
  }
}
