package io.rdsrestore.activities.dts;

import io.rdsrestore.activities.ShapeLook;
import io.rdsrestore.workflows.activity.WatchTables;
import io.rdsrestore.workflows.guard.TableShapes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks at tables under copy, but not with every look at the copy: a catalogue of many tables takes
 * its time.
 */
final class TableWatch {
  /** At most this part of the time is spent looking. */
  private static final int PART = 20;

  private final ShapeLook look;
  private final LookTimes times;

  TableWatch(ShapeLook look, Clock clock) {
    this.look = look;
    times = new LookTimes(clock);
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
    return watched == null || times.isDue(key(watched))
        ? lookNow(watched, known)
        : Optional.empty();
  }

  /** Likewise, however early it is. */
  Optional<Seen> lookNow(WatchTables watched, TableShapes known) {
    if (watched == null) {
      return Optional.empty();
    }
    Instant begun = times.now();
    Optional<Seen> seen = seen(watched, known);
    if (seen.isPresent() && !seen.get().changes().isEmpty()) {
      // A state seen once is not final.
      seen = seen(watched, known);
    }
    Instant ended = times.now();
    Duration rest = Duration.between(begun, ended).multipliedBy(PART);
    times.next(
        key(watched), ended.plus(rest.compareTo(LookTimes.BETWEEN) > 0 ? rest : LookTimes.BETWEEN));
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
