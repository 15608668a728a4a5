package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An open gate in few lines: why, about what, and one command for each way on. */
final class GateScreen {
  private static final String OWN = "./rds-restore ";
  private static final int INDENT = 4;
  private static final int MOST_LINES = 2;
  private static final String MORE = " ...";

  private final Times times;
  private final Speaker speaker;
  private final int width;

  GateScreen(Times times, Speaker speaker, int width) {
    this.times = times;
    this.speaker = speaker;
    this.width = width;
  }

  /**
   * At most so many lines. Commands come first, then what it is about; what has no room is counted.
   *
   * @param name what the restore is called in commands
   */
  List<String> lines(Gate gate, String name, Instant now, int room) {
    List<String> head = new ArrayList<>();
    head.addAll(begin(speaker.text(GateText.headline(gate)), width));
    head.add(speaker.text("gate " + gate.gate() + when(gate, now)));
    List<String> own =
        Lists.of(gate.commands()).stream().filter(command -> command.startsWith(OWN)).toList();
    List<List<String>> commands =
        own.stream().map(this::command).filter(lines -> !lines.isEmpty()).toList();
    List<List<String>> items = Lists.of(gate.items()).stream().map(this::item).toList();
    List<String> lines = new ArrayList<>(head);
    // A line is kept for what has no room, and one for the first item.
    int forItems = Math.min(items.stream().mapToInt(List::size).sum(), 2);
    List<String> ways = new ArrayList<>();
    int waysLeft = fill(ways, commands, room - head.size() - forItems - 1);
    int itemsLeft = fill(lines, items, room - head.size() - ways.size() - 1);
    lines.addAll(ways);
    String more = more(itemsLeft, waysLeft + own.size() - commands.size());
    lines.add(
        speaker.text(
            more.isEmpty()
                ? "remedies, with their SQL and commands: ./rds-restore status " + name
                : "and %s more, all remedies: ./rds-restore status %s".formatted(more, name)));
    return lines;
  }

  private static String more(int items, int ways) {
    List<String> more = new ArrayList<>();
    if (items > 0) {
      more.add(items == 1 ? "1 item" : items + " items");
    }
    if (ways > 0) {
      more.add(ways == 1 ? "1 way on" : ways + " ways on");
    }
    return String.join(" and ", more);
  }

  /** Adds whole blocks while there is room; returns how many have none. */
  private static int fill(List<String> lines, List<List<String>> blocks, int room) {
    int taken = 0;
    for (int i = 0; i < blocks.size(); i++) {
      taken += blocks.get(i).size();
      if (taken > room) {
        return blocks.size() - i;
      }
      lines.addAll(blocks.get(i));
    }
    return 0;
  }

  private List<String> item(GateItem item) {
    List<String> lines = new ArrayList<>();
    begin(speaker.text(GateText.item(item)), width - 2)
        .forEach(line -> lines.add((lines.isEmpty() ? "- " : "  ") + line));
    return lines;
  }

  /** Two lines at most; where there is more the second says so. */
  private static List<String> begin(String text, int width) {
    List<String> wrapped = DisplayWidth.wrap(text, width);
    return wrapped.size() <= MOST_LINES
        ? wrapped
        : List.of(wrapped.get(0), DisplayWidth.cut(wrapped.get(1), width - MORE.length()) + MORE);
  }

  /**
   * Never cut: what is too wide goes on in the next line, as a shell takes it; within quotes it
   * would not, so that has no lines.
   */
  private List<String> command(String command) {
    List<String> wrapped = DisplayWidth.wrap(command, width - INDENT - 2);
    boolean breaks = wrapped.size() > 1 && command.indexOf('\'') >= 0;
    if (breaks || wrapped.stream().anyMatch(line -> DisplayWidth.of(line) > width - INDENT - 2)) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < wrapped.size(); i++) {
      lines.add(
          " ".repeat(i == 0 ? 2 : INDENT) + wrapped.get(i) + (i < wrapped.size() - 1 ? " \\" : ""));
    }
    return lines;
  }

  private String when(Gate gate, Instant now) {
    String open =
        gate.since() == null
            ? ""
            : " (%s)".formatted(Times.duration(Duration.between(gate.since(), now)));
    return gate.deadline() == null
        ? open
        : open + "; ends by itself at " + times.moment(gate.deadline());
  }
}
