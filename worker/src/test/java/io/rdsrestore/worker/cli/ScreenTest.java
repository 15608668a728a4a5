package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateCommands;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.language.Language;
import io.rdsrestore.workflows.status.CloneStatus;
import io.rdsrestore.workflows.status.Cost;
import io.rdsrestore.workflows.status.Progress;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.rdsrestore.workflows.status.TaskStatus;
import io.rdsrestore.workflows.status.TimelineEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Screens as they stand on a terminal. */
class ScreenTest {
  private static final Times TIMES = new Times(ZoneOffset.UTC);
  private static final Speaker ENGLISH = new Speaker(Language.EN);
  private static final Speaker CHINESE = new Speaker(Language.ZH);
  private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
  private static final Instant NOW = START.plusSeconds(754);
  private static final String CLONING = "Cloning rm-primary01 as of 2026-11-22T08:15:00Z";
  private static final int WIDTH = 80;
  private static final int HEIGHT = 24;

  @Test
  void cloning() {
    assertThat(screen(cloningStatus(), "the clone is Creating; next look in 30 s"))
        .containsExactly(
            "restore/rm-primary01 (running)                      restore kmpz4hx7sx  09:12:34",
            "back to 2026-11-22T08:15:00Z: shop.orders",
            "",
            "+ planning   > CLONING   . configuring   . prechecking   . migrating",
            ". verifying   . swapping   . cleaning",
            "",
            "doing    " + CLONING,
            "time     11 min 34 s, a cautious estimate was 1 min 0 s",
            "now      the clone is Creating; next look in 30 s",
            "cost     1.20 CNY so far, 1.20 CNY an hour, 7.20 CNY expected",
            "holds    clone rm-clone01 Creating",
            "",
            "09:00:00  PLANNING     Asked for by ana: INC-4711",
            "09:01:00  CLONING      " + CLONING,
            "",
            "Ctrl-C: the restore goes on; come back with ./rds-restore watch rm-primary01");
  }

  @Test
  void migratingWithProgress() {
    Progress progress = new Progress("copied", 42, NOW, NOW.plusSeconds(184));
    List<String> screen =
        screen(
            status(
                RestorePhase.MIGRATING,
                null,
                "DTS copies structure and rows to the primary",
                progress,
                List.of(entry(0, RestorePhase.PLANNING), entry(600, RestorePhase.MIGRATING))),
            null);

    assertThat(screen)
        .contains(
            "doing    DTS copies structure and rows to the primary",
            "time     2 min 34 s, a cautious estimate was 1 min 0 s",
            "progress [########------------] copied 42 %, about 3 min 4 s left (ETA 09:15:38)");
  }

  @Test
  void aGateWithWhatItAsksAndItsCommands() {
    List<String> screen =
        screen(gateStatus(sixItems(), "The precheck failed: CHECK_1 and 5 more"), null);

    assertThat(screen)
        .hasSizeLessThanOrEqualTo(HEIGHT)
        .containsSequence(
            "cost     1.20 CNY so far, 1.20 CNY an hour, 7.20 CNY expected",
            "holds    clone rm-clone01 Running, DTS task job01 PrecheckFailed",
            "",
            "A person is waited for: The precheck failed: CHECK_1 and 5 more",
            "gate precheck-1 (2 min 34 s); ends by itself at 2026-11-25 09:00:00 +00:00",
            "- CHECK_1: objects of the same name exist in the destination: shop.orders and",
            "  others (can be skipped)",
            "- CHECK_2: objects of the same name exist in the destination: shop.orders and",
            "  others",
            "  ./rds-restore retry rm-primary01 --gate precheck-1",
            "  ./rds-restore skip rm-primary01 --gate precheck-1 CHECK_1",
            "  ./rds-restore change-objects rm-primary01 --gate precheck-1 --target \\",
            "    sideBySide",
            "  ./rds-restore abort rm-primary01",
            "and 4 items more, all remedies: ./rds-restore status rm-primary01",
            "",
            "09:10:00  PRECHECKING  entry 600",
            "",
            "Ctrl-C: the restore goes on; come back with ./rds-restore watch rm-primary01");
  }

