package io.rdsrestore.activities.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.rdsrestore.activities.notify.ReceiverServer.Desk;
import io.rdsrestore.activities.notify.ReceiverServer.Message;
import io.rdsrestore.activities.notify.ReceiverServer.Reply;
import io.rdsrestore.workflows.json.RestoreJson;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Receivers that check what they get as their vendors document it, each with code of its own: what
 * our formats believe of them is not asked.
 */
final class Desks {
  static final String TOKEN = "tok-8d1f6a";
  static final String SECRET = "SEC-of-the-robot-4b7c";

  private static final Duration HOUR = Duration.ofHours(1);
  private static final String ERRCODE = "{\"errcode\":%d,\"errmsg\":\"%s\"}";

  private Desks() {}

  // ---- DingTalk: open.dingtalk.com, custom robot access

  static final String DINGTALK_PATH = "/robot/send?access_token=" + TOKEN;

  static Desk dingTalk() {
    return message -> {
      Map<String, String> query = query(message.query());
      if (!TOKEN.equals(query.get("access_token"))) {
        return errcode(300_001, "token is not exist");
      }
      String timestamp = query.getOrDefault("timestamp", "");
      if (!timestamp.matches("\\d{13}")
          || isOld(Instant.ofEpochMilli(Long.parseLong(timestamp)))
          || !base64(hmac(SECRET, timestamp + "\n" + SECRET)).equals(query.get("sign"))) {
        return errcode(310_000, "sign not match");
      }
      JsonNode body = json(message);
      if (body == null || message.body().getBytes(StandardCharsets.UTF_8).length > 20_000) {
        return errcode(460_101, "message too long");
      }
      boolean whole =
          body.path("msgtype").asText().equals("markdown")
              && !body.path("markdown").path("title").asText().isBlank()
              && !body.path("markdown").path("text").asText().isBlank()
              && mobilesAreInText(body);
      return whole ? errcode(0, "ok") : errcode(400_105, "unsupported msgtype");
    };
  }

  /** Somebody is called only if the text has the number, too. */
  private static boolean mobilesAreInText(JsonNode body) {
    for (JsonNode mobile : body.path("at").path("atMobiles")) {
      if (!body.path("markdown").path("text").asText().contains("@" + mobile.asText())) {
        return false;
      }
    }
    return body.path("at").path("isAtAll").isBoolean();
  }

  // ---- Slack: docs.slack.dev, incoming webhooks and Block Kit

  static final String SLACK_PATH = "/services/T000/B000/" + TOKEN;

  static Desk slack() {
    return message -> {
      JsonNode body = json(message);
      if (body == null) {
        return new Reply(400, "invalid_payload");
      }
      if (body.path("text").asText().isBlank()) {
        return new Reply(400, "no_text");
      }
      JsonNode blocks = body.path("blocks");
      if (!blocks.isArray() || blocks.size() > 50) {
        return new Reply(400, "invalid_blocks");
      }
      int all = 0;
      for (JsonNode block : blocks) {
        JsonNode text = block.path("text");
        int most = block.path("type").asText().equals("header") ? 150 : 3000;
        boolean right =
            switch (block.path("type").asText()) {
              case "header" -> text.path("type").asText().equals("plain_text");
              case "section" -> Set.of("plain_text", "mrkdwn").contains(text.path("type").asText());
              default -> false;
            };
        int length = text.path("text").asText().length();
        all += length;
        if (!right || length == 0 || length > most || hasBareMarkup(text)) {
          return new Reply(400, "invalid_blocks");
        }
      }
      return all > 13_000 ? new Reply(400, "msg_blocks_too_long") : new Reply(200, "ok");
    };
  }

  /** In mrkdwn an angle bracket begins a link or a mention, or it is escaped. */
  private static boolean hasBareMarkup(JsonNode text) {
    String rest =
        text.path("text").asText().replaceAll("<(https?://[^>|]+\\|[^<>]*|@[A-Z0-9]+)>", "");
    return text.path("type").asText().equals("mrkdwn")
        && (rest.contains("<") || rest.contains(">") || rest.matches("(?s).*&(?!amp;|lt;|gt;).*"));
  }

  // ---- Feishu: open.feishu.cn, custom bot guide

  static final String FEISHU_PATH = "/open-apis/bot/v2/hook/" + TOKEN;

