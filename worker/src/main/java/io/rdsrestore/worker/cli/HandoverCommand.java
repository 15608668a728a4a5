package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.temporal.TemporalConnection;
import io.rdsrestore.workflows.RestoreContract;
import io.temporal.common.SearchAttributes;
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
      if (execution.report() != null) {
        throw new UserError(
            ExitCode.FAILED,
            "%s has ended, there is nothing to finish: ./rds-restore report %s says what is left."
                .formatted(execution.workflowId(), execution.report().restoreId()));
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
}
