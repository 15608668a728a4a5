package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stands in the help; the launcher runs it from a module that production images lack. */
@Command(
    name = "sandbox",
    description = "A local Alibaba Cloud (RDS and DTS) with real databases, to rehearse with.")
public final class SandboxCommand implements Runnable {
  @Parameters(hidden = true)
  private List<String> ignored;

  @Override
  public void run() {
    throw new UserError(
        ExitCode.USAGE,
        "`sandbox` is not part of the worker: run it in the project's folder as ./rds-restore sandbox.");
  }
}
