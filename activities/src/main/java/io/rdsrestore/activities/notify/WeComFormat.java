package io.rdsrestore.activities.notify;

import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.notify.Notice;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A group robot of WeCom, as "group robot configuration" on developer.work.weixin.qq.com has it:
 * message type {@code markdown}, of which it knows headings, bold, links, quotes and code within a
 * line; at most 4,096 bytes of UTF-8, 20 messages a minute. {@code errcode} 0 is success.
 */
final class WeComFormat implements MessageFormat, MarkdownStyle {
  private static final int MOST_BYTES = 4096;
  private static final int THROTTLED = 45_009;

  private static final Map<Integer, String> KNOWN =
      Map.of(
          93_000, "there is no such robot",
          40_058, "the message is not as it wants it",
          40_035, "the message is not as it wants it");

  @Override
  public Call call(Notice notice, URI link, Target target, Instant now) {
    String mentions =
        target.mentions().stream().map("<@%s>"::formatted).collect(Collectors.joining(" "));
    String text = MarkdownPage.of(notice, link, mentions, this, MOST_BYTES, Cut::bytes);
    return new Call(
        target.url(),
        Map.of(),
        RestoreJson.write(Map.of("msgtype", "markdown", "markdown", Map.of("content", text))));
  }

  @Override
  public Outcome outcome(Answered answer) {
    return ErrorCodes.outcome(answer, "errcode", code -> code == THROTTLED, KNOWN);
  }

  @Override
  public String heading(String text) {
    return "### " + text;
  }

  @Override
  public String text(String text) {
    return PlainText.of(text);
  }

  @Override
  public String command(String command) {
    // Its code ends at the first backquote, however it is marked: a command with one goes as it is.
    return command.indexOf('`') < 0 ? "`" + command + "`" : command;
  }
}
