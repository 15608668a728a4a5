package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.activities.doctor.Finding;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.RdsRestore;
import io.rdsrestore.workflows.decision.DecisionAnswer;
import io.rdsrestore.workflows.language.Language;
import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.status.Cost;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What the command line says in Chinese: complete, and right in a terminal of 80 columns. */
class ChineseTextTest {
  private static final Speaker CHINESE = new Speaker(Language.ZH);
  private static final int TERMINAL = 80;
  private static final Pattern PROSE =
      Pattern.compile("(?<![\\w-])[A-Za-z]?[a-z]{2,} [a-z]{2,}(?![\\w-])");

  @Test
  void columnsStayBelowEachOther() {
    List<String> lines =
        Stream.of(
                "  phase          PRECHECKING",
                "  restore point  2026-11-23T12:19:15Z",
                "  cost so far    1.37 CNY")
            .map(CHINESE::line)
            .toList();

    assertThat(lines)
        .containsExactly(
            "  阶段           PRECHECKING",
            "  恢复时间点     2026-11-23T12:19:15Z",
            "  至今费用       1.37 CNY");
    assertThat(
            lines.stream()
                .map(line -> DisplayWidth.of(line.substring(0, line.lastIndexOf("  ") + 2))))
        .containsOnly(17);
  }

  @Test
  void sqlOverSeveralLinesStandsBehindItsLabel() {
    assertThat(CHINESE.line("  warning        disk: log backup is on\nBEGIN\n  a warning;\nEND"))
        .isEqualTo("  警告           disk：日志备份已开启\nBEGIN\n  a warning;\nEND");
  }

  @Test
  void whoStopsTheQuestionIsToldHowToGoOn() {
    String english = PlanConsent.unanswered("abcdefghij", "rm-primary01", "approval-1");
    for (String said : List.of(english, CHINESE.text(english))) {
      assertThat(said)
          .contains(
              "abcdefghij",
              "./rds-restore status rm-primary01 ",
              "./rds-restore approve rm-primary01 --gate approval-1",
              "./rds-restore abort rm-primary01");
    }
    assertThat(CHINESE.text(english)).doesNotContainPattern(PROSE);
  }

  @Test
  void sqlOfAGateOrAReportIsPrintedAsItIs() {
    String sql =
        "USE `crm`; CREATE DEFINER=`a`@`%` VIEW `crm`.`v` AS select 'the view;  not compared', 2;";
    assertThat(CHINESE.line("      " + sql)).isEqualTo("      " + sql);
    assertThat(CHINESE.line(Seam.colon("    remedy", sql))).endsWith(sql);
    assertThat(CHINESE.line("  note           view crm.v: " + sql)).endsWith(sql);
  }

  @Test
  void theKindOfWhatWasComparedIsSaid() {
    assertThat(CHINESE.text(Seam.join(Seam.colon("crm.t", "equal, definition"), ", ", "trigger")))
        .isEqualTo("crm.t：一致，定义，触发器");
    assertThat(CHINESE.line("IT IS       KIND       NAME       COMPARED"))
        .doesNotContainPattern("[A-Z]");
  }

  @Test
  void aListKeepsItsColumnsAndNames() {
    Instant now = Instant.parse("2026-11-22T09:00:00Z");
    List<String> lines =
        new ListText(now)
                .lines(
                    List.of(
                        listed("eeeeeeeeee", "running", "PRECHECKING", "table", now, null),
                        listed("dddddddddd", "terminated", "MIGRATING", null, null, now)))
                .stream()
                .map(CHINESE::line)
                .toList();

    assertThat(lines)
        .containsExactly(
            "恢复        主实例                阶段         在等          时长     费用",
            "eeeeeeeeee  rm-bp1abcdefghijklmn  PRECHECKING  table         12 分钟  1.37 CNY",
            "  ./rds-restore status eeeeeeeeee",
            "dddddddddd  rm-bp1abcdefghijklmn  被终止       -             12 分钟  1.37 CNY",
            "查看详情：./rds-restore status ID（第一列）；已结束的用 report ID")
        .allMatch(line -> DisplayWidth.of(line) <= TERMINAL);
    assertThat(Stream.of("费用", "1.37").map(last -> columnOf(last, lines))).containsOnly(70);
  }

