package io.rdsrestore.demo.simulation;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.dts.model.v20200101.DeleteDtsJobRequest;
import com.aliyuncs.dts.model.v20200101.StartDtsJobRequest;
import com.aliyuncs.dts.model.v20200101.SuspendDtsJobRequest;
import com.aliyuncs.rds.model.v20140815.DeleteDBInstanceRequest;
import com.aliyuncs.rds.model.v20140815.ModifySecurityIpsRequest;
import com.aliyuncs.rds.model.v20140815.ResetAccountPasswordRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.rdsrestore.demo.oracle.PrimaryState;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.client.WorkflowException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** The people around a restore: helpful, wrong, late, of two minds, or busy in the console. */
final class People {
  private static final String OFFICE = "office";
  private static final String OPENED = "10.1.1.1";
  private static final int PATIENCE = 10;

  private final Schedule schedule;
  private final Simulation simulation;
  private final SplittableRandom random;
  private final Set<String> deletedClones = new TreeSet<>();
  private boolean openedOffice;
  private boolean openedUnused;
  private int deeds;
  private int answers;
  private long calls;

  People(Schedule schedule, Simulation simulation) {
    this.schedule = schedule;
    this.simulation = simulation;
    random = new SplittableRandom(~schedule.seed());
  }

  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  Duration pause() {
    return Duration.ofSeconds(20L + random.nextInt(300));
  }

  long calls() {
    return calls;
  }

  Set<String> deletedClones() {
    return deletedClones;
  }

  /** How often somebody was busy in the console. */
  int deeds() {
    return deeds;
  }

  /** The primary, with what these people did to it. */
  PrimaryState changed(PrimaryState before, PrimaryState after) {
    PrimaryState changed = before;
    if (openedOffice && OPENED.equals(after.whitelist().get(OFFICE))) {
      changed = changed.withGroup(OFFICE, OPENED);
    }
    // Before the restore opens its group, and after it has closed it, it does not look at it.
    if (openedUnused && OPENED.equals(after.whitelist().get(RestoreMark.WHITELIST_GROUP))) {
      changed = changed.withGroup(RestoreMark.WHITELIST_GROUP, OPENED);
    }
    return changed;
  }

  /** What somebody does now; false if nobody comes any more. */
  boolean act(RestoreStatus status) {
    if (schedule.people() && deeds < 2 && chance(10)) {
      deeds++;
      console(status);
    }
    if (schedule.people() && !simulation.stopped() && chance(60)) {
      stop();
      return true;
    }
    Gate gate = status.waitingFor();
    if (gate == null) {
      return true;
    }
    answers++;
    if (answers > PATIENCE) {
      simulation.note("nobody answers any more");
      return false;
    }
    if (!schedule.people()) {
      say(gate, "approve", "retry", "resume");
      return true;
    }
    switch (random.nextInt(8)) {
      case 0 -> wrong(gate);
      case 1 -> simulation.sleep(Duration.ofHours(1 + random.nextInt(90)));
      case 2 -> twoMinds(gate);
      case 3 -> say(gate, "changeRestorePoint", "retry", "approve");
      default -> say(gate, "approve", "retry", "resume", "skipPrecheckItems");
    }
    return true;
  }

  private void stop() {
    simulation.stop();
    simulation.note("ben aborts");
    simulation.awaitNoAttempt();
    try {
      simulation.workflow().signal(RestoreContract.SIGNAL_ABORT, Map.of("actor", "ben"));
    } catch (WorkflowException e) {
      simulation.note("too late");
    }
  }

  private void wrong(Gate gate) {
    decide(Map.of("action", "approve", "gate", "approval-77", "actor", "eve"));
    decide(Map.of("action", "sing", "gate", gate.gate(), "actor", "eve"));
  }

  private void twoMinds(Gate gate) {
    say(gate, "approve", "retry", "resume");
    if (chance(2)) {
      // It cancels what runs.
      simulation.awaitNoAttempt();
      decide(Map.of("action", "pause", "actor", "eve"));
    } else {
      decide(Map.of("action", "retry", "gate", gate.gate(), "actor", "eve"));
    }
  }

  /** Pastes what the gate prints for the first of these that it offers. */
  private void say(Gate gate, String... actions) {
    for (String action : actions) {
      for (String line : gate.commands()) {
        if (line.contains("update execute") && line.contains("\"action\":\"" + action + "\"")) {
          decide(parse(line.substring(line.indexOf('\'') + 1, line.lastIndexOf('\''))));
          return;
        }
      }
    }
    stop();
  }

  private static Map<String, Object> parse(String json) {
    try {
      return RestoreJson.mapper().readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }

  private void decide(Map<String, Object> decision) {
    try {
      simulation.note(decision + " -> " + simulation.update(decision).follows());
    } catch (WorkflowException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      simulation.note(decision + " -> " + cause.getMessage());
    }
  }

  private void console(RestoreStatus status) {
    List<AcsRequest<?>> deeds = new ArrayList<>();
    if (status.task() != null && status.task().jobId() != null) {
      deeds.addAll(ofJob(status.task().jobId()));
    }
    if (status.cloneStatus() != null && status.cloneStatus().instanceId() != null) {
      DeleteDBInstanceRequest delete = new DeleteDBInstanceRequest();
      delete.setDBInstanceId(status.cloneStatus().instanceId());
      deeds.add(delete);
    }
    if (status.restoreId() != null) {
      ResetAccountPasswordRequest reset = new ResetAccountPasswordRequest();
      reset.setDBInstanceId(SimulatedCloud.PRIMARY);
      reset.setAccountName(RestoreMark.accountName(status.restoreId()));
      reset.setAccountPassword("Some0ther-Passw0rd");
      deeds.add(reset);
    }
    ModifySecurityIpsRequest open = new ModifySecurityIpsRequest();
    open.setDBInstanceId(SimulatedCloud.PRIMARY);
    open.setDBInstanceIPArrayName(chance(2) ? OFFICE : RestoreMark.WHITELIST_GROUP);
    open.setSecurityIps(OPENED);
    deeds.add(open);
    perform(Schedule.pick(deeds, random), status.phase());
  }

  private static List<AcsRequest<?>> ofJob(String jobId) {
    StartDtsJobRequest start = new StartDtsJobRequest();
    start.setDtsJobId(jobId);
    SuspendDtsJobRequest suspend = new SuspendDtsJobRequest();
    suspend.setDtsJobId(jobId);
    DeleteDtsJobRequest release = new DeleteDtsJobRequest();
    release.setDtsJobId(jobId);
    return List.of(start, suspend, release);
  }

  private void perform(AcsRequest<?> request, RestorePhase phase) {
    calls++;
    String what = request.getSysActionName();
    if (request instanceof DeleteDBInstanceRequest delete) {
      deletedClones.add(delete.getDBInstanceId());
    }
    // An answer that is lost does not say whether it was done.
    if (request instanceof ModifySecurityIpsRequest open) {
      openedOffice |= OFFICE.equals(open.getDBInstanceIPArrayName());
      openedUnused |=
          RestoreMark.WHITELIST_GROUP.equals(open.getDBInstanceIPArrayName())
              && (phase == RestorePhase.PLANNING
                  || phase == RestorePhase.CLEANING
                  || phase.isEnd());
    }
    try {
      simulation.cloud().write(request);
      simulation.note("somebody in the console: " + what);
    } catch (RuntimeException e) {
      simulation.note("somebody in the console: %s: %s".formatted(what, e.getMessage()));
    }
  }
}
