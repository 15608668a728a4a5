package io.rdsrestore.activities.dts;

import io.rdsrestore.activities.rds.PressureReader;
import io.rdsrestore.workflows.activity.PrimaryWatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Looks at a primary under copy, but not with every look at the copy: the cloud counts calls. */
final class PressureLooks {
  private static final Duration BETWEEN = Duration.ofSeconds(30);

  private final PressureReader reader;
  private final Clock clock;
  private final Map<String, Instant> next = new ConcurrentHashMap<>();

  PressureLooks(PressureReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /** What limit is passed; null if none is, nothing is watched or it was looked at just now. */
  String look(PrimaryWatch watch) {
    Instant now = clock.instant();
    if (watch == null) {
      return null;
    }
    String id = watch.primary().instanceId();
    if (now.isBefore(next.getOrDefault(id, Instant.MIN))) {
      return null;
    }
    String passed = reader.read(watch);
    // Seen pressure is looked at anew after whatever was done about it.
    next.put(id, passed == null ? now.plus(BETWEEN) : now);
    return passed;
  }
}
