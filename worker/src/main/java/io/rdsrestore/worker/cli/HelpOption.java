package io.rdsrestore.worker.cli;

import picocli.CommandLine.Option;

/** What every command has. */
public final class HelpOption {
  @SuppressWarnings("UnusedVariable") // picocli sees to it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  private boolean help;
}
