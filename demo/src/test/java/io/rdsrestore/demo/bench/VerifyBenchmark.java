package io.rdsrestore.demo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.demo.bench.BenchServers.Answers;
import io.rdsrestore.sandbox.dataplane.DatabaseProgram;
import io.rdsrestore.worker.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code verify} and {@code diff} of a large table, beside other ways to compare it. All are
 * measured in one run, in turn, and only their ratios count.
 */
@Tag("alone")
class VerifyBenchmark {
  private static final long ROWS = Long.getLong("bench.rows", 5_000_000);
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
  private static final int DIFFERENCES = 100;
  private static final Path FILE = Path.of("target", "verify-benchmark.txt");
  private static final double MIB = 1 << 20;

  private static final String VERIFY = "rds-restore verify";
  private static final String DIFF = "rds-restore diff, %d differences".formatted(DIFFERENCES);
  private static final String BY_HAND = "its SQL by hand, on both servers at once";
  private static final String BY_HAND_PLAIN = "the same without LIMIT";
  private static final String CHECKSUM_TABLE = "(a) CHECKSUM TABLE, on both servers at once";
  private static final String DATA_DIFF = "(b) data-diff";
  private static final String TABLE_SYNC = "(c) pt-table-sync --print";
  private static final String PULLED = "(d) all rows pulled through JDBC";

  private static final ForeignTool DATA_DIFF_TOOL =
      ForeignTool.find("data-diff", "RDS_RESTORE_DATA_DIFF");
  private static final ForeignTool TABLE_SYNC_TOOL =
      ForeignTool.find("pt-table-sync", "RDS_RESTORE_PT_TABLE_SYNC");

  private final BenchTable table = new BenchTable("bench", ROWS);
  private final BenchTable changed = new BenchTable("bench_changed", ROWS);
  private final BenchTable tenth = new BenchTable("bench_tenth", ROWS / 10);
  private final Laps laps = new Laps();
  private final Goals goals = new Goals();
  private final List<String> report = new ArrayList<>();

  @Test
  @Timeout(value = 3, unit = TimeUnit.HOURS)
  void comparesAsFastAsItsGoalsDemand(@TempDir Path work) throws IOException {
    try (BenchServers servers = BenchServers.start(work)) {
      fill(servers);
      Map<String, Runnable> ways = ways(servers);
      for (int round = 0; round < ROUNDS; round++) {
        // Nobody comes always first, or always after the same.
        List<String> turn = new ArrayList<>(ways.keySet());
        Collections.rotate(turn, -round);
        turn.forEach(way -> laps.time(way, ways.get(way)));
      }
      judgeTimes();
      judgeMemory(servers);
      oneByte(servers);
      report.addAll(laps.lines(VERIFY));
    } finally {
      report.addAll(goals.lines());
      report.forEach(System.out::println);
      Files.createDirectories(FILE.getParent());
      Files.write(FILE, report);
    }
    assertThat(goals.missed()).as("goals that are not met").isEmpty();
  }

  private void fill(BenchServers servers) {
    servers.together(
        server -> {
          server.run(table.statements());
          server.run(tenth.statements());
          return true;
        });
    servers.target().run(changed.statements());
    servers.target().run(changed.differences(DIFFERENCES));
    String size =
        servers
            .source()
            .rows(
                "SELECT data_length FROM information_schema.tables WHERE table_schema"
                    + " = '%s'".formatted(table.database()))
            .get(0)
            .get(0);
    report.add(
        "%,d rows, %.2f GB, on each of two servers %s; %d processors; %d rounds"
            .formatted(
                ROWS,
                Long.parseLong(size) / 1e9,
                DatabaseProgram.mariaDb().title(),
                Runtime.getRuntime().availableProcessors(),
                ROUNDS));
  }

