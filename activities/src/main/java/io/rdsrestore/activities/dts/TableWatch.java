package io.rdsrestore.activities.dts;

import io.rdsrestore.activities.ShapeLook;
import io.rdsrestore.workflows.activity.WatchTables;
import io.rdsrestore.workflows.guard.TableShapes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks at tables under copy, but not with every look at the copy: a catalogue of many tables takes
 * its time.
 */
final class TableWatch {
  private static final Duration BETWEEN = Duration.ofSeconds(30);

  /** At most this part of the time is spent looking. */
  private static final int PART = 20;

  private final ShapeLook look;
  private final Clock clock;
  private final Map<String, Instant> next = new ConcurrentHashMap<>();

  TableWatch(ShapeLook look, Clock clock) {
    this.look = look;
    this.clock = clock;
  }

  /**
   * What was seen.
   *
   * @param changes what somebody has changed, seen twice
   * @param shapes what the tables look like now
   */
  record Seen(List<String> changes, TableShapes shapes) {}

  /** Empty if it is too early for another look, or the tables could not be looked at. */
  Optional<Seen> look(WatchTables watched, TableShapes known) {
    Instant due = watched == null ? Instant.MAX : next.getOrDefault(key(watched), Instant.MIN);
    return clock.instant().isBefore(due) ? Optional.empty() : lookNow(watched, known);
  }

  /** Likewise, however early it is. */
  Optional<Seen> lookNow(WatchTables watched, TableShapes known) {
    if (watched == null) {
      return Optional.empty();
    }
    Instant begun = clock.instant();
    Optional<Seen> seen = seen(watched, known);
    if (seen.isPresent() && !seen.get().changes().isEmpty()) {
      // A state seen once is not final.
      seen = seen(watched, known);
    }
    Instant ended = clock.instant();
    Duration rest = Duration.between(begun, ended).multipliedBy(PART);
    next.put(key(watched), ended.plus(rest.compareTo(BETWEEN) > 0 ? rest : BETWEEN));
    return seen;
  }

  private Optional<Seen> seen(WatchTables watched, TableShapes known) {
    return look.look(watched)
        .map(shapes -> new Seen(known.changesTo(shapes), shapes.boundedBy(known)));
  }

  private static String key(WatchTables watched) {
    return watched.source().instanceId();
  }
}