  private static int columnOf(String cell, List<String> lines) {
    String line = lines.stream().filter(each -> each.contains(cell)).findFirst().orElseThrow();
    return DisplayWidth.of(line.substring(0, line.indexOf(cell)));
  }

  private static RestoreLine listed(
      String restoreId, String state, String phase, String waitingFor, Instant now, Instant ended) {
    Instant before = Instant.parse("2026-11-22T08:47:30Z");
    return new RestoreLine(
        restoreId,
        "restore/rm-bp1abcdefghijklmn",
        "run",
        "rm-bp1abcdefghijklmn",
        "cn-hangzhou",
        state,
        phase,
        waitingFor,
        now == null ? null : before,
        before,
        ended == null ? null : before,
        new Cost(new BigDecimal("1.37"), "CNY", "basis"),
        null);
  }

  @Test
  void aHandoverIsChineseAndKeepsItsColumnsAndCommands() {
    Handover handover =
        Handover.of(
            Executions.withoutWorker(
                Map.of(
                    "restoreId", "kmpz4hx7sx",
                    "phase", "PRECHECKING",
                    "waitingFor", "precheck-1",
                    "account", "rr_kmpz4hx7sx",
                    "cloneId", "rm-clone01",
                    "cloneSince", "2026-11-22T09:00:00Z",
                    "dtsJobId", "job01")),
            "cn-hangzhou",
            null);

    assertThat(HandoverText.lines(handover).stream().map(CHINESE::line))
        .startsWith(
            "restore/rm-primary01：如何手工完成（没有 Worker 答复：取自 Temporal 的 memo）",
            "  恢复           kmpz4hx7sx",
            "  地域           cn-hangzhou",
            "  主实例         rm-primary01",
            "  阶段           PRECHECKING",
            "  等待于         precheck-1",
            "  恢复什么、恢复到何时，写在请求里：",
            "    temporal workflow show --workflow-id restore/rm-primary01",
            "  克隆实例       rm-clone01，正在计费",
            "  DTS 任务       job01",
            "  账号           rr_kmpz4hx7sx",
            "  白名单         分组 rds_restore")
        .contains(
            "  已做   克隆实例 rm-clone01：等到它运行；其上设同样的白名单分组和账号",
            "  现在   DTS 控制台：预检查；查看未通过的项并修复，重新检查直到通过",
            "  待做   用下面的命令删除临时资源",
            "    aliyun rds DeleteDBInstance --RegionId cn-hangzhou --DBInstanceId rm-clone01")
        .noneMatch(ChineseTextTest::isEnglish);
  }

  @Test
  void aPlanFitsIntoTheTerminal() {
    List<String> lines =
        new PlanText(new Times(ZoneOffset.UTC), CHINESE).lines(SamplePlan.plan(), Engine.MYSQL);

    assertThat(lines).allMatch(line -> DisplayWidth.of(line) <= TERMINAL);
    assertThat(lines).contains("检查", "没有已知的问题阻止本次恢复；1 个警告。");
    assertThat(lines.stream().filter(line -> line.startsWith("警告")))
        .allMatch(line -> DisplayWidth.of(line.substring(0, line.indexOf("account.rights"))) == 13);
    assertThat(lines).filteredOn(line -> line.startsWith("未检查       ")).isNotEmpty();
  }

  @Test
  void aDoctorsTableFits() {
    List<String> lines =
        DoctorText.lines(
            List.of(
                new Finding(
                    "rds:DescribeBackups",
                    Finding.State.OK,
                    "it takes an RDS instance in the region; name one with --instance"),
                new Finding(
                    "role of DTS",
                    Finding.State.NOT_CHECKABLE,
                    "it changes something: only a restore tells")),
            CHINESE);

    assertThat(lines).allMatch(line -> DisplayWidth.of(line) <= TERMINAL);
    assertThat(lines).anyMatch(line -> line.startsWith("正常           rds:DescribeBackups"));
  }

