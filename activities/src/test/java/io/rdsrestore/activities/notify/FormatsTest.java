package io.rdsrestore.activities.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.notify.Notice;
import io.rdsrestore.workflows.notify.NoticeCommand;
import io.rdsrestore.workflows.notify.NotifyRoutes;
import io.rdsrestore.workflows.notify.Severity;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every format, taken or refused by a receiver that checks it as its vendor documents it. */
class FormatsTest {
  private static final URI WEB_UI = URI.create("https://temporal.example.com/");
  private static final String LINK =
      "https://temporal.example.com/namespaces/ops/workflows/restore%2Frm-primary01/run-1/history";

  private static final String BEGIN_OF_A_COMMAND =
      "update execute|rds-restore (retry|skip|change-objects|abort)";

  private static ReceiverServer.Desk desk(ChannelKind kind) {
    return switch (kind) {
      case WEBHOOK -> Desks.webhook();
      case DINGTALK -> Desks.dingTalk();
      case SLACK -> Desks.slack();
      case FEISHU -> Desks.feishu();
      case WECOM -> Desks.weCom();
    };
  }

  private static String path(ChannelKind kind) {
    return switch (kind) {
      case WEBHOOK -> Desks.WEBHOOK_PATH;
      case DINGTALK -> Desks.DINGTALK_PATH;
      case SLACK -> Desks.SLACK_PATH;
      case FEISHU -> Desks.FEISHU_PATH;
      case WECOM -> Desks.WECOM_PATH;
    };
  }

  private static Outcome send(
      ReceiverServer server, ChannelKind kind, Notice notice, String secret) {
    Channel channel =
        new Channel(
            "it",
            kind,
            "env:URL",
            kind.secretUse() == ChannelKind.SecretUse.NONE ? null : "env:SECRET",
            kind.mentions() ? List.of("13800000000") : List.of());
    NotifySettings settings =
        new NotifySettings(
            Map.of("it", channel),
            new NotifyRoutes(new EnumMap<>(Severity.class), List.of()),
            null,
            null,
            WEB_UI);
    return new Postman(
            settings,
            reference -> reference.equals("env:URL") ? server.url(path(kind)).toString() : secret,
            Clock.systemUTC(),
            Duration.ofSeconds(5))
        .bring(notice, channel, "ops")
        .join();
  }

