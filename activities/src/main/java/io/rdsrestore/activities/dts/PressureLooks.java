package io.rdsrestore.activities.dts;

import io.rdsrestore.activities.rds.PressureReader;
import io.rdsrestore.workflows.activity.PrimaryWatch;
import java.time.Clock;
import java.time.Instant;

/** Looks at a primary under copy, but not with every look at the copy: the cloud counts calls. */
final class PressureLooks {
  private final PressureReader reader;
  private final LookTimes times;

  PressureLooks(PressureReader reader, Clock clock) {
    this.reader = reader;
    times = new LookTimes(clock);
  }

  /** What limit is passed; null if none is, nothing is watched or it was looked at just now. */
  String look(PrimaryWatch watch) {
    if (watch == null || !times.isDue(watch.primary().instanceId())) {
      return null;
    }
    Instant now = times.now();
    String passed = reader.read(watch);
    // Seen pressure is looked at anew after whatever was done about it.
    times.next(watch.primary().instanceId(), passed == null ? now.plus(LookTimes.BETWEEN) : now);
    return passed;
  }
}
