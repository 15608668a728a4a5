package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.rdsrestore.workflows.status.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is new since the last look, a line each; remembers what was told. */
final class ChangeLines {
  private final Times times;
  private TimelineEntry lastEntry;
  private String lastDoing;
  private String lastProgress;
  private String lastGate;
  private String lastLive;
  private boolean workerMissing;

  ChangeLines(Times times) {
    this.times = times;
  }

  List<String> next(Execution execution, Instant now) {
    List<String> lines = new ArrayList<>();
    RestoreStatus status = execution.status();
    if (status == null) {
      missingWorker(execution, now, lines);
      return lines;
    }
    workerMissing = false;
    timeline(Lists.of(status.timeline()), lines);
    String doing = status.doing();
    // Often the newest entry says it already.
    boolean told = lastEntry != null && lastEntry.text().equals(doing);
    if (doing != null && status.waitingFor() == null && !doing.equals(lastDoing) && !told) {
      lines.add(line(now, status, doing));
    }
    lastDoing = doing;
    progress(status, now, lines);
    live(execution, now, lines);
    gate(status.waitingFor(), lines);
    return lines;
  }

  private void missingWorker(Execution execution, Instant now, List<String> lines) {
    if (!workerMissing && execution.isRunning()) {
      workerMissing = true;
      lines.add(
          "%s  no worker answers; the restore goes on when one runs (./rds-restore worker)"
              .formatted(times.clock(now)));
    }
  }

  private void timeline(List<TimelineEntry> timeline, List<String> lines) {
    // The list is bounded at its old end, so the place of what was told is looked up, not counted.
    int told = lastEntry == null ? -1 : timeline.lastIndexOf(lastEntry);
    for (TimelineEntry entry : timeline.subList(told + 1, timeline.size())) {
      lines.add("%s  %-11s  %s".formatted(times.clock(entry.at()), entry.phase(), entry.text()));
      lastEntry = entry;
    }
  }

  private void progress(RestoreStatus status, Instant now, List<String> lines) {
    if (status.progress() == null) {
      lastProgress = null;
      return;
    }
    String progress = new StatusText(times).progress(status.progress());
    if (!progress.equals(lastProgress)) {
      lines.add(line(now, status, progress));
      lastProgress = progress;
    }
  }

  private void live(Execution execution, Instant now, List<String> lines) {
    if (execution.live() != null && !execution.live().equals(lastLive)) {
      lines.add(line(now, execution.status(), "  " + execution.live()));
    }
    lastLive = execution.live();
  }

  private void gate(Gate gate, List<String> lines) {
    String id = gate == null ? null : gate.gate();
    if (gate != null && !Objects.equals(id, lastGate)) {
      lines.addAll(new GateText(times).lines(gate));
    }
    lastGate = id;
  }

  private String line(Instant at, RestoreStatus status, String text) {
    return "%s  %-11s  %s".formatted(times.clock(at), status.phase(), text);
  }
}
