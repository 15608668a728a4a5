package io.rdsrestore.worker;

import io.rdsrestore.worker.cli.AbortCommand;
import io.rdsrestore.worker.cli.ApproveCommand;
import io.rdsrestore.worker.cli.ChangeObjectsCommand;
import io.rdsrestore.worker.cli.ChangeRestorePointCommand;
import io.rdsrestore.worker.cli.CodecServerCommand;
import io.rdsrestore.worker.cli.Complaints;
import io.rdsrestore.worker.cli.CompletionCommand;
import io.rdsrestore.worker.cli.DemoCommand;
import io.rdsrestore.worker.cli.DiffCommand;
import io.rdsrestore.worker.cli.DoctorCommand;
import io.rdsrestore.worker.cli.ExtendCommand;
import io.rdsrestore.worker.cli.HandoverCommand;
import io.rdsrestore.worker.cli.LanguageChoice;
import io.rdsrestore.worker.cli.LeaveCommand;
import io.rdsrestore.worker.cli.ListCommand;
import io.rdsrestore.worker.cli.MergeCommand;
import io.rdsrestore.worker.cli.NotifyTestCommand;
import io.rdsrestore.worker.cli.PauseCommand;
import io.rdsrestore.worker.cli.PlanCommand;
import io.rdsrestore.worker.cli.PolicyCheckCommand;
import io.rdsrestore.worker.cli.ReportCommand;
import io.rdsrestore.worker.cli.ResumeCommand;
import io.rdsrestore.worker.cli.RetryCommand;
import io.rdsrestore.worker.cli.SandboxCommand;
import io.rdsrestore.worker.cli.SetupCommand;
import io.rdsrestore.worker.cli.SkipCommand;
import io.rdsrestore.worker.cli.Speaker;
import io.rdsrestore.worker.cli.SpokenHelp;
import io.rdsrestore.worker.cli.StartCommand;
import io.rdsrestore.worker.cli.StatusCommand;
import io.rdsrestore.worker.cli.SwapCommand;
import io.rdsrestore.worker.cli.SweepCommand;
import io.rdsrestore.worker.cli.UndoCommand;
import io.rdsrestore.worker.cli.VerifyCommand;
import io.rdsrestore.worker.cli.WatchCommand;
import io.rdsrestore.worker.cli.WithdrawCommand;
import io.rdsrestore.worker.cli.WorkerCommand;
import io.rdsrestore.workflows.language.Language;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line of the project. */
@Command(
    name = "rds-restore",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Brings lost data back to an Alibaba Cloud RDS primary, as a Temporal workflow.",
    subcommands = {
      DemoCommand.class,
      SandboxCommand.class,
      WorkerCommand.class,
      CodecServerCommand.class,
      SetupCommand.class,
      NotifyTestCommand.class,
      PolicyCheckCommand.class,
      DoctorCommand.class,
      PlanCommand.class,
      StartCommand.class,
      WatchCommand.class,
      StatusCommand.class,
      ListCommand.class,
      ApproveCommand.class,
      RetryCommand.class,
      LeaveCommand.class,
      UndoCommand.class,
      SwapCommand.class,
      MergeCommand.class,
      SkipCommand.class,
      ChangeObjectsCommand.class,
      ChangeRestorePointCommand.class,
      PauseCommand.class,
      ResumeCommand.class,
      WithdrawCommand.class,
      ExtendCommand.class,
      AbortCommand.class,
      ReportCommand.class,
      SweepCommand.class,
      VerifyCommand.class,
      DiffCommand.class,
      HandoverCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "A restore is named by its instance id, its restore id or its workflow id, or by an unambiguous",
      "beginning of one of the first two, with or without its rm-.",
      "",
      "Exit codes: 0 done; 1 failed or aborted; 2 wrong usage; 3 a person is waited for.",
      "",
      "Examples:",
      "  rds-restore demo                            see a lost table come back",
      "  rds-restore setup && rds-restore worker     get ready",
      "  rds-restore doctor --region cn-hangzhou     is all there that it needs?",
      "  rds-restore plan -f restore.json            what would it do, cost and change?",
      "  rds-restore start -f restore.json --watch   restore",
      "  rds-restore status rm-primary01             what does it wait for?",
      "  rds-restore approve rm-primary01            go on",
      "  rds-restore handover rm-primary01           finish it by hand in the console",
      "  rds-restore sweep                           has anything outlived its restore?",
      "  rds-restore verify --help                   are two databases equal?",
      "  rds-restore diff --help                     which rows of what was restored beside differ?"
    })
public final class RdsRestore implements Runnable, Speaker.Speaks {
  private static final int HELP_WIDTH = 100;

  /** It writes traces past our log's configuration; that a server is not there we say ourselves. */
  private static final Logger GRPC = Logger.getLogger("io.grpc");

  @Spec private CommandSpec spec;

  @SuppressWarnings("UnusedVariable") // LanguageChoice reads it, before anything is parsed
  @Option(
      names = "--language",
      paramLabel = "en|zh",
      scope = ScopeType.INHERIT,
      converter = LanguageChoice.class,
      description =
          "Speak English or Chinese (RDS_RESTORE_LANGUAGE; default: as the terminal does).")
  private Language language;

  private Speaker speaker = new Speaker(Language.EN);

  /** The whole command line, for {@link #main} and for tests. */
  public static CommandLine commandLine() {
    return commandLine(System.getenv());
  }

  /** In an environment, which may say the language. */
  static CommandLine commandLine(Map<String, String> environment) {
    Complaints complaints = new Complaints(environment);
    RdsRestore root = new RdsRestore();
    CommandLine all = new CommandLine(root);
    return all.setUsageHelpWidth(HELP_WIDTH)
        .setExecutionStrategy(
            parsed -> {
              root.speaker = new Speaker(LanguageChoice.of(parsed.expandedArgs(), environment));
              SpokenHelp.say(all, root.speaker);
              return new CommandLine.RunLast().execute(parsed);
            })
        .setExecutionExceptionHandler(complaints)
        .setParameterExceptionHandler(complaints);
  }

  public static void main(String[] args) {
    Charset encoding = OutputEncoding.choose();
    GRPC.setLevel(Level.OFF);
    System.exit(
        commandLine()
            .setOut(new PrintWriter(System.out, true, encoding))
            .setErr(new PrintWriter(System.err, true, encoding))
            .execute(args));
  }

  @Override
  public Speaker speaker() {
    return speaker;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: a command is missing.");
  }
}
