package io.rdsrestore.activities.notify;

import io.rdsrestore.workflows.notify.Notice;
import io.rdsrestore.workflows.notify.NoticeCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What of a notice has room in a message: the first lines, then as many whole commands as fit, then
 * the other lines. Half a command would be worse than none.
 *
 * @param lines some of them may be cut
 * @param isWhole whether nothing was left out
 */
record Page(List<String> lines, List<NoticeCommand> commands, boolean isWhole) {
  /** What markup around a line or command may take, in whatever is counted. */
  private static final int MARKUP = 16;

  /** Lines may take so much before commands have their turn, as a fraction. */
  private static final int SHARE = 2;

  private static final int SHORTEST_LINE = 40;

  /**
   * Fills a page.
   *
   * @param room for all of it, without headline and link
   * @param measure of a text as the receiver counts it
   */
  static Page of(Notice notice, int room, ToIntFunction<String> measure) {
    int left = room;
    List<String> lines = new ArrayList<>();
    int used = fill(notice.lines(), 0, room / SHARE, measure, lines);
    left -= used;
    List<NoticeCommand> commands = new ArrayList<>();
    for (NoticeCommand command : notice.commands()) {
      int size = size(command, measure);
      if (size <= left) {
        commands.add(command);
        left -= size;
      }
    }
    int complete = lines.size();
    if (commands.size() == notice.commands().size()) {
      List<String> more = new ArrayList<>();
      fill(notice.lines(), complete, left, measure, more);
      lines.addAll(more);
    }
    return new Page(
        List.copyOf(lines),
        List.copyOf(commands),
        lines.equals(notice.lines()) && commands.equals(notice.commands()));
  }

  /** Whole lines while there is room, the last one cut where that leaves enough of it. */
  private static int fill(
      List<String> from, int begin, int room, ToIntFunction<String> measure, List<String> into) {
    int used = 0;
    for (String line : from.subList(begin, from.size())) {
      int size = measure.applyAsInt(line) + MARKUP;
      if (used + size > room) {
        int rest = room - used - MARKUP;
        if (into.isEmpty() && rest >= SHORTEST_LINE) {
          into.add(Cut.to(line, rest, measure));
          return room;
        }
        return used;
      }
      into.add(line);
      used += size;
    }
    return used;
  }

  private static int size(NoticeCommand command, ToIntFunction<String> measure) {
    String means = command.means() == null ? "" : command.means();
    return measure.applyAsInt(means) + measure.applyAsInt(command.command()) + 2 * MARKUP;
  }
}
