package io.rdsrestore.worker.cli;

import io.rdsrestore.activities.database.DatabaseDiff;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.temporal.TemporalConnection;
import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells which rows differ between what was restored beside and what is there. Reads only. */
@Command(
    name = "diff",
    description = {
      "Tells row by row what differs between a restored database and the current one.",
      "Rows only in the one, only in the other, and changed ones, by their keys. Of a restore that has",
      "put its data beside the original, name the restore and the primary; or name two databases. It",
      "only reads, and no more than a part of a table is ever held. Keys and values are data: they go",
      "to the standard output alone."
    },
    footer = {
      "",
      "Exit codes: 0 equal; 1 different, not all could be compared, or a server could not be"
          + " asked;",
      "2 wrong usage.",
      "",
      "Examples:",
      "  PASSWORD=... rds-restore diff rm-primary01 \\",
      "      --primary rm-primary01.mysql.rds.aliyuncs.com:3306 \\",
      "      --user checker --password-ref env:PASSWORD",
      "  PASSWORD=... rds-restore diff --restored 10.0.0.5:3306/shop_restored_202611221615 \\",
      "      --current 10.0.0.5:3306/shop --tables orders,customers \\",
      "      --user checker --password-ref env:PASSWORD --values --format csv > differences.csv"
    })
public final class DiffCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ID",
      description = "The restore: instance id, workflow id or restore id.")
  private String restore;

  @Option(
      names = "--primary",
      paramLabel = "HOST:PORT",
      description = "With ID: the primary's own address.")
  private String primary;

  @Option(
      names = "--restored",
      paramLabel = "HOST:PORT/DB",
      description = "Without ID: the restored database.")
  private String restored;

  @Option(
      names = "--current",
      paramLabel = "HOST:PORT/DB",
      description = "Without ID: the current database; both may be on one server.")
  private String current;

  @Option(
      names = "--user",
      required = true,
      paramLabel = "NAME",
      description = "Account on the servers; it needs SELECT.")
  private String user;

  @Option(
      names = {"--tables", "--table"},
      paramLabel = "NAME",
      split = ",",
      description = "Compare only these tables; can be given more than once.")
  private List<String> tables = List.of();

  @Option(
      names = "--values",
      description = "Also tell the values of changed rows, of the columns that differ.")
  private boolean values;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Rows that text and JSON tell of each table (default: 20); CSV tells all.")
  private int limit;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text (default), json or csv.")
  private String format;

  @Option(
      names = "--max-load",
      paramLabel = "N",
      defaultValue = "25",
      description =
          "Begin no read while more threads of the current server run a statement"
              + " (Threads_running; default: 25).")
  private int maxLoad;

  @Spec private CommandSpec spec;
  @Mixin private DatabaseReach reach;
  @Mixin private OutputOptions output;
  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() {
    check(limit >= 0, "--limit must be at least 0.");
    check(maxLoad >= 1, "--max-load must be at least 1.");
    check(
        restore == null
            ? restored != null && current != null && primary == null
            : primary != null && restored == null && current == null,
        "Name a restore and --primary, or --restored and --current.");
    DiffFormat how = format();
    return restore == null ? ofDatabases(how) : ofRestore(how);
  }

  private void refuseSqlServer(DatabaseOption address) {
    if (reach.engine(address) == Engine.SQL_SERVER) {
      throw new UserError(
          ExitCode.FAILED,
          "diff is not for SQL Server. rds-restore verify tells which tables differ; for the rows run"
              + " there: SELECT * FROM [restored].[dbo].[TABLE] EXCEPT SELECT * FROM [current].[dbo].[TABLE];"
              + " and the same the other way round.");
    }
  }

  private int ofDatabases(DiffFormat how) {
    DatabaseOption from = DatabaseOption.parse(spec, "--restored", restored);
    DatabaseOption to = DatabaseOption.parse(spec, "--current", current);
    refuseSqlServer(from);
    return compare(how, from, to, List.of(from.with(to, tables)), true);
  }

  private int ofRestore(DiffFormat how) {
    // The database's name is of no account here: an address alone is asked for.
    check(primary.indexOf('/') < 0, "--primary must be HOST:PORT, without a database.");
    DatabaseOption address = DatabaseOption.parse(spec, "--primary", primary + "/any");
    refuseSqlServer(address);
    List<ObjectTarget> beside = RestoredBeside.of(objects());
    if (beside.isEmpty()) {
      throw new UserError(
          ExitCode.FAILED,
          "Nothing of %s is beside its original, so there is nothing to compare."
              .formatted(restore));
    }
    List<ObjectTarget> chosen = RestoredBeside.only(beside, tables);
    check(!chosen.isEmpty(), "--tables names nothing that was restored beside.");
    return compare(how, address, address, chosen, false);
  }

  private List<ObjectTarget> objects() {
    try (TemporalConnection temporal = connection.connect()) {
      Execution execution =
          new ExecutionReader(
                  new Restores(temporal.client())
                      .find(
                          restore, new WhichRestore(new Questions(Person.atTheTerminal(), output)))
                      .stub(),
                  restore,
                  temporal.client().getOptions().getDataConverter())
              .read();
      if (execution.report() != null) {
        return Lists.of(execution.report().objects());
      }
      if (execution.status() != null && execution.status().plan() != null) {
        return Lists.of(execution.status().plan().objects());
      }
      throw new UserError(
          ExitCode.FAILED,
          "%s does not say yet what goes where: ./rds-restore status %s says where it is."
              .formatted(execution.workflowId(), restore));
    }
  }

  private int compare(
      DiffFormat how,
      DatabaseOption from,
      DatabaseOption to,
      List<ObjectTarget> objects,
      boolean alsoNew) {
    DiffOutput found =
        new DiffOutput(
            spec.commandLine().getOut(), spec.commandLine().getErr(), how, values, limit);
    DatabaseDiff diff =
        new DatabaseDiff(
            reach.settings(from, to),
            new DatabaseDiff.Options(maxLoad, DatabaseDiff.Options.standard().largestChunk()),
            found);
    try {
      for (ObjectTarget object : objects) {
        diff.compare(reach.login(from, user), reach.login(to, user), object, alsoNew);
      }
    } catch (ApplicationFailure e) {
      throw new UserError(ExitCode.FAILED, e.getOriginalMessage(), e);
    }
    if (how == DiffFormat.JSON) {
      output.json(found.answer());
    }
    return found.isEqual() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private DiffFormat format() {
    if (format == null) {
      return output.isJson() ? DiffFormat.JSON : DiffFormat.TEXT;
    }
    DiffFormat how =
        switch (format) {
          case "text" -> DiffFormat.TEXT;
          case "json" -> DiffFormat.JSON;
          case "csv" -> DiffFormat.CSV;
          default ->
              throw new ParameterException(
                  spec.commandLine(), "--format must be text, json or csv.");
        };
    check(!output.isJson() || how == DiffFormat.JSON, "--json and --format contradict each other.");
    return how;
  }

  private void check(boolean right, String otherwise) {
    if (!right) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }
}
