package io.rdsrestore.workflows.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.DecisionOutcome;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.language.Language;
import io.rdsrestore.workflows.status.CloneStatus;
import io.rdsrestore.workflows.status.Progress;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.rdsrestore.workflows.status.TaskStatus;
import io.rdsrestore.workflows.status.TimelineEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DetailsPageTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final String WORKFLOW = "restore/rm-primary01";

  /** Commands, names and figures stand in backquotes, commands of the gate in a block. */
  private static final Pattern VERBATIM = Pattern.compile("(?s)```\n.*?```|`[^`\n]+`");

  private static final Pattern CHINESE = Pattern.compile("[\\u3400-\\u9FFF]");

  private static RestoreStatus status(List<GateItem> items) {
    Gate gate =
        new Gate(
            "precheck-1",
            GateKind.PRECHECK,
            NOW,
            NOW.plusSeconds(3600),
            "The precheck failed: CHECK_SAME_OBJ",
            items,
            List.of(Choice.of(Action.RETRY, "the precheck runs again")),
            List.of(
                "temporal workflow update execute --workflow-id restore/rm-primary01 --name decide --input '{\"action\":\"retry\",\"gate\":\"precheck-1\",\"actor\":\"YOU\"}'",
                "./rds-restore retry rm-primary01 --gate precheck-1"),
            null,
            null);
    return new RestoreStatus(
        "kmpz4hx7sx",
        "rm-primary01",
        "cn-hangzhou",
        RestorePhase.PRECHECKING,
        gate,
        "Running the precheck of zqs3u5jbx0e763e again",
        null,
        new CloneStatus("rm-clone01", "Running", NOW, null),
        new TaskStatus("zqs3u5jbx0e763e", null, "rds-restore", "PrecheckFailed", 1),
        new Progress("copied", 42, NOW, NOW.plusSeconds(60)),
        List.of(
            record(
                1, DecisionOutcome.KEPT, "retry", "ben", "it is kept until gate failure-1 opens"),
            record(2, DecisionOutcome.IGNORED, null, null, "the restore is being aborted")),
        List.of(
            new TimelineEntry(
                NOW,
                RestorePhase.PRECHECKING,
                "Waiting at precheck-1: The precheck failed: CHECK_SAME_OBJ")),
        null,
        NOW,
        null);
  }

  private static DecisionRecord record(
      int number, DecisionOutcome outcome, String action, String actor, String note) {
    return new DecisionRecord(
        number, NOW, outcome, "failure-1", action, actor, false, null, null, note);
  }

  private static final RestoreStatus STATUS =
      status(
          List.of(
              new GateItem(
                  "CHECK_SAME_OBJ",
                  "an object of a chosen name exists on the primary",
                  "RENAME TABLE `shop`.`orders` TO `shop`.`orders_before`;",
                  List.of("/* on the primary rm-primary01 */ SELECT COUNT(*) FROM shop.orders;"),
                  true,
                  null)));

  private static String page(RestoreStatus status, Language language) {
    return DetailsPage.of(WORKFLOW, status, language::say);
  }

  @Test
  void isInTheLanguageOfItsReaders() {
    assertThat(page(STATUS, Language.ZH))
        .startsWith("## PRECHECKING：")
        .contains(
            "**预检查失败：CHECK_SAME_OBJ**",
            "已复制：**42 %**（截至 2026-11-23T02:00:00Z，约在 2026-11-23T02:01:00Z 完成）",
            "为止。\n\n- **CHECK_SAME_OBJ**: 主实例上已有所选名称的对象",
            "可以作出的决定：",
            "- 恢复 ID：`kmpz4hx7sx`",
            "- 克隆实例：`rm-clone01` (Running)",
            "- DTS 任务：`zqs3u5jbx0e763e` (PrecheckFailed)",
            "- 保留到：**2026-11-23T02:00:00Z**",
            "- 延长：`./rds-restore extend restore/rm-primary01 --for P1D`",
            "- 留待以后：第 1 个决定，ben 对 failure-1 的 retry",
            "没有用上的决定：",
            "无法读懂的内容: 恢复正在中止",
            "最近：\n\n- 2026-11-23T02:00:00Z 在 precheck-1 等待：预检查失败：CHECK_SAME_OBJ",
            "全部内容：`temporal workflow query");
  }

  @Test
  void whatIsPastedIsTheSameInEachLanguage() {
    List<String> english = verbatim(page(STATUS, Language.EN));

    assertThat(english).hasSizeGreaterThan(8);
    assertThat(verbatim(page(STATUS, Language.ZH))).isEqualTo(english);
    assertThat(CHINESE.matcher(page(STATUS, Language.EN)).find()).isFalse();
  }

  private static List<String> verbatim(String page) {
    return VERBATIM.matcher(page).results().map(MatchResult::group).toList();
  }

  @Test
  void noLetterOfItIsCutInTwoWhereItIsTooLong() {
    RestoreStatus large =
        status(
            IntStream.range(0, 20)
                .mapToObj(i -> GateItem.of("shop.订单" + i, "表 🐎 已存在 ".repeat(100), null))
                .toList());
    byte[] page = page(large, Language.ZH).getBytes(StandardCharsets.UTF_8);

    assertThat(page.length).isBetween(17_500, 18_100);
    assertThat(new String(page, StandardCharsets.UTF_8)).endsWith("\n…").doesNotContain("\uFFFD");
  }
}