  private Map<String, Runnable> ways(BenchServers servers) {
    HandSql hand = HandSql.overheard(servers);
    Map<String, Runnable> ways = new LinkedHashMap<>();
    ways.put(
        VERIFY,
        () -> assertThat(CommandRun.verify(servers, table).exit()).isEqualTo(ExitCode.DONE));
    ways.put(
        DIFF,
        () -> {
          CommandRun run = CommandRun.diff(servers, table, changed, "--format", "csv");
          assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.FAILED);
          assertThat(run.out().lines()).as("a header, and each").hasSize(1 + DIFFERENCES);
        });
    ways.put(BY_HAND, () -> same(servers, hand.of(table)));
    ways.put(BY_HAND_PLAIN, () -> same(servers, hand.withoutLimit(table)));
    ways.put(
        CHECKSUM_TABLE, () -> same(servers, "CHECKSUM TABLE %s EXTENDED".formatted(table.sql())));
    if (DATA_DIFF_TOOL.isThere()) {
      ways.put(DATA_DIFF, () -> assertThat(dataDiff(servers)).contains("0.00% difference score"));
    }
    if (TABLE_SYNC_TOOL.isThere()) {
      ways.put(TABLE_SYNC, () -> assertThat(tableSync(servers)).isEmpty());
    }
    ways.put(PULLED, () -> assertThat(PulledRows.compare(servers, table)).isEqualTo(ROWS));
    return ways;
  }

  private static void same(BenchServers servers, String query) {
    Answers<List<List<String>>> both = servers.together(server -> server.rows(query));
    assertThat(both.source()).isEqualTo(both.target());
  }

  /** The passwords that these two show are of servers that end with the benchmark. */
  private String dataDiff(BenchServers servers) {
    return DATA_DIFF_TOOL.run(
        List.of(
            url(servers.source()),
            BenchTable.NAME,
            url(servers.target()),
            BenchTable.NAME,
            "--key-columns",
            "id",
            "--columns",
            "%",
            "--threads",
            "2",
            "--stats"));
  }

  private String url(BenchServer server) {
    return "mysql://%s:%s@%s/%s"
        .formatted(
            server.login().user(), server.login().password(), server.address(), table.database());
  }

  private String tableSync(BenchServers servers) {
    return TABLE_SYNC_TOOL.run(List.of("--print", dsn(servers.source()), dsn(servers.target())));
  }

  private String dsn(BenchServer server) {
    return "h=%s,P=%d,u=%s,p=%s,D=%s,t=%s"
        .formatted(
            server.login().host(),
            server.login().port(),
            server.login().user(),
            server.login().password(),
            table.database(),
            BenchTable.NAME);
  }

  private void judgeTimes() {
    String faster = laps.ratio(BY_HAND, BY_HAND_PLAIN) < 1 ? BY_HAND : BY_HAND_PLAIN;
    goals.atMost("verify : by hand, the faster one", laps.ratio(VERIFY, faster), 1.2);
    if (DATA_DIFF_TOOL.isThere()) {
      goals.atMost("verify : (b) data-diff", laps.ratio(VERIFY, DATA_DIFF), 1);
    } else {
      goals.notMeasured("verify : (b) data-diff", "it is not on this machine");
    }
    if (!TABLE_SYNC_TOOL.isThere()) {
      goals.notMeasured("(c) pt-table-sync", "it is not on this machine");
    }
    goals.atLeast("(d) pulled rows : verify", laps.ratio(PULLED, VERIFY), 2);
    goals.atMost("diff : verify", laps.ratio(DIFF, VERIFY), 2);
  }

  private void judgeMemory(BenchServers servers) {
    double verify =
        LiveHeap.most(() -> CommandRun.verify(servers, table))
            - LiveHeap.most(() -> CommandRun.verify(servers, tenth));
    double diff =
        LiveHeap.most(() -> CommandRun.diff(servers, table, changed))
            - LiveHeap.most(() -> CommandRun.diff(servers, tenth, tenth));
    goals.atMost("live heap of verify, MiB more than with a tenth", verify / MIB, 128);
    goals.atMost("live heap of diff, MiB more than with a tenth", diff / MIB, 128);
  }

  /** The last, since the table is another one afterwards. */
  private void oneByte(BenchServers servers) {
    long id = 2 * (ROWS / 3 * 2 + 1);
    servers
        .target()
        .run(
            List.of(
                "UPDATE %s SET status = CONCAT(LEFT(status, 3), 'x', SUBSTR(status, 5)) WHERE id = %d"
                    .formatted(table.sql(), id)));
    laps.time(
        "rds-restore verify --show-keys, one byte changed",
        () -> {
          CommandRun run = CommandRun.verify(servers, table, "--show-keys");
          assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
          assertThat(run.err()).contains("%s: key %d differs".formatted(table.sql(), id));
        });
  }
}
