package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.temporal.TemporalConnection;
import io.rdsrestore.workflows.RestoreContract;
import io.temporal.common.SearchAttributes;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a person needs to finish a restore in the console. */
@Command(
    name = "handover",
    description = {
      "Says all that is needed to finish a restore by hand in the console.",
      "Ids, names, what is done, what is to be done, what costs and how to remove it. Works while no",
      "worker runs. It changes nothing, and knows no passwords."
    },
    footer = {
      "",
      "Examples:",
      "  rds-restore handover rm-primary01",
      "  rds-restore handover rm-primary01 --json"
    })
public final class HandoverCommand implements Runnable {
  @Mixin private RestoreParameter restore;
  @Mixin private OutputOptions output;
  @Mixin private ConnectionOptions connection;

  @Override
  public void run() {
    restore.require(output);
    try (TemporalConnection temporal = connection.connect()) {
      FoundRestore found = restore.find(temporal, output);
      Execution execution = restore.reader(temporal, found).read();
      Optional<String> nothing = nothingToFinish(execution);
      if (nothing.isPresent()) {
        throw new UserError(ExitCode.FAILED, nothing.get());
      }
      SearchAttributes shown = found.stub().describe().getTypedSearchAttributes();
      Handover handover =
          Handover.of(
              execution, shown.get(RestoreContract.REGION), shown.get(RestoreContract.INSTANCE));
      if (output.isJson()) {
        output.json(handover);
      } else {
        output.lines(HandoverText.lines(handover));
      }
    }
  }

  /** Why a restore needs no hand any more; empty if it does. */
  static Optional<String> nothingToFinish(Execution execution) {
    if (execution.wasRefused()) {
      return Optional.of(
          "%s was refused: nothing was changed or bought, so there is nothing to finish by hand: ./rds-restore report %s says why."
              .formatted(execution.workflowId(), Handle.of(execution)));
    }
    return Optional.ofNullable(execution.report())
        .map(
            report ->
                "%s has ended, there is nothing to finish: ./rds-restore report %s says what is left."
                    .formatted(execution.workflowId(), report.restoreId()));
  }
}
