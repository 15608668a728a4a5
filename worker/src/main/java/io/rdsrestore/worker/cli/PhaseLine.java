package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.rdsrestore.workflows.status.TimelineEntry;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The phases of a restore: {@code +} done, {@code >} now, {@code .} to come. */
final class PhaseLine {
  private static final String BETWEEN = "   ";

  private final RestoreStatus status;

  PhaseLine(RestoreStatus status) {
    this.status = status;
  }

  /** In as few lines as they need. */
  List<String> lines(int width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (RestorePhase phase : shown()) {
      String word = word(phase);
      if (line.isEmpty()) {
        line = word;
      } else if (DisplayWidth.of(line) + BETWEEN.length() + word.length() <= width) {
        line += BETWEEN + word;
      } else {
        lines.add(line);
        line = word;
      }
    }
    lines.add(line);
    return lines;
  }

  private String word(RestorePhase phase) {
    RestorePhase now = status.phase();
    if (phase == now) {
      return (now.isEnd() ? "+ " : "> ") + phase;
    }
    return (phase.compareTo(now) < 0 ? "+ " : ". ") + phase.name().toLowerCase(Locale.ROOT);
  }

  /** One that is behind and was never entered was left out. */
  private List<RestorePhase> shown() {
    Set<RestorePhase> entered = EnumSet.of(status.phase());
    Lists.of(status.timeline()).stream().map(TimelineEntry::phase).forEach(entered::add);
    List<RestorePhase> shown = new ArrayList<>();
    boolean keeps = status.phase() == RestorePhase.KEEPING;
    for (RestorePhase phase : RestorePhase.values()) {
      boolean mayCome =
          phase.compareTo(status.phase()) > 0
              && (phase == RestorePhase.CLEANING || phase.compareTo(RestorePhase.CLEANING) < 0)
              && !keeps;
      if (entered.contains(phase) || mayCome) {
        shown.add(phase);
      }
    }
    return shown;
  }
}
