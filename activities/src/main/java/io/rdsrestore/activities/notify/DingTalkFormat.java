package io.rdsrestore.activities.notify;

import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.notify.Notice;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A custom robot of a DingTalk group, as "custom robot access" on open.dingtalk.com has it: message
 * type {@code markdown}; with the security setting "sign" the query has {@code timestamp}
 * (milliseconds, at most an hour off) and {@code sign}, the HMAC-SHA256 with the secret over
 * timestamp, line feed, secret, in Base64, URL-encoded. It takes 20 messages a minute and 20,000
 * bytes each. It answers 200 also when it refuses: only {@code errcode} 0 counts.
 */
final class DingTalkFormat implements MessageFormat, MarkdownStyle {
  /** With room for what stands around the text in the body. */
  private static final int MOST_BYTES = 18_000;

  private static final int LONGEST_TITLE = 200;
  private static final int THROTTLED = 130_101;
  private static final int THROTTLED_TOO = 410_100;

  private static final Map<Integer, String> KNOWN =
      Map.of(
          310_000, "keyword, signature or address are not what its security settings ask for",
          300_001, "there is no such token",
          400_101, "there is no such token",
          400_102, "the robot is switched off",
          400_013, "the group is dissolved",
          460_101, "the message is too long");

  @Override
  public Call call(Notice notice, URI link, Target target, Instant now) {
    String mentions =
        target.mentions().stream().map(mobile -> "@" + mobile).collect(Collectors.joining(" "));
    String text = MarkdownPage.of(notice, link, mentions, this, MOST_BYTES, Json::bytes);
    Map<String, Object> body =
        Map.of(
            "msgtype",
            "markdown",
            "markdown",
            Map.of("title", Cut.toChars(notice.headline(), LONGEST_TITLE), "text", text),
            "at",
            Map.of("atMobiles", target.mentions(), "isAtAll", false));
    return new Call(signed(target, now), Map.of(), RestoreJson.write(body));
  }

  private static URI signed(Target target, Instant now) {
    if (target.secret() == null) {
      return target.url();
    }
    long timestamp = now.toEpochMilli();
    String sign =
        Base64.getEncoder()
            .encodeToString(Hmac.of(target.secret(), timestamp + "\n" + target.secret()));
    String url = target.url().toString();
    return URI.create(
        "%s%stimestamp=%d&sign=%s"
            .formatted(
                url,
                url.contains("?") ? "&" : "?",
                timestamp,
                URLEncoder.encode(sign, StandardCharsets.UTF_8)));
  }

  @Override
  public Outcome outcome(Answered answer) {
    return ErrorCodes.outcome(
        answer, "errcode", code -> code == THROTTLED || code == THROTTLED_TOO, KNOWN);
  }

  @Override
  public String heading(String text) {
    return "#### " + text;
  }

  @Override
  public String text(String text) {
    return PlainText.of(text);
  }

  @Override
  public String command(String command) {
    return "```\n" + command + "\n```";
  }
}
