package io.rdsrestore.worker.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The script that lets a shell complete commands and options. */
@Command(
    name = "completion",
    description = "Prints a script for bash or zsh that completes commands and options.",
    footer = {
      "",
      "Examples:",
      "  source <(./rds-restore completion bash)   # for this shell; in ~/.bashrc for all",
      "  source <(./rds-restore completion zsh)"
    })
public final class CompletionCommand implements Runnable {
  /** The shells it is for. One script serves both: it loads what zsh needs by itself. */
  enum Shell {
    bash,
    zsh
  }

  @SuppressWarnings("UnusedVariable") // picocli sees to it
  @Mixin
  private HelpOption help;

  @SuppressWarnings("UnusedVariable") // picocli checks it
  @Parameters(index = "0", paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
  private Shell shell;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    CommandSpec root = spec.root();
    root.commandLine().getOut().print(AutoComplete.bash(root.name(), root.commandLine()));
    root.commandLine().getOut().flush();
  }
}