  /** What has no room is not taken for the whole of it. */
  @Test
  void aReasonThatIsCutSaysSo() {
    String reason = "Plan 5566be35bc39: restore shop.orders as of 2026-11-22T08:15:00Z ".repeat(4);
    List<String> screen = screen(gateStatus(sixItems(), reason), null);

    assertThat(screen)
        .containsSequence(
            "A person is waited for: Plan 5566be35bc39: restore shop.orders as of",
            "2026-11-22T08:15:00Z Plan 5566be35bc39: restore shop.orders as of ...",
            "gate precheck-1 (2 min 34 s); ends by itself at 2026-11-25 09:00:00 +00:00");
    assertThat(screen).allMatch(line -> DisplayWidth.of(line) <= WIDTH);
  }

  @Test
  void finished() {
    assertThat(
            screen(
                status(
                    RestorePhase.COMPLETED,
                    null,
                    "The restored data is in place",
                    null,
                    List.of(
                        entry(0, RestorePhase.PLANNING),
                        entry(60, RestorePhase.CLONING),
                        entry(120, RestorePhase.COMPLETED))),
                null))
        .contains("+ planning   + cloning   + COMPLETED", "doing    The restored data is in place");
  }

  @Test
  void nothingIsWiderOrLongerThanTheTerminalAlsoInChinese() {
    List<GateItem> items =
        List.of(
            GateItem.of("表 订单", "目标库中已存在同名对象，请先移走后再重试。".repeat(9), null),
            GateItem.of("CHECK", "\u001b[2J moves the cursor\nand has lines", null));
    for (int width = 20; width < 120; width++) {
      for (int height = 6; height < 40; height += 3) {
        int columns = width;
        List<String> lines =
            new Screen(TIMES, CHINESE, width, height)
                .lines(
                    Executions.running(
                        gateStatus(items, "预检查失败：".repeat(30)), Map.of(), "正在复制".repeat(40)),
                    NOW);
        assertThat(lines)
            .hasSizeLessThanOrEqualTo(height)
            .allMatch(line -> DisplayWidth.of(line) <= columns)
            .noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
      }
    }
  }

  @Test
  void inChinese() {
    assertThat(screen(CHINESE, cloningStatus(), "clone rm-clone01 Creating"))
        .containsExactly(
            "restore/rm-primary01（运行中）                         恢复 kmpz4hx7sx  09:12:34",
            "恢复到 2026-11-22T08:15:00Z：shop.orders",
            "",
            "+ planning   > CLONING   . configuring   . prechecking   . migrating",
            ". verifying   . swapping   . cleaning",
            "",
            "正在     正在克隆 rm-primary01，时间点为 2026-11-22T08:15:00Z",
            "时间     11 分钟 34 秒，保守估计为 1 分钟 0 秒",
            "现在     克隆实例 rm-clone01 Creating",
            "费用     至今 1.20 CNY，每小时 1.20 CNY，预计 7.20 CNY",
            "资源     克隆实例 rm-clone01 Creating",
            "",
            "09:00:00  PLANNING     由 ana 发起：INC-4711",
            "09:01:00  CLONING      正在克隆 rm-primary01，时间点为 2026-11-22T08:15:00Z",
            "",
            "Ctrl-C：恢复继续；再看请用 ./rds-restore watch rm-primary01")
        .allMatch(line -> DisplayWidth.of(line) <= WIDTH);
  }

  @Test
  void progressInChinese() {
    Progress progress = new Progress("copied", 42, NOW, NOW.plusSeconds(184));

    assertThat(
            screen(
                CHINESE,
                status(
                    RestorePhase.MIGRATING,
                    null,
                    "DTS copies structure and rows to the primary",
                    progress,
                    List.of(entry(600, RestorePhase.MIGRATING))),
                null))
        .contains("进度     [#######----------] 已复制 42 %，约剩 3 分钟 4 秒（预计 09:15:38 完成）");
  }

