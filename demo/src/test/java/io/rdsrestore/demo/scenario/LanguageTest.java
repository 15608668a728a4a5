package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.PRIMARY;
import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.activities.notify.Channel;
import io.rdsrestore.activities.notify.ChannelKind;
import io.rdsrestore.activities.notify.NotifySettings;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.language.Language;
import io.rdsrestore.workflows.notify.NotifyRoutes;
import io.rdsrestore.workflows.notify.Severity;
import io.rdsrestore.workflows.status.RestoreReport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code language: zh}: what the restore shows and tells people; what programs read is English. */
class LanguageTest {
  private static final Pattern CHINESE =
      Pattern.compile("[\\u3000-\\u303F\\u3400-\\u9FFF\\uFF00-\\uFFEF]");

  /** As the text of an event has them. */
  private static final Pattern CHINESE_BYTES = Pattern.compile("\\\\(34[4-7]|35[01])\\\\2");

  private static Map<String, Object> chinese(Rehearsal rehearsal) {
    return with(request(rehearsal.lose("orders")), "language", "zh");
  }

  private static void assertEnglish(Object message) {
    assertThat(RestoreJson.write(message)).doesNotContainPattern(CHINESE);
  }

  @Test
  void thePageIsChineseAndAllElseIsEnglish() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal
          .hook()
          .once("EnsureJob", () -> rehearsal.memory().createTable(PRIMARY, "shop", "orders"));
      rehearsal.start(with(chinese(rehearsal), "target", "original"));
      rehearsal.approve();
      Gate gate = rehearsal.gate("precheck-1");
      String page = rehearsal.details();

      assertThat(page)
          .startsWith("## PRECHECKING：")
          .contains("**预检查失败：CHECK_SAME_OBJ**", "可以作出的决定：", "最近：", "克隆实例：`rm-");
      assertThat(page).contains(String.join("\n", gate.commands()));
      assertThat(gate.items())
          .isNotEmpty()
          .allSatisfy(
              item ->
                  assertThat(item.commands())
                      .isNotEmpty()
                      .allSatisfy(command -> assertThat(page).contains("`" + command + "`")));
      assertEnglish(rehearsal.status());

      rehearsal.memory().dropTable(PRIMARY, "shop", "orders");
      rehearsal.execute(gate, "retry");
      RestoreReport report = rehearsal.completed();

      assertEnglish(report);
      assertThat(rehearsal.details())
          .startsWith("## COMPLETED\n")
          .contains(Language.ZH.say(report.summary()))
          .containsPattern("恢复的数据");
      assertThat(rehearsal.history())
          .allSatisfy(event -> assertThat(event.toString()).doesNotContainPattern(CHINESE_BYTES));
    }
  }

  @Test
  void whatOutlivesItSpeaksItsLanguage() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(with(chinese(rehearsal), "clone", Map.of("keepFor", "P1D")));
      rehearsal.gate("approval-1");
      rehearsal.approve();
      rehearsal.handedOver();
      rehearsal.until("its word", status -> status.keptUntil() != null);
      assertThat(rehearsal.details())
          .startsWith("## KEEPING\n")
          .contains("- 保留到：**", "- 延长：`./rds-restore extend restore-keep/");
    }
  }

  @Test
  void peopleAreToldInTheLanguageOfTheirChannelElseOfTheRestore() throws IOException {
    try (Receiver silent = new Receiver(Receiver.Mood.WELL);
        Receiver english = new Receiver(Receiver.Mood.WELL);
        Rehearsal rehearsal =
            Rehearsal.begin(
                new NotifySettings(
                    Map.of("silent", channel("SILENT", null), "en", channel("EN", Language.EN)),
                    new NotifyRoutes(Map.of(Severity.WAITING, List.of("silent", "en")), List.of()),
                    null,
                    Duration.ofHours(2),
                    null))) {
      rehearsal.secret("SILENT", silent.url());
      rehearsal.secret("EN", english.url());
      rehearsal.secret("HOOK_SECRET", "canary-of-the-secret");
      rehearsal.start(chinese(rehearsal));
      rehearsal.gate("approval-1");
      JsonNode chinese = first(silent);

      assertThat(chinese.path("headline").asText()).isEqualTo("rm-primary01：恢复在 approval-1 等待决定");
      assertThat(first(english).path("headline").asText())
          .isEqualTo("rm-primary01: the restore waits for a decision at approval-1");
      assertThat(chinese.path("commands").findValuesAsText("command"))
          .isEqualTo(first(english).path("commands").findValuesAsText("command"));
    }
  }

  private static Channel channel(String name, Language language) {
    return new Channel(
        name.toLowerCase(java.util.Locale.ROOT),
        ChannelKind.WEBHOOK,
        "env:" + name,
        "env:HOOK_SECRET",
        List.of(),
        language);
  }

  /** In the machine's own time: what is told is told beside. */
  private static JsonNode first(Receiver receiver) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (receiver.messages().isEmpty()) {
      assertThat(System.nanoTime()).as("a message").isLessThan(deadline);
      Thread.onSpinWait();
    }
    return receiver.messages().get(0);
  }
}
