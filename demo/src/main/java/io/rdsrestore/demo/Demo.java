package io.rdsrestore.demo;

import io.rdsrestore.demo.DemoResult.LedgerSummary;
import io.rdsrestore.demo.temporal.HistoryLength;
import io.rdsrestore.demo.temporal.TemporalBinary;
import io.rdsrestore.demo.temporal.TemporalServer;
import io.rdsrestore.sandbox.DatabaseOptions;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.billing.LedgerEntry;
import io.rdsrestore.sandbox.dataplane.DatabaseProgram;
import io.rdsrestore.sandbox.dataplane.MariaDbDataPlane;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.status.TimelineEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code demo}: loses a table and brings it back, on this machine alone. */
@Command(
    name = "rds-restore demo",
    mixinStandardHelpOptions = true,
    description = {
      "Loses a table and brings it back, on this machine alone: a sandbox stands in for Alibaba"
          + " Cloud, with real database servers behind it; the workflow, the worker and the SDK"
          + " calls are the real ones.",
      "Exit code 0 only if the rows are back, verified, and nothing is left."
    },
    footer = {
      "",
      "Examples:",
      "  rds-restore demo",
      "  rds-restore demo --keep          leaves all running to play with",
      "  rds-restore demo --interactive   you decide at the gates",
      "  rds-restore demo --json          the last line is for programs",
      "  rds-restore demo --mysqld DIR    on your MySQL 5.5 or 5.6"
    })
public final class Demo implements Callable<Integer> {
  @Option(names = "--json", description = "Print the result as one line of JSON at the end.")
  private boolean json;

  @Option(names = "--keep", description = "Leave everything running at the end, until Ctrl-C.")
  private boolean keep;

  @Option(names = "--interactive", description = "Wait for your decisions at the gates.")
  private boolean interactive;

  @Mixin private DatabaseOptions server;

  @Spec private CommandSpec command;

  public static void main(String[] args) {
    System.exit(new CommandLine(new Demo()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    DatabaseProgram program = server.program(command.commandLine());
    Narrator narrator = new Narrator(System.out);
    narrator.title("rds-restore demo: a table is lost and comes back");
    Path workDir = Files.createTempDirectory("rds-restore-demo");
    try (World world = start(narrator, workDir, program)) {
      LostTableStory.Ending ending = new LostTableStory(world, narrator, interactive).play();
      DemoResult result = result(world, ending);
      tell(narrator, world, ending, result);
      if (keep) {
        stay(narrator, world);
      }
      if (json) {
        System.out.println(RestoreJson.write(result));
      }
      return result.failures().isEmpty() ? 0 : 1;
    }
  }

  private static World start(Narrator narrator, Path workDir, DatabaseProgram program) {
    narrator.chapter("A small world on this machine");
    Sandbox sandbox =
        Sandbox.builder()
            .accessKey(World.ACCESS_KEY_ID, World.ACCESS_KEY_SECRET)
            .dataPlane(MariaDbDataPlane.create(workDir, program))
            .build()
            .start();
    narrator.at(
        "Sandbox: RDS and DTS at %s, primary %s with database shop on a real server: %s"
            .formatted(sandbox.endpoint(), Sandbox.SAMPLE_PRIMARY, program.title()));
    TemporalServer temporal = TemporalServer.start();
    narrator.at(
        temporal
            .webUi()
            .map(
                ui ->
                    "Temporal: a real dev server at %s, Web UI %s"
                        .formatted(temporal.address(), ui))
            .orElse(
                "Temporal: the in-process test server at %s, without Web UI (for a real one: %s, or set %s)"
                    .formatted(
                        temporal.address(),
                        TemporalBinary.HOW_TO_GET_ONE,
                        TemporalBinary.VARIABLE)));
    World world = new World(sandbox, temporal);
    narrator.at("Worker: polls task queue " + RestoreContract.TASK_QUEUE);
    return world;
  }

  private static DemoResult result(World world, LostTableStory.Ending ending) {
    LedgerSummary ledger = ledger(world);
    List<String> failures = Expectations.failuresOf(ending, ledger);
    return new DemoResult(
        failures.isEmpty() ? "passed" : "failed",
        failures,
        ending.status().timeline().stream()
            .map(TimelineEntry::phase)
            .distinct()
            .map(Enum::name)
            .toList(),
        ending.report().decisions(),
        ending.report().verification(),
        ledger,
        world.temporal().kind(),
        HistoryLength.of(
            world
                .client()
                .fetchHistory(RestoreContract.workflowId(Sandbox.SAMPLE_PRIMARY))
                .getEvents()),
        world.sandbox().calls().counts(),
        AddedTime.seconds(
            ending.report(), world.sandbox().busy().intervals(), ending.personWaits()));
  }

  private static LedgerSummary ledger(World world) {
    List<LedgerEntry> entries = world.sandbox().ledger();
    return new LedgerSummary(
        count(entries, "clone", false),
        count(entries, "clone", true),
        count(entries, "dts", false),
        count(entries, "dts", true),
        new Shop(world.sandbox()).managedAccounts());
  }

  private static int count(List<LedgerEntry> entries, String kind, boolean leftOnly) {
    return (int)
        entries.stream()
            .filter(entry -> entry.kind().equals(kind))
            .filter(entry -> !leftOnly || entry.releasedAt() == null)
            .count();
  }

  private static void tell(
      Narrator narrator, World world, LostTableStory.Ending ending, DemoResult result) {
    narrator.chapter("The report");
    narrator.run(world.temporal().address(), "report", Sandbox.SAMPLE_PRIMARY);
    narrator.say(
        "Bought and released: %d clone, %d DTS job; left: %d and %d, accounts %d.",
        result.ledger().clonesBought(),
        result.ledger().dtsJobsBought(),
        result.ledger().clonesLeft(),
        result.ledger().dtsJobsLeft(),
        result.ledger().accountsLeft());
    narrator.say(
        "%,d rows are back, the very rows of the second before the accident.",
        ending.after().rows());
    narrator.say(
        "History: %d events; calls to the cloud: %d; added to the cloud's own time: %.1f s.",
        result.historyEvents(),
        result.apiCalls().values().stream().mapToLong(Long::longValue).sum(),
        result.addedSeconds());
    result.failures().forEach(failure -> narrator.say("FAILED: %s", failure));
    narrator.title(result.failures().isEmpty() ? "The demo passed." : "The demo FAILED.");
  }

  private static void stay(Narrator narrator, World world) throws InterruptedException {
    String address = world.temporal().address();
    narrator.say("Everything stays until Ctrl-C. To play:");
    narrator.say("  ./rds-restore status %s --address %s", Sandbox.SAMPLE_PRIMARY, address);
    narrator.say("  ./rds-restore report %s --address %s", Sandbox.SAMPLE_PRIMARY, address);
    narrator.say(
        "  temporal workflow show --workflow-id restore/%s --address %s",
        Sandbox.SAMPLE_PRIMARY, address);
    narrator.say("  curl %s/sandbox/ledger", world.sandbox().endpoint());
    world.temporal().webUi().ifPresent(ui -> narrator.say("  Web UI: %s", ui));
    new CountDownLatch(1).await();
  }
}
