package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.decision;
import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.unattended;
import static io.rdsrestore.demo.scenario.Rehearsal.with;

import io.rdsrestore.demo.HistoryFile;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.api.enums.v1.EventType;
import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Plays every path in skipped time and keeps its histories: each decision that each gate offers, an
 * abort in each phase, and what else may happen to a restore.
 */
public final class PathRecorder {
  /** An activity that runs alone, by the phase that it belongs to. */
  private static final Map<RestorePhase, String> ACTIVITIES =
      new TreeMap<>(
          Map.of(
              RestorePhase.PLANNING, "ReadInstance",
              RestorePhase.PREPARING, "ReadSchema",
              RestorePhase.CLONING, "AwaitClone",
              RestorePhase.CONFIGURING, "EnsureJob",
              RestorePhase.PRECHECKING, "AwaitPrecheck",
              RestorePhase.MIGRATING, "AwaitMigration",
              RestorePhase.VERIFYING, "CompareTables",
              RestorePhase.SWAPPING, "ReadSwap",
              RestorePhase.CLEANING, "RemoveJob"));

  private static final int MOST_GATES = 12;

  private final Path folder;
  private int recorded;

  /** Records into a folder. */
  public PathRecorder(Path folder) {
    this.folder = folder;
  }

  /** All of them; how many histories there are. */
  public int record() throws IOException {
    for (GatePath path : GatePath.values()) {
      int commands = commands(path);
      for (int i = 0; i < commands; i++) {
        decisionAt(path, i);
      }
      cancelAt(path);
    }
    for (RestorePhase phase : ACTIVITIES.keySet()) {
      abortIn(phase);
    }
    pausedByHand();
    withdrawn();
    atTheDeadline();
    continuedAsNew();
    kept();
    merged();
    told();
    undoneLate();
    audited();
    return recorded;
  }

