package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.activities.doctor.Finding;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.RdsRestore;
import io.rdsrestore.workflows.language.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

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
  void aListKeepsNamesAsTheyAre() {
    String format = "%-10s  %-20s  %-11s  %-12s  %-12s  %s";
    String heading =
        CHINESE.line(
            format.formatted("RESTORE", "INSTANCE", "RUN", "PHASE", "WAITS FOR", "STARTED"));
    String row =
        CHINESE.line(
            format.formatted("kmpz4hx7sx", "table", "running", "PRECHECKING", "precheck", "2026"));

    assertThat(heading)
        .isEqualTo("恢复        实例                  运行         阶段          在等          开始");
    assertThat(row).contains("运行中  ", "  precheck  ");
    assertThat(DisplayWidth.of(heading.substring(0, heading.indexOf("开始"))))
        .isEqualTo(DisplayWidth.of(row.substring(0, row.indexOf("2026"))));
  }

  @Test
  void aPlanFitsIntoTheTerminal() {
    List<String> lines = new PlanText(new Times(ZoneOffset.UTC), CHINESE).lines(SamplePlan.plan());

    assertThat(lines).allMatch(line -> DisplayWidth.of(line) <= TERMINAL);
    assertThat(lines).contains("检查", "没有已知的问题阻止本次恢复；1 个警告。");
    assertThat(lines.stream().filter(line -> line.startsWith("警告")))
        .allMatch(line -> DisplayWidth.of(line.substring(0, line.indexOf("account.rights"))) == 12);
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
                "^\\s*(?:[A-Z]+=\\S+ )*(?:./)?(?:用法|generate-request|rds-restore|temporal|--\\S+) .*?(?=  |$)",
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

  private static List<String> err(String... arguments) {
    StringWriter err = new StringWriter();
    CommandLine all = RdsRestore.commandLine().setErr(new PrintWriter(err));
    assertThat(all.execute(arguments)).isNotEqualTo(ExitCode.DONE);
    return err.toString().lines().toList();
  }
}
