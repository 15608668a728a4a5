package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stands in the help; the launcher runs it from a module that production images lack. */
@Command(
    name = "demo",
    description =
        "Plays an accident and the restore from it, on local servers: the first thing to try.")
public final class DemoCommand implements Runnable {
  @Parameters(hidden = true)
  private List<String> ignored;

  @Override
  public void run() {
    throw new UserError(
        ExitCode.USAGE,
        "`demo` is not part of the worker: run it in the project's folder as ./rds-restore demo.");
  }
}
