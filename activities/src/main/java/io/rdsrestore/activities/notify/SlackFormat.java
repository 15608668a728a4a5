package io.rdsrestore.activities.notify;

import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.notify.Notice;
import io.rdsrestore.workflows.notify.NoticeCommand;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An incoming webhook of Slack, as "sending messages using incoming webhooks" and the reference of
 * Block Kit on docs.slack.dev have it: {@code text} for where blocks are not shown, and {@code
 * blocks}, at most 50: a header of 150 characters, sections of 3,000. In {@code mrkdwn} the
 * characters {@code & < >} are escaped. It takes about a message a second and answers 429 with
 * Retry-After beyond. The answer to what it takes is {@code ok}; else a word that says why.
 */
final class SlackFormat implements MessageFormat {
  private static final int LONGEST_HEADER = 150;
  private static final int LONGEST_SECTION = 3000;
  private static final int MOST_BLOCKS = 50;

  /** What stands around the commands: their heading, that there are more, the link. */
  private static final int OTHER_BLOCKS = 3;

  /** Slack refuses messages with more in all blocks, though it does not document how much. */
  private static final int MOST_CHARACTERS = 11_000;

  private static final String FENCE = "```";
  private static final String TAKEN = "ok";
  private static final Pattern REASON = Pattern.compile("[a-z_]{2,40}");

  @Override
  public Call call(Notice notice, URI link, Target target, Instant now) {
    return new Call(
        target.url(),
        Map.of(),
        RestoreJson.write(
            Map.of(
                "text",
                escaped(Cut.toChars(notice.headline(), LONGEST_HEADER)),
                "blocks",
                blocks(notice, link, target))));
  }

  @Override
  public Outcome outcome(Answered answer) {
    if (answer.isSuccess() && !answer.body().strip().equals(TAKEN)) {
      return Outcome.failed("its answer is not \"ok\"");
    }
    boolean hasReason = !answer.isSuccess() && REASON.matcher(answer.body().strip()).matches();
    return hasReason && !answer.isThrottled()
        ? Outcome.failed(
            "it answered HTTP %d: %s".formatted(answer.status(), answer.body().strip()))
        : Outcome.ofStatus(answer);
  }

  private static List<Map<String, Object>> blocks(Notice notice, URI link, Target target) {
    List<Map<String, Object>> blocks = new ArrayList<>();
    blocks.add(
        Map.of("type", "header", "text", plain(Cut.toChars(notice.headline(), LONGEST_HEADER))));
    Page page = Page.of(notice, MOST_CHARACTERS, text -> cost(text));
    packed(page.lines()).forEach(text -> blocks.add(section(plain(text))));
    int places = MOST_BLOCKS - OTHER_BLOCKS - blocks.size();
    if (!page.commands().isEmpty()) {
      blocks.add(section(plain(notice.labels().commands())));
      page.commands().stream()
          .limit(places)
          .forEach(command -> blocks.add(section(marked(command(command)))));
    }
    if (!page.isWhole() || page.commands().size() > places) {
      blocks.add(section(plain(notice.labels().more())));
    }
    String end = end(notice, link, target);
    if (!end.isEmpty()) {
      blocks.add(section(marked(end)));
    }
    return blocks;
  }

  /** What has no room in a section of its own has none at all. */
  private static int cost(String text) {
    int length = escaped(text).length();
    return length > LONGEST_SECTION / 2 ? MOST_CHARACTERS : length;
  }

  /** Lines in as few sections as can be: there may be many of them. */
  private static List<String> packed(List<String> lines) {
    List<String> sections = new ArrayList<>();
    StringBuilder section = new StringBuilder();
    for (String line : lines) {
      if (section.length() + line.length() >= LONGEST_SECTION) {
        sections.add(section.toString());
        section.setLength(0);
      }
      section.append(section.isEmpty() ? "" : "\n").append(line);
    }
    if (!section.isEmpty()) {
      sections.add(section.toString());
    }
    return sections;
  }

  private static String command(NoticeCommand command) {
    String code = FENCE + "\n" + escaped(command.command()) + "\n" + FENCE;
    return command.means() == null ? code : escaped(command.means()) + "\n" + code;
  }

  private static String end(Notice notice, URI link, Target target) {
    String mentions =
        target.mentions().stream().map("<@%s>"::formatted).collect(Collectors.joining(" "));
    String linked = link == null ? "" : "<%s|%s>".formatted(link, escaped(notice.labels().link()));
    return (linked + " " + mentions).strip();
  }

  private static Map<String, Object> section(Map<String, Object> text) {
    return Map.of("type", "section", "text", text);
  }

  private static Map<String, Object> plain(String text) {
    return Map.of("type", "plain_text", "text", text, "emoji", false);
  }

  private static Map<String, Object> marked(String text) {
    return Map.of("type", "mrkdwn", "text", text);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