  @Test
  void aGateInChineseKeepsItsCommandsAndItsPlace() {
    List<GateItem> items = new ArrayList<>(sixItems());
    items.set(
        0,
        GateItem.of("CHECK_1", "the worker does not reach the primary: " + "x".repeat(90), null));

    assertThat(screen(CHINESE, gateStatus(items, "The precheck failed: CHECK_1 and 5 more"), null))
        .hasSizeLessThanOrEqualTo(HEIGHT)
        .allMatch(line -> DisplayWidth.of(line) <= WIDTH)
        .containsSequence(
            "资源     克隆实例 rm-clone01 Running，DTS 任务 job01 PrecheckFailed",
            "",
            "在等人：预检查失败：CHECK_1 等，另有 5 个",
            "决策点 precheck-1（2 分钟 34 秒）；将于 2026-11-25 09:00:00 +00:00 自行结束",
            "- CHECK_1：Worker 连不上主实例：",
            "  " + "x".repeat(77) + "~")
        .containsSequence(
            "  ./rds-restore change-objects rm-primary01 --gate precheck-1 --target \\",
            "    sideBySide",
            "  ./rds-restore abort rm-primary01",
            "还有 4 项，以及所有解决办法：./rds-restore status rm-primary01");
  }

  @Test
  void withoutAWorkerTheMemoIsShown() {
    List<String> lines =
        new Screen(TIMES, ENGLISH, WIDTH, HEIGHT)
            .lines(Executions.withoutWorker(Map.of("cloneId", "rm-clone01")), NOW);

    assertThat(String.join(" ", lines))
        .contains("No worker answers", "./rds-restore handover rm-primary01");
    assertThat(lines).contains("  clone          rm-clone01");
  }

  private static List<GateItem> sixItems() {
    return IntStream.rangeClosed(1, 6)
        .mapToObj(
            number ->
                new GateItem(
                    "CHECK_" + number,
                    "objects of the same name exist in the destination: shop.orders and others",
                    "move it away",
                    List.of("RENAME TABLE a TO b;"),
                    number == 1,
                    null))
        .toList();
  }

  private static List<String> screen(RestoreStatus status, String live) {
    return screen(ENGLISH, status, live);
  }

  private static List<String> screen(Speaker speaker, RestoreStatus status, String live) {
    return new Screen(TIMES, speaker, WIDTH, HEIGHT)
        .lines(Executions.running(status, Map.of(), live), NOW);
  }

  private static RestoreStatus cloningStatus() {
    return status(
        RestorePhase.CLONING,
        null,
        CLONING,
        null,
        List.of(
            new TimelineEntry(START, RestorePhase.PLANNING, "Asked for by ana: INC-4711"),
            new TimelineEntry(START.plusSeconds(60), RestorePhase.CLONING, CLONING)));
  }

  private static RestoreStatus gateStatus(List<GateItem> items, String reason) {
    GateRequest request =
        GateRequest.of(
            GateKind.PRECHECK,
            reason,
            items,
            List.of(
                Choice.of(Action.RETRY, "the precheck runs again"),
                Choice.of(Action.SKIP_PRECHECK_ITEMS, "DTS passes over"),
                Choice.of(Action.CHANGE_OBJECTS, "another plan", Map.of("target", "sideBySide")),
                Choice.of(Action.ABORT, "it cleans up")));
    Gate gate =
        new Gate(
            "precheck-1",
            GateKind.PRECHECK,
            START.plusSeconds(600),
            START.plusSeconds(3 * 86_400),
            reason,
            items,
            request.choices(),
            GateCommands.of("restore/rm-primary01", "precheck-1", request),
            null,
            null);
    List<TimelineEntry> timeline = new ArrayList<>();
    for (int second = 0; second < 40; second++) {
      timeline.add(entry(second, RestorePhase.PLANNING));
    }
    timeline.add(entry(600, RestorePhase.PRECHECKING));
    return status(RestorePhase.PRECHECKING, gate, "waiting", null, timeline);
  }

  private static TimelineEntry entry(int second, RestorePhase phase) {
    return new TimelineEntry(START.plusSeconds(second), phase, "entry " + second);
  }

  private static RestoreStatus status(
      RestorePhase phase,
      Gate gate,
      String doing,
      Progress progress,
      List<TimelineEntry> timeline) {
    boolean later = phase.compareTo(RestorePhase.CLONING) > 0;
    return new RestoreStatus(
        "kmpz4hx7sx",
        "rm-primary01",
        "cn-hangzhou",
        phase,
        gate,
        doing,
        SamplePlan.plan(),
        new CloneStatus("rm-clone01", later ? "Running" : "Creating", START, null),
        later ? new TaskStatus("job01", null, "task", "PrecheckFailed", 1) : null,
        progress,
        List.of(),
        timeline,
        new Cost(new BigDecimal("1.20"), "CNY", "basis"),
        null,
        null);
  }
}