  @ParameterizedTest
  @EnumSource
  void itsReceiverTakesIt(ChannelKind kind) throws IOException {
    try (ReceiverServer server = new ReceiverServer(desk(kind))) {
      assertThat(send(server, kind, Samples.ofGate(), Desks.SECRET).failure()).isNull();
      List<String> texts = texts(server.bodies().get(0));
      assertThat(texts).anyMatch(text -> text.contains("rm-primary01: the restore waits"));
      assertThat(texts).anyMatch(text -> text.contains("The precheck failed: CHECK_SAME_OBJ"));
      assertThat(texts).anyMatch(text -> text.contains(LINK));
      for (NoticeCommand command : Samples.ofGate().commands()) {
        assertThat(texts).as(command.command()).anyMatch(text -> text.contains(command.command()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLargeOneIsCutToWhatItTakesButNoCommandIs(ChannelKind kind) throws IOException {
    Notice large = Samples.large();
    try (ReceiverServer server = new ReceiverServer(desk(kind))) {
      assertThat(send(server, kind, large, Desks.SECRET).failure()).isNull();
      List<String> texts = texts(server.bodies().get(0));
      assertThat(texts)
          .anyMatch(text -> text.contains("./rds-restore retry rm-primary01 --gate precheck-1"));
      assertThat(texts).anyMatch(text -> text.contains(LINK));
      for (String text : texts) {
        long whole =
            large.commands().stream()
                .mapToLong(command -> count(text, Pattern.quote(command.command())))
                .sum();
        assertThat(count(text, BEGIN_OF_A_COMMAND)).as(text).isEqualTo(whole);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofManyShortCommandsSomeAreLeftOutAndItIsSaid(ChannelKind kind) throws IOException {
    Notice many = Samples.ofCommands(120);
    try (ReceiverServer server = new ReceiverServer(desk(kind))) {
      assertThat(send(server, kind, many, Desks.SECRET).failure()).isNull();
      String all = String.join("\n", texts(server.bodies().get(0)));
      long whole = many.commands().stream().filter(one -> all.contains(one.command())).count();
      assertThat(count(all, "./rds-restore retry")).isEqualTo(whole).isPositive();
      assertThat(all.contains(many.labels().more()))
          .isEqualTo(whole < many.commands().size() && kind != ChannelKind.WEBHOOK);
    }
  }

  /** A table may have any name, and WeCom's code ends at a backquote. */
  @ParameterizedTest
  @EnumSource
  void aCommandWithABackquoteIsWhole(ChannelKind kind) throws IOException {
    Notice odd = Samples.ofCommand("./rds-restore change-objects rm-1 --objects '[\"a`b\"]'");
    try (ReceiverServer server = new ReceiverServer(desk(kind))) {
      assertThat(send(server, kind, odd, Desks.SECRET).failure()).isNull();
      assertThat(texts(server.bodies().get(0)))
          .anyMatch(text -> text.contains(odd.commands().get(0).command()))
          .noneMatch(
              text ->
                  kind == ChannelKind.WECOM
                      && text.contains("`" + odd.commands().get(0).command() + "`"));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ChannelKind.class,
      names = {"WEBHOOK", "DINGTALK", "FEISHU"})
  void aWrongSecretIsRefusedAndSaidSo(ChannelKind kind) throws IOException {
    try (ReceiverServer server = new ReceiverServer(desk(kind))) {
      Outcome outcome = send(server, kind, Samples.ofGate(), "another");
      assertThat(outcome.failure()).isNotNull().doesNotContain(Desks.TOKEN, "another");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatItRefusesWith200OrNotIsNotTaken(ChannelKind kind) throws IOException {
    for (ReceiverServer.Reply reply :
        List.of(
            new ReceiverServer.Reply(500, ""),
            new ReceiverServer.Reply(302, ""),
            new ReceiverServer.Reply(404, "no_service"))) {
      try (ReceiverServer server = new ReceiverServer(message -> reply)) {
        assertThat(send(server, kind, Samples.ofGate(), Desks.SECRET).failure())
            .contains("HTTP " + reply.status());
      }
    }
    if (kind != ChannelKind.WEBHOOK) {
      try (ReceiverServer server =
          new ReceiverServer(message -> new ReceiverServer.Reply(200, "<html>a proxy</html>"))) {
        assertThat(send(server, kind, Samples.ofGate(), Desks.SECRET).isDelivered()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneThatGetsTooMuchIsLeftInPeaceForAWhile(ChannelKind kind) throws IOException {
    ReceiverServer.Reply tooMany =
        switch (kind) {
          case DINGTALK -> new ReceiverServer.Reply(200, "{\"errcode\":130101}");
          case WECOM -> new ReceiverServer.Reply(200, "{\"errcode\":45009}");
          case FEISHU -> new ReceiverServer.Reply(200, "{\"code\":11232}");
          case SLACK -> new ReceiverServer.Reply(429, "rate_limited");
          case WEBHOOK -> new ReceiverServer.Reply(429, "");
        };
    try (ReceiverServer server = new ReceiverServer(message -> tooMany)) {
      assertThat(send(server, kind, Samples.ofGate(), Desks.SECRET).notBefore())
          .isEqualTo(Duration.ofMinutes(1));
    }
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  /** Every text in a JSON document. */
  private static List<String> texts(String json) {
    try {
      List<String> texts = new ArrayList<>();
      collect(RestoreJson.mapper().readTree(json), texts);
      return texts.stream().map(FormatsTest::unescaped).toList();
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  private static void collect(JsonNode node, List<String> into) {
    if (node.isTextual()) {
      into.add(node.textValue());
    }
    node.forEach(each -> collect(each, into));
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
