package io.rdsrestore.activities.notify;

import io.rdsrestore.workflows.notify.Notice;
import io.rdsrestore.workflows.notify.NoticeCommand;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** A notice as one text in Markdown, as long as the receiver takes it. */
final class MarkdownPage {
  private static final String BETWEEN = "\n\n";
  private static final int LONGEST_HEADLINE = 200;

  private MarkdownPage() {}

  /**
   * The text.
   *
   * @param last what stands at the end in any case; empty for nothing
   * @param limit of all of it
   * @param measure of a text as the receiver counts it
   */
  static String of(
      Notice notice,
      URI link,
      String last,
      MarkdownStyle style,
      int limit,
      ToIntFunction<String> measure) {
    List<String> begin =
        List.of(style.heading(style.text(Cut.toChars(notice.headline(), LONGEST_HEADLINE))));
    List<String> end = new ArrayList<>();
    if (link != null) {
      end.add(style.link(notice.labels().link(), link));
    }
    if (!last.isEmpty()) {
      end.add(last);
    }
    int frame =
        measure.applyAsInt(join(begin, end))
            + measure.applyAsInt(notice.labels().commands() + notice.labels().more())
            + 4 * measure.applyAsInt(BETWEEN);
    Page page = Page.of(notice, limit - frame, text -> measure.applyAsInt(style.text(text)));
    List<String> middle = new ArrayList<>();
    page.lines().stream().map(style::text).forEach(middle::add);
    if (!page.commands().isEmpty()) {
      middle.add(style.text(notice.labels().commands()));
      page.commands().forEach(command -> add(command, style, middle));
    }
    if (!page.isWhole()) {
      middle.add(style.text(notice.labels().more()));
    }
    return join(begin, middle, end);
  }

  private static void add(NoticeCommand command, MarkdownStyle style, List<String> into) {
    if (command.means() != null) {
      into.add(style.text(command.means()));
    }
    into.add(style.command(command.command()));
  }

  @SafeVarargs
  private static String join(List<String>... parts) {
    List<String> all = new ArrayList<>();
    for (List<String> part : parts) {
      all.addAll(part);
    }
    return String.join(BETWEEN, all);
  }
}
