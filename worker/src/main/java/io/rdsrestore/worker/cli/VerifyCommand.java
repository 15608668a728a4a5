package io.rdsrestore.worker.cli;

import io.rdsrestore.activities.database.DatabaseComparison;
import io.rdsrestore.activities.sqlserver.SqlServerComparison;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.request.VerifyMode;
import io.rdsrestore.workflows.verify.VerifyAnswer;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares two databases. Reads only. */
@Command(
    name = "verify",
    description = {
      "Compares two databases, on two servers or one.",
      "Structure, numbers of rows, checksums of all rows, views, triggers, routines and events. It only",
      "reads, no read lasts longer than 25 seconds, and none begins while the target's server has more",
      "to do than --max-load. Rows that differ are looked at again before they count.",
      "SQL Server: columns, numbers of rows and CHECKSUM_AGG, which is weak: equal is likely, not",
      "proved; --parallel and --max-load are of no account."
    },
    footer = {
      "",
      "Exit codes: 0 equal; 1 different, not all could be compared, or a server could not be"
          + " asked;",
      "2 wrong usage.",
      "",
      "Examples:",
      "  PASSWORD=... rds-restore verify --source rm-clone.mysql.rds.aliyuncs.com:3306/shop \\",
      "      --target rm-primary01.mysql.rds.aliyuncs.com:3306/shop_restored_202611221615 \\",
      "      --user checker --password-ref env:PASSWORD --json"
    })
public final class VerifyCommand implements Callable<Integer> {
  @SuppressWarnings("UnusedVariable") // picocli sees to it
  @Mixin
  private HelpOption help;

  @Option(
      names = "--source",
      required = true,
      paramLabel = "HOST:PORT/DB",
      description = "The database as it should be.")
  private String source;

  @Option(
      names = "--target",
      required = true,
      paramLabel = "HOST:PORT/DB",
      description =
          "The copy. An instance's own address, never one that splits reads and writes: that may"
              + " answer from a replica.")
  private String target;

  @Option(
      names = "--user",
      required = true,
      paramLabel = "NAME",
      description = "Account on both servers; it needs SELECT, SHOW VIEW, TRIGGER and EVENT.")
  private String user;

  @Option(
      names = "--target-user",
      paramLabel = "NAME",
      description = "Account on the target if it is another one.")
  private String targetUser;

  @Option(
      names = "--target-password-ref",
      paramLabel = "REF",
      description = "Its password, if that is another one.")
  private String targetPasswordRef;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      split = ",",
      description = "Compare only these tables and their triggers; can be given more than once.")
  private List<String> tables = List.of();

  @Option(
      names = "--rows",
      paramLabel = "HOW",
      defaultValue = "checksum",
      description =
          "How rows are compared: checksum (default), counts or none. counts does not see changed"
              + " rows.")
  private String rows;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      defaultValue = "2",
      description = "Tables, or parts of tables, that are compared side by side (default: 2).")
  private int parallel;

  @Option(
      names = "--max-load",
      paramLabel = "N",
      defaultValue = "25",
      description =
          "Begin no read while more threads of the target's server run a statement"
              + " (Threads_running; default: 25).")
  private int maxLoad;

  @Option(
      names = "--sample-every",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Compare every nth part of a table and only count the others; the answer says how likely"
              + " a changed row was missed (default: 1, all).")
  private int sampleEvery;

  @Option(
      names = "--show-keys",
      description = "Print the keys of rows that differ, the first 100. Keys are data.")
  private boolean showKeys;

  @Spec private CommandSpec spec;
  @Mixin private DatabaseReach reach;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    DatabaseOption from = DatabaseOption.parse(spec, "--source", source);
    DatabaseOption to = DatabaseOption.parse(spec, "--target", target);
    check(parallel >= 1, "--parallel must be at least 1.");
    check(maxLoad >= 1, "--max-load must be at least 1.");
    check(sampleEvery >= 1, "--sample-every must be at least 1.");
    VerifyListener listener = new VerifyListener(spec.commandLine().getErr(), showKeys);
    VerifyAnswer answer = VerifyAnswer.of(compare(from, to, listener));
    if (output.isJson()) {
      output.json(answer);
    } else {
      output.lines(VerifyText.lines(answer));
    }
    return answer.verdict() == VerifyAnswer.Verdict.EQUAL ? ExitCode.DONE : ExitCode.FAILED;
  }

  private List<TableComparison> compare(
      DatabaseOption from, DatabaseOption to, VerifyListener listener) {
    try {
      if (reach.engine(from) == Engine.SQL_SERVER) {
        return sqlServer(from, to);
      }
      return new DatabaseComparison(
              reach.settings(from, to),
              new DatabaseComparison.Options(
                  mode(), parallel, maxLoad, sampleEvery, Duration.ofSeconds(1)),
              listener)
          .compare(
              reach.login(from, user),
              reach.login(to, targetUser == null ? user : targetUser, targetPasswordRef),
              from.with(to, tables));
    } catch (ApplicationFailure e) {
      throw new UserError(ExitCode.FAILED, e.getOriginalMessage(), e);
    }
  }

  private List<TableComparison> sqlServer(DatabaseOption from, DatabaseOption to) {
    check(
        sampleEvery == 1 && !showKeys && mode() != VerifyMode.NONE,
        "--sample-every, --show-keys and --rows none are not for SQL Server.");
    return new SqlServerComparison(reach.settings(from, to))
        .compare(
            reach.login(from, user),
            reach.login(to, targetUser == null ? user : targetUser, targetPasswordRef),
            from.with(to, tables),
            mode());
  }

  private VerifyMode mode() {
    return switch (rows.toLowerCase(Locale.ROOT)) {
      case "checksum" -> VerifyMode.CHECKSUM;
      case "counts" -> VerifyMode.COUNTS;
      case "none" -> VerifyMode.NONE;
      default ->
          throw new ParameterException(
              spec.commandLine(), "--rows must be checksum, counts or none.");
    };
  }

  private void check(boolean right, String otherwise) {
    if (!right) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }
}
