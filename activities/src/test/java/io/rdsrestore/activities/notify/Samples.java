package io.rdsrestore.activities.notify;

import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateCommands;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.notify.Notice;
import io.rdsrestore.workflows.notify.NoticeCommand;
import io.rdsrestore.workflows.notify.NoticeKind;
import io.rdsrestore.workflows.notify.NoticeSource;
import io.rdsrestore.workflows.notify.Notices;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Notices as restores send them. */
final class Samples {
  static final NoticeSource SOURCE =
      new NoticeSource(
          "restore/rm-primary01", "run-1", "kmpz4hx7sx", "rm-primary01", "cn-hangzhou", null);

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  private Samples() {}

  /** A gate with what a table's name may hold: all that is markup somewhere. */
  static Notice ofGate() {
    return ofGate(1, "DTS says: <b>`shop`.`orders` & *more*</b> [here](http://x) @all _a_");
  }

  /** As large as a gate may be. */
  static Notice large() {
    return ofGate(60, "表 `订单` 已存在 \"quoted\" ".repeat(60));
  }

  /** Of so many commands, each short. */
  static Notice ofCommands(int many) {
    return ofGateWith(
        IntStream.range(0, many)
            .mapToObj("./rds-restore retry rm-primary01 --gate precheck-%03d"::formatted)
            .map(command -> new NoticeCommand("again:", command))
            .toList());
  }

  static Notice ofCommand(String command) {
    return ofGateWith(List.of(new NoticeCommand("so:", command)));
  }

  private static Notice ofGateWith(List<NoticeCommand> commands) {
    Notice gate = ofGate();
    return new Notice(
        gate.id(),
        gate.kind(),
        gate.severity(),
        gate.escalated(),
        gate.at(),
        gate.source(),
        gate.gate(),
        gate.deadline(),
        gate.headline(),
        List.of("It waits."),
        commands,
        gate.labels());
  }

  static Notice ofGate(int items, String message) {
    GateRequest request =
        GateRequest.of(
            GateKind.PRECHECK,
            "The precheck failed: CHECK_SAME_OBJ",
            IntStream.range(0, items)
                .mapToObj(
                    i ->
                        new GateItem(
                            "CHECK_SAME_OBJ",
                            message,
                            "move it away, then retry",
                            List.of(),
                            true,
                            "existingRowsStay"))
                .toList(),
            List.of(
                Choice.of(Action.RETRY, "the precheck runs again"),
                Choice.of(Action.SKIP_PRECHECK_ITEMS, "it is skipped"),
                Choice.of(
                    Action.CHANGE_OBJECTS,
                    "other objects",
                    Map.of(
                        "objects",
                        List.of(Map.of("database", "shop's", "tables", List.of("a".repeat(64)))))),
                Choice.of(Action.ABORT, "the restore stops")));
    Gate gate =
        new Gate(
            "precheck-1",
            GateKind.PRECHECK,
            NOW,
            NOW.plus(Duration.ofDays(3)),
            request.reason(),
            request.items(),
            request.choices(),
            GateCommands.of("restore/rm-primary01", "precheck-1", request),
            null,
            null);
    return Notices.ofGate(SOURCE, NoticeKind.GATE, gate, false, NOW);
  }
}
