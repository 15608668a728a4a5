package io.rdsrestore.demo;

import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.SampleHistory;
import io.rdsrestore.sandbox.dataplane.TableFingerprint;
import io.rdsrestore.sandbox.time.BusyTimes.Interval;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.RestoreToPrimary;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.DecisionAnswer;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table is dropped and comes back: clone, a precheck that nobody could foresee failing, a person
 * who repairs and signals, the copy, the comparison, the clean-up.
 */
final class LostTableStory {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration A_NIGHT = Duration.ofHours(12);

  private final World world;
  private final Narrator narrator;
  private final boolean interactive;
  private final Shop shop;
  private final String instance = Sandbox.SAMPLE_PRIMARY;
  private final Map<String, Instant> gatesSeen = new HashMap<>();

  LostTableStory(World world, Narrator narrator, boolean interactive) {
    this.world = world;
    this.narrator = narrator;
    this.interactive = interactive;
    this.shop = new Shop(world.sandbox());
  }

  /** What the demo checks afterwards. */
  record Ending(
      RestoreReport report,
      RestoreStatus status,
      TableFingerprint before,
      TableFingerprint after,
      List<Interval> personWaits) {}

  Ending play() {
    String definition = shop.definitionOfOrders();
    TableFingerprint before = shop.fingerprint(SampleHistory.DATABASE, Shop.LOST_TABLE);
    Instant accident = accident(before);
    start(accident.minusSeconds(1));
    approve();
    applicationComesBack(definition);
    repairPrecheck();
    RestoreReport report = awaitReport();
    return new Ending(
        report,
        restore().status(),
        before,
        shop.fingerprint(SampleHistory.DATABASE, Shop.LOST_TABLE),
        report.decisions().stream()
            .filter(decision -> gatesSeen.containsKey(decision.gate()))
            .map(decision -> new Interval(gatesSeen.get(decision.gate()), decision.at()))
            .toList());
  }

  private Instant accident(TableFingerprint before) {
    narrator.chapter("The accident");
    // The restore point is the whole second before: nothing of the drop may be in it.
    Instant second = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
    Waiting.until("the next second", LONG, () -> !Instant.now().isBefore(second));
    shop.dropOrders();
    narrator.say(
        "At %s somebody drops the table %s.%s with its %,d rows.",
        second, SampleHistory.DATABASE, Shop.LOST_TABLE, before.rows());
    return second;
  }

  private void start(Instant restorePoint) {
    narrator.chapter("The restore is started, to the second before");
    Map<String, Object> request =
        Map.of(
            "regionId",
            Sandbox.REGION,
            "instanceId",
            instance,
            "restoreTo",
            Map.of("time", restorePoint.toString()),
            "objects",
            List.of(Map.of("database", SampleHistory.DATABASE, "tables", List.of(Shop.LOST_TABLE))),
            "target",
            "original",
            "requestedBy",
            "demo",
            "reason",
            "INC-4711: orders were dropped");
    narrator.say("%s", RestoreJson.write(request));
    WorkflowStub stub =
        world
            .client()
            .newUntypedWorkflowStub(
                RestoreContract.WORKFLOW_TYPE,
                WorkflowOptions.newBuilder()
                    .setTaskQueue(RestoreContract.TASK_QUEUE)
                    .setWorkflowId(RestoreContract.workflowId(instance))
                    .setStaticSummary("restore of " + instance)
                    .build());
    stub.start(request);
    narrator.say("Workflow %s runs.", RestoreContract.workflowId(instance));
    world
        .temporal()
        .webUi()
        .ifPresent(
            ui ->
                narrator.say(
                    "Look: %s/namespaces/default/workflows/%s",
                    ui, RestoreContract.workflowId(instance).replace("/", "%2F")));
  }

  private void approve() {
    narrator.chapter("The plan and its price are approved, before anything is bought");
    Gate gate = awaitGate(GateKind.APPROVAL);
    showStatus();
    if (interactive) {
      letPersonDecide(gate);
      return;
    }
    DecisionAnswer answer =
        restore().decide(Decision.of(Action.APPROVE, gate.gate(), "demo", "go ahead"));
    narrator.at("Approved: " + answer.follows());
  }

  private void applicationComesBack(String definition) {
    narrator.chapter("While the clone is being made, the application starts again");
    Waiting.until(
        "the clone",
        LONG,
        () -> {
          RestoreStatus status = restore().status();
          return status.phase() == RestorePhase.CLONING && status.cloneStatus() != null;
        });
    narrator.at(
        "The clone %s is being made.".formatted(restore().status().cloneStatus().instanceId()));
    shop.createOrdersEmpty(definition);
    narrator.at("The application finds no table orders and creates it, empty. No plan could know.");
  }

  private void repairPrecheck() {
    narrator.chapter("So the precheck fails, and a person is asked");
    Gate gate = awaitGate(GateKind.PRECHECK);
    narrator.at(gate.reason());
    showStatus();
    if (interactive) {
      narrator.say("Move the empty table away on the primary, as the gate says.");
      letPersonDecide(gate);
      return;
    }
    narrator.at("The engineer on call pastes what the gate prints:");
    narrator.say("  %s", shop.runRemedy(gate));
    restore().retry(Decision.of(null, gate.gate(), "demo", "moved the empty table away"));
    narrator.at("... and sends the signal `retry` for " + gate.gate() + ".");
  }

  private RestoreReport awaitReport() {
    narrator.chapter("The precheck passes, DTS copies, the copy is compared, temporaries go");
    RestorePhase told = null;
    while (true) {
      RestoreStatus status = restore().status();
      if (status.phase() != told) {
        told = status.phase();
        narrator.at("%-12s %s".formatted(told, status.doing()));
      }
      if (told.isEnd()) {
        break;
      }
      if (status.waitingFor() != null) {
        showStatus();
        if (!interactive) {
          throw new IllegalStateException(
              "the restore waits at %s, which is not part of the story: %s"
                  .formatted(status.waitingFor().gate(), status.waitingFor().reason()));
        }
        letPersonDecide(status.waitingFor());
      }
      RestorePhase last = told;
      Waiting.until(
          "the next phase",
          LONG,
          () -> {
            RestoreStatus now = restore().status();
            return now.phase() != last || now.waitingFor() != null;
          });
    }
    return WorkflowStub.fromTyped(restore()).getResult(RestoreReport.class);
  }

  private Gate awaitGate(GateKind kind) {
    Waiting.until(
        "a gate " + kind.word(),
        LONG,
        () -> {
          RestoreStatus status = restore().status();
          if (status.phase().isEnd()) {
            throw new IllegalStateException("the restore ended: " + status.doing());
          }
          return status.waitingFor() != null && status.waitingFor().kind() == kind;
        });
    Gate gate = restore().status().waitingFor();
    gatesSeen.put(gate.gate(), gate.since());
    return gate;
  }

  private void letPersonDecide(Gate gate) {
    narrator.say("Your turn. In another terminal, one of:");
    gate.commands().forEach(command -> narrator.say("  %s", withAddress(command)));
    Waiting.until(
        "your decision",
        A_NIGHT,
        () -> {
          Gate now = restore().status().waitingFor();
          return now == null || !now.gate().equals(gate.gate());
        });
    narrator.at("Decided.");
  }

  private String withAddress(String command) {
    return command + " --address " + world.temporal().address();
  }

  private void showStatus() {
    narrator.run(world.temporal().address(), "status", instance);
  }

  private RestoreToPrimary restore() {
    return world.restore(instance);
  }
}
