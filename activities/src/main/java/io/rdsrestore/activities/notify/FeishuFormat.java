package io.rdsrestore.activities.notify;

import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.notify.Notice;
import io.rdsrestore.workflows.notify.NoticeCommand;
import io.rdsrestore.workflows.notify.Severity;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A custom bot of a Feishu (Lark) group, as "custom bot guide" on open.feishu.cn has it: message
 * type {@code interactive}, a card. With signature verification the body has {@code timestamp}
 * (seconds, at most an hour off) and {@code sign}, the HMAC-SHA256 over nothing with timestamp,
 * line feed, secret as its key, in Base64. It takes 20 KB, 5 messages a second, 100 a minute.
 * {@code code} 0 is success.
 *
 * <p>Texts are {@code plain_text}: nothing in them becomes markup.
 */
final class FeishuFormat implements MessageFormat {
  /** With room for what stands around the card. */
  private static final int MOST_BYTES = 18_000;

  /** Of JSON around one element. */
  private static final int ELEMENT = 80;

  private static final int LONGEST_HEADLINE = 200;
  private static final int THROTTLED = 11_232;

  private static final Map<Integer, String> KNOWN =
      Map.of(
          19_001, "there is no such bot",
          19_021, "the signature or the time is not right",
          19_022, "the worker's address is not in its list",
          19_024, "its keyword is missing",
          9_499, "the message is not as it wants it");

  @Override
  public Call call(Notice notice, URI link, Target target, Instant now) {
    Map<String, Object> body = new LinkedHashMap<>();
    if (target.secret() != null) {
      String timestamp = Long.toString(now.getEpochSecond());
      body.put("timestamp", timestamp);
      body.put(
          "sign",
          Base64.getEncoder().encodeToString(Hmac.of(timestamp + "\n" + target.secret(), "")));
    }
    body.put("msg_type", "interactive");
    body.put("card", card(notice, link, target));
    return new Call(target.url(), Map.of(), RestoreJson.write(body));
  }

  @Override
  public Outcome outcome(Answered answer) {
    return ErrorCodes.outcome(answer, "code", code -> code == THROTTLED, KNOWN);
  }

  private static Map<String, Object> card(Notice notice, URI link, Target target) {
    return Map.of(
        "config",
        Map.of("wide_screen_mode", true),
        "header",
        Map.of(
            "template",
            colour(notice.severity()),
            "title",
            plain(Cut.toChars(notice.headline(), LONGEST_HEADLINE))),
        "elements",
        elements(notice, link, target));
  }

  private static String colour(Severity severity) {
    return switch (severity) {
      case INFO -> "blue";
      case WAITING -> "orange";
      case URGENT -> "red";
    };
  }

  private static List<Map<String, Object>> elements(Notice notice, URI link, Target target) {
    int frame = Json.bytes(notice.headline() + notice.labels() + link) + 8 * ELEMENT;
    Page page = Page.of(notice, MOST_BYTES - frame, text -> Json.bytes(text) + ELEMENT);
    List<Map<String, Object>> elements = new ArrayList<>();
    page.lines().forEach(line -> elements.add(div(plain(line))));
    if (!page.commands().isEmpty()) {
      elements.add(Map.of("tag", "hr"));
      elements.add(div(plain(notice.labels().commands())));
    }
    for (NoticeCommand command : page.commands()) {
      if (command.means() != null) {
        elements.add(div(plain(command.means())));
      }
      elements.add(div(plain(command.command())));
    }
    if (!page.isWhole()) {
      elements.add(div(plain(notice.labels().more())));
    }
    if (!target.mentions().isEmpty()) {
      elements.add(
          div(
              Map.of(
                  "tag",
                  "lark_md",
                  "content",
                  target.mentions().stream()
                      .map("<at id=%s></at>"::formatted)
                      .collect(Collectors.joining(" ")))));
    }
    if (link != null) {
      elements.add(button(notice.labels().link(), link));
    }
    return elements;
  }

  private static Map<String, Object> button(String label, URI link) {
    return Map.of(
        "tag",
        "action",
        "actions",
        List.of(
            Map.of(
                "tag", "button", "type", "primary", "text", plain(label), "url", link.toString())));
  }

  private static Map<String, Object> div(Map<String, Object> text) {
    return Map.of("tag", "div", "text", text);
  }

  private static Map<String, Object> plain(String text) {
    return Map.of("tag", "plain_text", "content", text);
  }
}
