package io.rdsrestore.workflows.status;

import io.rdsrestore.workflows.RestorePhase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened when. */
public record TimelineEntry(Instant at, RestorePhase phase, String text) {

  /** When the phase that is now was entered, as far back as a timeline tells. */
  public static Optional<Instant> entered(RestorePhase now, List<TimelineEntry> timeline) {
    Instant since = null;
    for (int i = timeline.size() - 1; i >= 0 && timeline.get(i).phase() == now; i--) {
      since = timeline.get(i).at();
    }
    return Optional.ofNullable(since);
  }
}
