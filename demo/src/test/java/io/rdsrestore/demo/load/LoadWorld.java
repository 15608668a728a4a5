package io.rdsrestore.demo.load;

import io.rdsrestore.demo.RealTemporal;
import io.rdsrestore.demo.RestoreStubs;
import io.rdsrestore.demo.SmallSandbox;
import io.rdsrestore.demo.World;
import io.rdsrestore.demo.temporal.DevServer;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.billing.LedgerEntry;
import io.rdsrestore.sandbox.http.CallRecord;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A real Temporal server, a real worker, and a cloud without databases. */
final class LoadWorld implements AutoCloseable {
  static final String PRIMARY = "rm-primary01";

  private static final String BACKUP = "1000000001";
  private static final Duration LONG = Duration.ofMinutes(1);

  private final World world;
  private WorkflowStub workflow;

  /**
   * Starts all three. Accounts and grants are there at once.
   *
   * @param clone how long a clone takes
   * @param precheck how long a precheck takes
   * @param copy how long a copy takes
   */
  LoadWorld(Duration clone, Duration precheck, Duration copy) {
    Sandbox sandbox = SmallSandbox.withoutDatabases(PRIMARY, BACKUP, clone, precheck, copy);
    world = new World(sandbox, DevServer.start(RealTemporal.binary()));
  }

  /**
   * Starts a restore of a table that is still there under the same name: its precheck fails until
   * {@link #makeRoom}.
   */
  void start() {
    workflow = RestoreStubs.of(world.client(), PRIMARY);
    workflow.start(
        Map.of(
            "regionId",
            Sandbox.REGION,
            "instanceId",
            PRIMARY,
            "restoreTo",
            Map.of("backupId", BACKUP),
            "objects",
            List.of(Map.of("database", "shop", "tables", List.of("orders"))),
            "target",
            "original",
            "verify",
            "none",
            "requestedBy",
            "ana",
            "reason",
            "test"));
    // By id alone: the restore may go on in another run.
    workflow = world.client().newUntypedWorkflowStub(workflowId());
  }

  /** What stands in the way at the target goes: the next precheck passes. */
  void makeRoom() {
    world.sandbox().memory().dropTable(PRIMARY, "shop", "orders");
  }

  static String workflowId() {
    return RestoreContract.workflowId(PRIMARY);
  }

  World world() {
    return world;
  }

  Sandbox sandbox() {
    return world.sandbox();
  }

  WorkflowStub workflow() {
    return workflow;
  }

  RestoreStatus status() {
    return workflow.query(RestoreContract.QUERY_STATUS, RestoreStatus.class);
  }

  /** Asks for the status, one query after the other, until something holds. */
  RestoreStatus until(String what, Predicate<RestoreStatus> condition) {
    Instant end = Instant.now().plus(LONG);
    while (true) {
      RestoreStatus status = status();
      if (condition.test(status)) {
        return status;
      }
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(
            "waited %s for %s in vain; the restore is in %s: %s"
                .formatted(LONG, what, status.phase(), status.doing()));
      }
    }
  }

  /** Until a gate is open; any other gate on the way is a failure. */
  RestoreStatus gate(String gate) {
    RestoreStatus status =
        until(
            gate,
            seen -> {
              if (seen.phase().isEnd()) {
                throw new AssertionError("ended before " + gate + ": " + seen.doing());
              }
              return seen.waitingFor() != null;
            });
    if (!status.waitingFor().gate().equals(gate)) {
      throw new AssertionError("waits at another gate: " + status.waitingFor());
    }
    return status;
  }

  List<LedgerEntry> bought(String kind) {
    return sandbox().ledger().stream().filter(entry -> entry.kind().equals(kind)).toList();
  }

  /** What the cloud was asked since then, oldest first. */
  List<CallRecord> calls(Instant since) {
    return sandbox().calls().latest().stream().filter(call -> !call.at().isBefore(since)).toList();
  }

  @Override
  public void close() {
    world.close();
  }
}