  @Test
  void aFullStopNeverBeginsALine() {
    TextTable table = new TextTable(CHINESE);
    table.row(
        "plan",
        12,
        "the restore stops, removes what it has made and reports; ".repeat(9)
            + "the plan is made anew");

    assertThat(table.lines()).hasSizeGreaterThan(3);
    assertThat(table.lines().stream().map(String::strip))
        .noneMatch(line -> line.matches("^[，。；：].*"));
  }

  static Stream<List<String>> commands() {
    return Stream.concat(
        Stream.of(List.<String>of()),
        RdsRestore.commandLine().getSubcommands().keySet().stream()
            .filter(name -> !Set.of("help", "demo", "sandbox").contains(name))
            .map(List::of));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpIsChinese(List<String> command) {
    StringWriter out = new StringWriter();
    String[] arguments =
        Stream.concat(command.stream(), Stream.of("--help", "--language", "zh"))
            .toArray(String[]::new);

    int exit = RdsRestore.commandLine().setOut(new PrintWriter(out)).execute(arguments);

    assertThat(exit).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).startsWith("用法：");
    assertThat(out.toString().lines().skip(1).filter(ChineseTextTest::isEnglish)).isEmpty();
  }

  /** Two words of prose in a row; commands and what stands in quotes may hold them. */
  private static boolean isEnglish(String line) {
    String prose =
        line.replaceAll("`[^`]*`|<\\([^)]*\\)|<[^>]*>|\\[[^\\]]*\\]|'[^']*'|\"[^\"]*\"", "")
            .replaceAll(
                "^\\s*(?:[A-Z]+=\\S+ )*(?:./)?(?:用法|generate-request|rds-restore|temporal|aliyun|--\\S+) .*?(?=  |$)",
                "");
    return PROSE.matcher(prose).find();
  }

  @Test
  void complaintsAreChineseWhateverIsWrong() {
    assertThat(err("--language", "zh", "status"))
        .containsExactly("缺少必需的参数：'ID'", "请看 'rds-restore status --help'。");
    assertThat(err("status", "rm-1", "--langauge=zh", "--language=zh"))
        .first()
        .asString()
        .startsWith("未知选项：'--langauge=zh'");
    assertThat(err("list", "--limit", "many", "--language", "zh"))
        .first()
        .asString()
        .contains("不是整数");
    assertThat(err("--language", "fr", "list"))
        .first()
        .asString()
        .contains("it is en or zh, not 'fr'");
    assertThat(err("plan", "-f", "/nowhere.json", "--language", "zh"))
        .containsExactly("文件 /nowhere.json 不存在。");
  }

  @Test
  void whatBecameOfADecisionIsChinese() {
    StringWriter out = new StringWriter();
    CommandLine all =
        RdsRestore.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(new StringWriter()));
    all.execute("retry", "rm-primary01", "--address", "127.0.0.1:1", "--language", "zh");
    CommandSpec retry = all.getSubcommands().get("retry").getCommandSpec();
    DecisionOptions options = (DecisionOptions) retry.mixins().get("decision").userObject();

    options.tell(new DecisionAnswer(true, "precheck-1", "the precheck runs again"), null);

    assertThat(out).hasToString("已接受（决策点 precheck-1）：再次运行预检查" + System.lineSeparator());
  }

  private static List<String> err(String... arguments) {
    StringWriter err = new StringWriter();
    CommandLine all = RdsRestore.commandLine().setErr(new PrintWriter(err));
    assertThat(all.execute(arguments)).isNotEqualTo(ExitCode.DONE);
    return err.toString().lines().toList();
  }

  /** Somebody pastes the smallest request out of {@code start --help}. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "  {\"regionId\": \"cn-hangzhou\", \"instanceId\": \"rm-primary01\",",
        "   \"objects\": [{\"database\": \"shop\", \"tables\": [\"orders\"]}],",
        "   \"requestedBy\": \"ana\", \"reason\": \"INC-4711: orders lost their status\"}"
      })
  void jsonStaysAsItIs(String line) {
    assertThat(new Speaker(Language.ZH).line(line)).isEqualTo(line);
  }
}
