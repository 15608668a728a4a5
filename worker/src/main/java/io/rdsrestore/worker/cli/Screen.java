package io.rdsrestore.worker.cli;

import com.google.common.base.CharMatcher;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.RestorePlan;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.status.Progress;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.rdsrestore.workflows.status.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A restore on a screen of any size: pure, from what is known to lines. No line is wider than the
 * screen, and there are never more of them than it has.
 */
final class Screen {
  private static final int LABEL = 9;
  private static final int BAR = 30;

  /** Of the lines below the header, what the last entries of the timeline keep beside a gate. */
  private static final int LEAST_TIMELINE = 3;

  private final Times times;
  private final Speaker speaker;
  private final int width;
  private final int height;

  /**
   * A screen of that size. Texts are said before they are cut or wrapped: a piece of a sentence
   * cannot be said in another language.
   *
   * @param width in columns
   * @param height in lines
   */
  Screen(Times times, Speaker speaker, int width, int height) {
    this.times = times;
    this.speaker = speaker;
    this.width = width;
    this.height = height;
  }

  /** The whole screen; it may be shorter than the terminal. */
  List<String> lines(Execution execution, Instant now) {
    String name = Handle.of(execution);
    List<String> footer =
        List.of(
            "",
            speaker.text(
                "Ctrl-C: the restore goes on; come back with ./rds-restore watch " + name));
    List<String> top = new ArrayList<>();
    top.add(title(execution, now));
    RestoreStatus status = execution.status();
    if (status == null) {
      top.add("");
      DisplayWidth.wrap(
              speaker.text(
                  "No worker answers, so it stands still; it goes on as soon as one runs"
                      + " (./rds-restore worker). ./rds-restore handover "
                      + name
                      + " says how to finish by hand."),
              width)
          .forEach(top::add);
      MemoLines.of(execution.memo()).forEach(line -> top.add(speaker.line(line)));
    } else {
      header(execution, status, now, top);
    }
    int room = height - top.size() - footer.size();
    List<String> lines = new ArrayList<>(top);
    if (status != null && room > 1) {
      lines.addAll(middle(execution, status, now, room));
    }
    lines = new ArrayList<>(lines.subList(0, Math.min(lines.size(), height - footer.size())));
    lines.addAll(footer);
    return lines.stream().map(this::fitted).toList();
  }

  private String title(Execution execution, Instant now) {
    String left = "%s (%s)".formatted(execution.workflowId(), RunState.word(execution.state()));
    String right =
        execution.status() == null
            ? ""
            : speaker.text("restore " + execution.status().restoreId()) + "  ";
    return spread(speaker.text(left), right + times.clock(now));
  }

  private void header(Execution execution, RestoreStatus status, Instant now, List<String> header) {
    if (status.plan() != null) {
      header.add(speaker.text(what(status.plan())));
    }
    header.add("");
    header.addAll(new PhaseLine(status).lines(width));
    header.add("");
    if (status.waitingFor() == null) {
      header.add(row("doing", Objects.requireNonNullElse(status.doing(), "-")));
      PhaseTime.of(status, now).ifPresent(time -> header.add(row("time", time)));
    }
    Progress progress =
        LiveProgress.of(
            status.phase(), status.progress(), execution.live(), PhaseTime.since(status), now);
    if (progress != null) {
      header.add(said("progress", bar(progress)));
    }
    if (execution.live() != null) {
      header.add(row("now", execution.live()));
    }
    header.add(row("cost", cost(status)));
    if (status.keptUntil() != null) {
      header.add(row("kept", "until " + times.moment(status.keptUntil())));
    }
    String holds = holds(status);
    if (!holds.isEmpty()) {
      header.add(row("holds", holds));
    }
  }

  private static String what(RestorePlan plan) {
    String objects =
        Lists.of(plan.objects()).stream().map(Screen::object).collect(Collectors.joining(", "));
    return plan.restoreTo() == null
        ? objects
        : "back to %s: %s".formatted(plan.restoreTo().describe(), objects);
  }

  private static String object(ObjectTarget object) {
    return object.isWhole()
        ? object.database()
        : object.tables().stream()
            .map(TableSelection::name)
            .map(table -> object.database() + "." + table)
            .collect(Collectors.joining(", "));
  }

  /** As long as what is said beside it allows. */
  private String bar(Progress progress) {
    String said = speaker.text(new StatusText(times).progress(progress));
    int percent = Math.max(0, Math.min(100, progress.percent()));
    int length = Math.max(0, Math.min(BAR, width - LABEL - 3 - DisplayWidth.of(said)));
    int full = percent * length / 100;
    return "[%s%s] %s".formatted("#".repeat(full), "-".repeat(length - full), said);
  }

  private static String cost(RestoreStatus status) {
    List<String> said = new ArrayList<>();
    said.add(
        status.cost() == null
            ? "nothing bought yet"
            : "%s %s so far".formatted(status.cost().amount(), status.cost().currency()));
    RestorePlan plan = status.plan();
    if (plan != null && plan.price() != null) {
      said.add("%s %s an hour".formatted(plan.price().perHour(), plan.price().currency()));
      if (plan.expectedCost() != null) {
        said.add("%s %s expected".formatted(plan.expectedCost(), plan.price().currency()));
      }
    }
    return String.join(", ", said);
  }

  private static String holds(RestoreStatus status) {
    String clone =
        status.cloneStatus() == null
            ? null
            : "clone %s %s"
                .formatted(status.cloneStatus().instanceId(), status.cloneStatus().state());
    String task =
        status.task() == null
            ? null
            : "DTS task %s %s"
                .formatted(
                    status.task().jobId(), Objects.requireNonNullElse(status.task().state(), ""));
    return Stream.of(clone, task)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "))
        .strip();
  }

  private List<String> middle(Execution execution, RestoreStatus status, Instant now, int room) {
    String name = Handle.of(execution);
    List<String> middle = new ArrayList<>();
    if (execution.isWaitingForPerson()) {
      middle.add("");
      middle.addAll(
          new GateScreen(times, speaker, width)
              .lines(status.waitingFor(), name, now, Math.max(2, room - LEAST_TIMELINE)));
    }
    List<TimelineEntry> timeline = Lists.of(status.timeline());
    int left = Math.min(room - middle.size() - 1, timeline.size());
    if (left > 0) {
      middle.add("");
      timeline.subList(timeline.size() - left, timeline.size()).forEach(e -> middle.add(entry(e)));
    }
    return middle;
  }

  private String entry(TimelineEntry entry) {
    return "%s  %-11s  %s"
        .formatted(times.clock(entry.at()), entry.phase(), speaker.text(entry.text()));
  }

  private String row(String label, String text) {
    return said(label, speaker.text(text));
  }

  private String said(String label, String text) {
    return DisplayWidth.pad(speaker.text(label), LABEL) + text;
  }

  private String spread(String left, String right) {
    int between = width - DisplayWidth.of(left) - DisplayWidth.of(right);
    return between < 1 ? left : left + " ".repeat(between) + right;
  }

  /** What a cloud has said may hold anything: it must not move the cursor. */
  private String fitted(String line) {
    return DisplayWidth.cut(CharMatcher.javaIsoControl().replaceFrom(line, ' '), width);
  }
}