  /** A worker that tells people: one receiver does not take it, the other does. */
  void told() throws IOException {
    try (Receiver ops = new Receiver(Receiver.Mood.ANSWERS_500);
        Receiver boss = new Receiver(Receiver.Mood.WELL);
        Rehearsal rehearsal = NotificationsTest.begin(ops, boss)) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      rehearsal.sleep(Duration.ofHours(5));
      rehearsal.approve();
      toEnd(rehearsal);
      save(rehearsal, "told");
    }
  }

  private int commands(GatePath path) {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      int commands = updates(reach(rehearsal, path)).size();
      rehearsal.signal(RestoreContract.SIGNAL_ABORT, Map.of("actor", "ben"));
      toEnd(rehearsal);
      return commands;
    }
  }

  private void decisionAt(GatePath path, int choice) throws IOException {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      String command = updates(reach(rehearsal, path)).get(choice);
      Map<String, Object> decision = Rehearsal.decisionIn(command);
      rehearsal.decide(decision);
      toEnd(rehearsal);
      save(
          rehearsal,
          "%s-%s%s"
              .formatted(
                  word(path),
                  decision.get("action"),
                  decision.containsKey("keepClone") ? "-keepClone" : ""));
    }
  }

  private void cancelAt(GatePath path) throws IOException {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      reach(rehearsal, path);
      rehearsal.cancel();
      rehearsal.awaitHandled(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED);
      toEnd(rehearsal);
      save(rehearsal, word(path) + "-cancel");
    }
  }

  private static Gate reach(Rehearsal rehearsal, GatePath path) {
    rehearsal.start(path.prepare(rehearsal, rehearsal.lose("orders")));
    return rehearsal
        .until(
            path.name(),
            status -> status.waitingFor() != null && status.waitingFor().kind() == path.kind())
        .waitingFor();
  }

  private static List<String> updates(Gate gate) {
    return gate.commands().stream().filter(line -> line.contains("update execute")).toList();
  }

  private void abortIn(RestorePhase phase) throws IOException {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal
          .hook()
          .once(
              ACTIVITIES.get(phase),
              () -> {
                rehearsal.signal(RestoreContract.SIGNAL_ABORT, Map.of("actor", "ben"));
                rehearsal.awaitHandled(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED);
              });
      Instant restoreTo = rehearsal.lose("orders");
      rehearsal.start(
          phase == RestorePhase.SWAPPING
              ? GatePath.SWAP.prepare(rehearsal, restoreTo)
              : unattended(request(restoreTo)));
      toEnd(rehearsal);
      save(rehearsal, "abort-in-" + phase.name().toLowerCase(Locale.ROOT));
    }
  }

  private void pausedByHand() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.phase(RestorePhase.MIGRATING);
      rehearsal.decide(Map.of("action", "pause", "actor", "ben"));
      rehearsal.gate("pressure-1");
      rehearsal.decide(
          with(decision("resume", "pressure-1"), "migration", Map.of("maxRowsPerSecond", 2000)));
      toEnd(rehearsal);
      save(rehearsal, "pause-resume");
    }
  }

  private void withdrawn() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      rehearsal.signal("retry", Map.of("gate", "failure-1", "actor", "early eve"));
      rehearsal.decide(Map.of("action", "withdraw", "decision", "1"));
      rehearsal.answer("approve", "approval-1");
      toEnd(rehearsal);
      save(rehearsal, "withdraw");
    }
  }

  private void atTheDeadline() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      reach(rehearsal, GatePath.DIFFERENCE);
      rehearsal.sleep(Duration.ofHours(73));
      toEnd(rehearsal);
      save(rehearsal, "difference-deadline");
    }
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      reach(rehearsal, GatePath.PRECHECK);
      rehearsal.sleep(Duration.ofHours(73));
      toEnd(rehearsal);
      save(rehearsal, "precheck-deadline");
    }
  }

  private void continuedAsNew() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      for (int i = 0; i < 1_100; i++) {
        rehearsal.signal("approve", Map.of("actor", "nobody " + i));
      }
      rehearsal.gate("approval-1");
      rehearsal.answer("approve", "approval-1");
      toEnd(rehearsal);
      save(rehearsal, "continue-as-new");
    }
  }

  /** What keeps a clone beyond its restore: it is extended, and ended before its time. */
  private void kept() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(
          with(unattended(request(rehearsal.lose("orders"))), "clone", Map.of("keepFor", "P1D")));
      String keep = RestoreContract.keepWorkflowId(rehearsal.handedOver().restoreId());
      rehearsal.until("its tags", status -> rehearsal.calls("TagResources") == 2);
      rehearsal.sleep(Duration.ofHours(2));
      saveRestoreOf(keep, rehearsal, "keep-for");
      rehearsal.decide(Map.of("action", "extend", "keepFor", "P2D", "actor", "ben"));
      rehearsal.sleep(Duration.ofHours(30));
      rehearsal.decide(Map.of("action", "abort", "actor", "ben"));
      toEnd(rehearsal);
      save(rehearsal, "kept-extend-abort");
    }
  }

  /** A swap that is taken back when its restore has ended. */
  private void undoneLate() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      RestoreReport report = LateUndoTest.swapped(rehearsal, LateUndoTest.undoable(rehearsal));
      String keep = RestoreContract.keepWorkflowId(report.restoreId());
      rehearsal.sleep(Duration.ofHours(2));
      saveRestoreOf(keep, rehearsal, "undo-for");
      rehearsal.decide(Map.of("action", "undo", "actor", "ben"));
      toEnd(rehearsal);
      save(rehearsal, "undone-late");
    }
  }

  /** A worker that keeps an audit: of what is refused by its policy, too. */
  private void audited() throws IOException {
    Path lines = Files.createTempFile("rds-restore-audit", ".jsonl");
    try (Rehearsal rehearsal = AuditTest.begin(lines, AuditTest.FOUR_EYES)) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      rehearsal.signal("approve", Map.of("gate", "approval-1", "actor", "ana"));
      rehearsal.sleep(Duration.ofMinutes(1));
      rehearsal.answer("approve", "approval-1");
      toEnd(rehearsal);
      save(rehearsal, "audited");
    } finally {
      Files.delete(lines);
    }
  }

  /** Of the restore that has handed over to what the rehearsal is about by now. */
  private void saveRestoreOf(String keep, Rehearsal rehearsal, String name) throws IOException {
    save(rehearsal.turnTo(RestoreContract.workflowId(Rehearsal.PRIMARY)), name);
    rehearsal.turnTo(keep);
  }

  /** Counted, written, taken out again, and once more to stay. */
  private void merged() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      reach(rehearsal, GatePath.MERGE);
      rehearsal.execute(rehearsal.gate("swap-1"), "merge");
      rehearsal.execute(rehearsal.gate("swap-2"), "merge");
      rehearsal.execute(rehearsal.gate("swap-3"), "undo");
      rehearsal.execute(rehearsal.gate("swap-4"), "merge");
      rehearsal.execute(rehearsal.gate("swap-5"), "merge");
      rehearsal.execute(rehearsal.gate("swap-6"), "leave");
      toEnd(rehearsal);
      save(rehearsal, "merge-undo-merge");
    }
  }

  /** Answers whatever is asked on the way, so that the restore ends. */
  private static void toEnd(Rehearsal rehearsal) {
    for (int i = 0; i < MOST_GATES; i++) {
      RestoreStatus status =
          rehearsal.until("gate or end", s -> s.waitingFor() != null || s.phase().isEnd());
      if (status.phase().isEnd()) {
        return;
      }
      answer(rehearsal, status.waitingFor());
    }
    throw new AssertionError("it does not end: " + rehearsal.status());
  }

  private static void answer(Rehearsal rehearsal, Gate gate) {
    if (gate.kind() == GateKind.COST) {
      rehearsal.execute(gate, "approve");
      return;
    }
    boolean first = gate.gate().endsWith("-1");
    String action =
        switch (gate.kind()) {
          case APPROVAL, RESTORE_POINT, DIFFERENCE -> "approve";
          case FAILURE, PRECHECK, CLEANUP -> first ? "retry" : "abort";
          case SWAP -> gate.choice(Action.UNDO).isPresent() ? "undo" : first ? "swap" : "leave";
          case PRESSURE, DDL -> first ? "resume" : "abort";
          case COST -> throw new IllegalStateException("answered above");
        };
    rehearsal.execute(gate, action);
  }

  private static String word(GatePath path) {
    return path.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void save(Rehearsal rehearsal, String name) throws IOException {
    List<WorkflowExecutionHistory> runs = rehearsal.histories();
    for (int i = 0; i < runs.size(); i++) {
      HistoryFile.write(
          folder.resolve(runs.size() == 1 ? name : name + "-run" + (i + 1)), runs.get(i));
      recorded++;
    }
  }
}