  static Desk feishu() {
    return message -> {
      JsonNode body = json(message);
      if (body == null || message.body().getBytes(StandardCharsets.UTF_8).length > 20 * 1024) {
        return feishu(9499, "Bad Request");
      }
      String timestamp = body.path("timestamp").asText();
      if (!timestamp.matches("\\d{10}")
          || isOld(Instant.ofEpochSecond(Long.parseLong(timestamp)))
          || !base64(hmac(timestamp + "\n" + SECRET, "")).equals(body.path("sign").asText())) {
        return feishu(19_021, "sign match fail or timestamp is not within one hour");
      }
      JsonNode card = body.path("card");
      boolean whole =
          body.path("msg_type").asText().equals("interactive")
              && card.path("header").path("title").path("tag").asText().equals("plain_text")
              && Set.of("blue", "orange", "red")
                  .contains(card.path("header").path("template").asText())
              && card.path("elements").isArray()
              && areElements(card.path("elements"));
      return whole ? feishu(0, "success") : feishu(9499, "Bad Request");
    };
  }

  private static boolean areElements(JsonNode elements) {
    for (JsonNode element : elements) {
      boolean right =
          switch (element.path("tag").asText()) {
            case "hr" -> true;
            case "div" ->
                Set.of("plain_text", "lark_md").contains(element.path("text").path("tag").asText())
                    && !element.path("text").path("content").asText().isEmpty();
            case "action" ->
                element.path("actions").path(0).path("tag").asText().equals("button")
                    && element.path("actions").path(0).path("url").asText().startsWith("http");
            default -> false;
          };
      if (!right) {
        return false;
      }
    }
    return !elements.isEmpty();
  }

  private static Reply feishu(int code, String said) {
    return new Reply(200, "{\"code\":%d,\"msg\":\"%s\",\"data\":{}}".formatted(code, said));
  }

  // ---- WeCom: developer.work.weixin.qq.com, group robot configuration

  static final String WECOM_PATH = "/cgi-bin/webhook/send?key=" + TOKEN;

  static Desk weCom() {
    return message -> {
      JsonNode body = json(message);
      if (!TOKEN.equals(query(message.query()).get("key"))) {
        return errcode(93_000, "invalid webhook url");
      }
      String content = body == null ? "" : body.path("markdown").path("content").asText();
      int bytes = content.getBytes(StandardCharsets.UTF_8).length;
      boolean right =
          body != null
              && body.path("msgtype").asText().equals("markdown")
              && bytes > 0
              && bytes <= 4096;
      return right ? errcode(0, "ok") : errcode(40_058, "markdown.content exceed max length 4096");
    };
  }

  // ---- ours: docs/notifications.md and notification.schema.json

  static final String WEBHOOK_PATH = "/hooks/" + TOKEN;

  static Desk webhook() {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(WebhookFormat.class.getResourceAsStream("notification.schema.json"));
    return message -> {
      JsonNode body = json(message);
      String timestamp = message.header("X-Rds-Restore-Timestamp");
      String wanted =
          "v1=" + HexFormat.of().formatHex(hmac(SECRET, timestamp + "." + message.body()));
      if (isOld(Instant.ofEpochSecond(Long.parseLong(timestamp)))
          || !wanted.equals(message.header("X-Rds-Restore-Signature"))) {
        return new Reply(401, "signature");
      }
      boolean right =
          body != null
              && schema.validate(body).isEmpty()
              && body.path("id").asText().equals(message.header("X-Rds-Restore-Id"));
      return new Reply(right ? 204 : 400, "");
    };
  }

  // ---- what they have in common

  private static JsonNode json(Message message) {
    String type = message.header("Content-Type");
    if (!message.exchange().getRequestMethod().equals("POST")
        || type == null
        || !type.startsWith("application/json")) {
      return null;
    }
    try {
      return RestoreJson.mapper().readTree(message.body());
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static Reply errcode(int code, String said) {
    return new Reply(200, ERRCODE.formatted(code, said));
  }

  private static boolean isOld(Instant signed) {
    return Duration.between(signed, Instant.now()).abs().compareTo(HOUR) > 0;
  }

  private static Map<String, String> query(String query) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : (query == null ? "" : query).split("&", -1)) {
      int at = pair.indexOf('=');
      if (at > 0) {
        values.put(
            pair.substring(0, at),
            URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
      }
    }
    return values;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] hmac(String key, String message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
