package io.rdsrestore.worker.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.temporal.TemporalConnection;
import io.rdsrestore.workflows.RestoreContract;
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
  private static final String KEPT_BY_PEOPLE =
      "A clone that somebody kept by abort --keep-clone has no end to extend: it stays until it is deleted; ./rds-restore sweep shows it.";

  private static final String NOTHING_TO_UNDO =
      "A restore that has ended is taken back only if its request said undoFor, and for so long; its report has the SQL: ./rds-restore report.";

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

  private final Person person;

  public DecisionOptions() {
    this(Person.atTheTerminal());
  }

  DecisionOptions(Person person) {
    this.person = person;
    this.restore = new RestoreParameter(person);
  }

  /** Whether somebody can be asked for what is missing. */
  boolean canAsk() {
    return questions().canAsk();
  }

  private Questions questions() {
    return new Questions(person, output.in(command));
  }

  /** Sends it and prints the answer. */
  void decide(Action action) throws InterruptedException {
    decide(Decision.builder(action));
  }

  /** As {@link #decide(Action)}, for one that says more than its action. */
  void decide(DecisionBuilder said) throws InterruptedException {
    decide(said, Completion.NOTHING);
  }

  /** As {@link #decide(DecisionBuilder)}, for one that may lack something. */
  void decide(DecisionBuilder said, Completion completion) throws InterruptedException {
    decide(said, completion, temporal -> read(temporal, restore.findRunning(temporal, output)));
  }

  /** As {@link #decide(DecisionBuilder)}, about a clone that outlives its restore. */
  void decideAboutKept(DecisionBuilder said) throws InterruptedException {
    if (gate != null) {
      throw new UserError(ExitCode.USAGE, "A kept clone has no gate to name: leave --gate out.");
    }
    decide(said, Completion.NOTHING, temporal -> kept(temporal, KEPT_BY_PEOPLE));
  }

  /** As {@link #decide(DecisionBuilder)}; of a restore that has ended, about what it has kept. */
  void decideAlsoAboutEnded(DecisionBuilder said) throws InterruptedException {
    decide(
        said,
        Completion.NOTHING,
        temporal -> {
          Meant meant = read(temporal, restore.findRunning(temporal, output));
          Meant running = meant.execution().isRunning() ? meant : kept(temporal, NOTHING_TO_UNDO);
          if (gate != null && !RestoreContract.isRestore(running.execution().workflowId())) {
            throw new UserError(
                ExitCode.USAGE,
                "The restore has ended, and %s with it: leave --gate out.".formatted(gate));
          }
          return running;
        });
  }

  /** The restore that a decision is about, as it is now. */
  private record Meant(FoundRestore found, Execution execution) {}

  private Meant kept(TemporalConnection temporal, String ifNone) {
    return read(temporal, restore.findKept(temporal, output, ifNone));
  }

  private Meant read(TemporalConnection temporal, FoundRestore found) {
    return new Meant(found, restore.reader(temporal, found).read());
  }

  private void decide(
      DecisionBuilder said, Completion completion, Function<TemporalConnection, Meant> about)
      throws InterruptedException {
    restore.require(output.in(command));
    try (TemporalConnection temporal = connection.connect()) {
      Meant meant = about.apply(temporal);
      Action action = said.build().action();
      String chosen = GateChoice.of(action, gate, meant.execution());
      Asked asked =
          new Asked(meant.execution(), GateChoice.open(chosen, meant.execution()), questions());
      completion.complete(said, asked);
      Decision decision =
          said.gate(chosen)
              .actor(actor)
              .comment(comment)
              .id(UUID.randomUUID().toString())
              .acknowledge(accepted(said.build(), asked))
              .build();
      tell(new DecisionSender(meant.found().stub()).send(decision), meant.found().meant());
    }
  }

  private List<String> accepted(Decision decision, Asked asked) {
    if (decision.items() != null && asked.gate() != null) {
      GateChoice.checkItems(decision.items(), asked.gate());
    }
    return asked
        .choice(decision.action())
        .map(
            choice ->
                Danger.accepted(
                    acknowledge,
                    asked.gate(),
                    choice,
                    Lists.of(decision.items()),
                    asked.questions()))
        .orElse(acknowledge);
  }

  /** Who has shortened the id is told which restore it was. */
  void tell(DecisionAnswer answer, String meant) {
    if (output.in(command).isJson()) {
      ObjectNode json = RestoreJson.mapper().valueToTree(answer);
      output.json(meant == null ? json : json.put("restore", meant));
    } else {
      output.line(
          Seam.colon(
              "Accepted%s%s"
                  .formatted(
                      answer.gate() == null ? "" : " at " + answer.gate(),
                      meant == null ? "" : " for " + meant),
              answer.follows()));
    }
  }
}
