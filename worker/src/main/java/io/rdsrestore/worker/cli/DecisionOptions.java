package io.rdsrestore.worker.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.temporal.TemporalConnection;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.DecisionAnswer;
import io.rdsrestore.workflows.decision.DecisionBuilder;
import io.rdsrestore.workflows.json.RestoreJson;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every decision has: the restore, its gate, who decides and why. */
public final class DecisionOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private RestoreParameter restore;

  @Option(
      names = "--gate",
      paramLabel = "GATE",
      description = "The gate it is for, for example precheck-2 (default: the open one).")
  private String gate;

  @Option(
      names = "--actor",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who decides; kept with the decision (default: ${DEFAULT-VALUE}).")
  private String actor;

  @Option(
      names = "--comment",
      paramLabel = "TEXT",
      description = "Why; kept with the decision and in the report.")
  private String comment;

  @Option(
      names = "--acknowledge",
      paramLabel = "NAME",
      split = ",",
      description = "A danger that is accepted by name, for example keepExisting or noBackup.")
  private List<String> acknowledge;

  @Mixin private OutputOptions output;
  @Mixin private ConnectionOptions connection;

  /** Sends it and prints the answer. */
  void decide(Action action) throws InterruptedException {
    decide(Decision.builder(action));
  }

  /** As {@link #decide(Action)}, for one that says more than its action. */
  void decide(DecisionBuilder said) throws InterruptedException {
    decide(said, restore::find);
  }

  /** As {@link #decide(DecisionBuilder)}, about a clone that outlives its restore. */
  void decideAboutKept(DecisionBuilder said) throws InterruptedException {
    if (gate != null) {
      throw new UserError(ExitCode.USAGE, "A kept clone has no gate to name: leave --gate out.");
    }
    decide(said, restore::findKept);
  }

  /** As {@link #decide(DecisionBuilder)}; of a restore that has ended, about what it has kept. */
  void decideAlsoAboutEnded(DecisionBuilder said) throws InterruptedException {
    decide(
        said,
        temporal -> {
          FoundRestore found = restore.find(temporal);
          return restore.reader(temporal, found.stub()).read().isRunning()
              ? found
              : restore.findKept(temporal);
        });
  }

  private void decide(DecisionBuilder said, Function<TemporalConnection, FoundRestore> meant)
      throws InterruptedException {
    Decision details = said.build();
    try (TemporalConnection temporal = connection.connect()) {
      FoundRestore found = meant.apply(temporal);
      Execution execution = restore.reader(temporal, found.stub()).read();
      String chosen = GateChoice.of(details.action(), gate, execution);
      if (details.items() != null && execution.isWaitingForPerson()) {
        GateChoice.checkItems(details.items(), execution.status().waitingFor());
      }
      Decision decision =
          said.gate(chosen)
              .actor(actor)
              .comment(comment)
              .id(UUID.randomUUID().toString())
              .acknowledge(acknowledge)
              .build();
      tell(new DecisionSender(found.stub()).send(decision), found.meant());
    }
  }

  /** Who has shortened the id is told which restore it was. */
  void tell(DecisionAnswer answer, String meant) {
    output.in(command);
    if (output.isJson()) {
      ObjectNode json = RestoreJson.mapper().valueToTree(answer);
      output.json(meant == null ? json : json.put("restore", meant));
    } else {
      output.line(
          "Accepted%s%s: %s"
              .formatted(
                  answer.gate() == null ? "" : " at " + answer.gate(),
                  meant == null ? "" : " of " + meant,
                  answer.follows()));
    }
  }
}
