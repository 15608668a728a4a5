package io.rdsrestore.demo.remedies;

import io.rdsrestore.demo.Waiting;
import io.rdsrestore.demo.World;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.RestoreToPrimary;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.status.RestoreStatus;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** A restore in a small world, and what can be done around it. */
record Scene(World world) {
  static final String PRIMARY = Sandbox.SAMPLE_PRIMARY;

  private static final Duration LONG = Duration.ofMinutes(2);

  RestoreToPrimary restore() {
    return world.restore(PRIMARY);
  }

  RestoreStatus status() {
    return restore().status();
  }

  Server primary() {
    return Server.of(world.sandbox(), PRIMARY);
  }

  Server cloned() {
    return Server.of(world.sandbox(), cloneId());
  }

  String cloneId() {
    return status().cloneStatus().instanceId();
  }

  /** The temporary account of the restore. */
  String account() {
    return RestoreMark.accountName(status().restoreId());
  }

  Engineer engineer() {
    return new Engineer(world.sandbox());
  }

  /** Somebody calls the API of RDS. */
  void rds(String action, String instanceId, String options) {
    engineer().call("rds", action, " --DBInstanceId " + instanceId + " " + options);
  }

  /** Somebody closes our whitelist group. */
  void closeWhitelist(String instanceId) {
    rds(
        "ModifySecurityIps",
        instanceId,
        "--DBInstanceIPArrayName %s --ModifyMode Cover --SecurityIps 127.0.0.1"
            .formatted(RestoreMark.WHITELIST_GROUP));
  }

  Gate awaitGate(String gate) {
    await(gate, seen -> seen.waitingFor() != null && seen.waitingFor().gate().equals(gate));
    return status().waitingFor();
  }

  void await(String what, Predicate<RestoreStatus> condition) {
    Waiting.until(
        what,
        LONG,
        () -> {
          RestoreStatus status = status();
          if (status.phase().isEnd() && !condition.test(status)) {
            throw new AssertionError("ended before " + what + ": " + status.doing());
          }
          return condition.test(status);
        });
  }

  void retry(String gate) {
    var unused = restore().decide(Decision.of(Action.RETRY, gate, "ana", null));
  }

  /** Skips an item as its gate says, with the acknowledgement that it asks for. */
  void skip(String gate, GateItem item) {
    var unused =
        restore()
            .decide(
                Decision.builder(Action.SKIP_PRECHECK_ITEMS)
                    .gate(gate)
                    .actor("ana")
                    .items(List.of(item.name()))
                    .acknowledge(item.danger() == null ? List.of() : List.of(item.danger()))
                    .build());
  }

  /** Another choice of objects, as a gate names it. */
  void changeObjects(String gate, DatabaseSelection... objects) {
    var unused =
        restore()
            .decide(
                Decision.builder(Action.CHANGE_OBJECTS)
                    .gate(gate)
                    .actor("ana")
                    .objects(List.of(objects))
                    .build());
  }

  /** DTS lets an item fail in the next precheck, whatever the servers are like. */
  void failOnce(String item) {
    world.sandbox().faults().add(FaultRule.precheck(item, 1));
  }
}
