package io.rdsrestore.demo.killmatrix;

import com.google.common.collect.ImmutableList;
import io.rdsrestore.demo.Owner;
import io.rdsrestore.demo.Shop;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.status.VerificationSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One way through a restore that nobody disturbs: the calm run that cells are compared with. */
enum Story {
  /** Everything goes well, into a database beside. */
  RESTORE("approval-1") {
    @Override
    List<Map<String, Object>> decisions() {
      return List.of(decision("approve", "approval-1"));
    }
  },
  /** A lost table comes back in its place, and everything takes so long that it is waited for. */
  SLOW {
    @Override
    Map<String, Object> request(String instanceId) {
      return inPlace(instanceId);
    }

    @Override
    void before(Sandbox sandbox, String instanceId) {
      sandbox.memory().dropTable(instanceId, "shop", "orders");
    }

    @Override
    List<Map<String, Object>> decisions() {
      return RESTORE.decisions();
    }

    @Override
    Duration waits() {
      return Duration.ofSeconds(5);
    }

    @Override
    Duration copy() {
      return waits();
    }
  },
  /** The table is still there: the precheck fails, other names are chosen. */
  CHANGED("precheck-1", "approval-2") {
    @Override
    Map<String, Object> request(String instanceId) {
      return inPlace(instanceId);
    }

    @Override
    List<Map<String, Object>> decisions() {
      return List.of(
          decision("approve", "approval-1"),
          with(decision("changeObjects", "precheck-1"), "target", "sideBySide"),
          decision("approve", "approval-2"));
    }
  },
  /** The precheck fails, its item is skipped. */
  SKIPPED {
    @Override
    Map<String, Object> request(String instanceId) {
      return inPlace(instanceId);
    }

    @Override
    List<Map<String, Object>> decisions() {
      return List.of(
          decision("approve", "approval-1"),
          with(
              with(decision("skipPrecheckItems", "precheck-1"), "items", List.of("CHECK_SAME_OBJ")),
              "acknowledge",
              List.of("existingRowsStay")));
    }

    @Override
    void answered(String action, Sandbox sandbox, String instanceId) {
      if (action.equals("SkipPreCheck")) {
        // A copy over it would fail: this is about the calls.
        sandbox.memory().dropTable(instanceId, "shop", "orders");
      }
    }
  },
  /** Somebody pauses the copy, and resumes it slower. */
  PAUSED("pressure-1") {
    @Override
    Duration copy() {
      return Duration.ofSeconds(10);
    }

    @Override
    List<Map<String, Object>> decisions() {
      return List.of(
          decision("approve", "approval-1"),
          with(decision("resume", "pressure-1"), "migration", Map.of("maxRowsPerSecond", 2000)));
    }

    @Override
    Map<String, Object> during(String activity) {
      return activity.equals("AwaitMigration") ? decision("pause", null) : null;
    }
  },
  /** Somebody aborts while DTS copies. */
  ABORTED {
    @Override
    Duration copy() {
      return Duration.ofMinutes(10);
    }

    @Override
    List<Map<String, Object>> decisions() {
      return List.of(decision("approve", "approval-1"));
    }

    @Override
    Map<String, Object> during(String activity) {
      return activity.equals("AwaitMigration") ? decision("abort", null) : null;
    }

    @Override
    RestorePhase end() {
      return RestorePhase.ABORTED;
    }
  },
  /** The purchase of the clone is refused at first. */
  REFUSED_PURCHASE("failure-1") {
    @Override
    List<Map<String, Object>> decisions() {
      return List.of(decision("approve", "approval-1"), decision("retry", "failure-1"));
    }

    @Override
    String refusal(String action, int nth) {
      return action.equals("CloneDBInstance") && nth == 1 ? "InsufficientBalance" : null;
    }
  },
  /** The second hour of the clone would pass the cost limit. */
  EXPENSIVE("cost-1") {
    @Override
    Map<String, Object> limits() {
      return with(super.limits(), "maxCost", 2);
    }

    @Override
    List<Map<String, Object>> decisions() {
      return List.of(
          decision("approve", "approval-1"), with(decision("approve", "cost-1"), "maxCost", 100));
    }

    @Override
    Duration copy() {
      return Duration.ofSeconds(8);
    }
  },
  /** To an instant that the recovery window has not reached yet. */
  FRESH {
    @Override
    Map<String, Object> request(String instanceId) {
      Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      return with(super.request(instanceId), "restoreTo", Map.of("time", now.toString()));
    }

    @Override
    List<Map<String, Object>> decisions() {
      return RESTORE.decisions();
    }

    @Override
    Duration recoveryLag() {
      return Duration.ofSeconds(40);
    }
  },
  /**
   * The purchase of the DTS job is refused; another restore point is chosen, another clone made.
   */
  OTHER_POINT {
    @Override
    List<Map<String, Object>> decisions() {
      return List.of(
          decision("approve", "approval-1"),
          with(
              decision("changeRestorePoint", "failure-1"),
              "restoreTo",
              Map.of("backupId", OTHER_BACKUP)),
          decision("approve", "approval-2"));
    }

    @Override
    String refusal(String action, int nth) {
      return action.equals("CreateDtsInstance") && nth == 1 ? "InsufficientBalance" : null;
    }

    @Override
    int clones() {
      return 2;
    }
  },
  /** With databases: what is restored is no different from the primary, which is asked about. */
  DOUBTFUL("restorePoint-1") {
    @Override
    Map<String, Object> request(String instanceId) {
      return with(
          COMPARED.request(instanceId),
          "objects",
          List.of(Map.of("database", "shop", "as", "shop_back", "tables", List.of("customers"))));
    }

    @Override
    List<Map<String, Object>> decisions() {
      return List.of(decision("approve", "approval-1"), decision("approve", "restorePoint-1"));
    }
  },
  /** With databases: somebody changes the copy before it is compared. */
  DIFFERENT("difference-1") {
    @Override
    Map<String, Object> request(String instanceId) {
      return COMPARED.request(instanceId);
    }

    @Override
    List<Map<String, Object>> decisions() {
      return List.of(decision("approve", "approval-1"), decision("approve", "difference-1"));
    }

    @Override
    void answered(String action, Sandbox sandbox, String instanceId) {
      if (action.equals("DeleteDtsJob")) {
        new Shop(sandbox)
            .run("SET foreign_key_checks = 0", "DELETE FROM shop_back.orders ORDER BY id LIMIT 1");
      }
    }
  },
  /** With databases: somebody alters the table in the clone while it is copied. */
  ALTERED("ddl-1") {
    @Override
    Map<String, Object> request(String instanceId) {
      // It lasts until the tables are looked at.
      return with(COMPARED.request(instanceId), "migration", Map.of("maxRowsPerSecond", 1000));
    }

    @Override
    List<Map<String, Object>> decisions() {
      return List.of(
          decision("approve", "approval-1"),
          with(decision("resume", "ddl-1"), "migration", Map.of("maxRowsPerSecond", 100_000)),
          // It is not forgotten that the clone was altered.
          decision("approve", "difference-1"));
    }

    @Override
    void answered(String action, Sandbox sandbox, String instanceId) {
      if (action.equals("CreateDtsInstance")) {
        Owner.ofClone(sandbox).run("ALTER TABLE shop.orders MODIFY remark VARCHAR(210)");
      }
    }
  },
  /** As {@link #RESTORE}, with databases: to an instant, and the copy is compared. */
  COMPARED {
    @Override
    Map<String, Object> request(String instanceId) {
      return with(
          with(super.request(instanceId), "restoreTo", Map.of("time", BEFORE_DAMAGE.toString())),
          "verify",
          "checksum");
    }

    @Override
    List<Map<String, Object>> decisions() {
      return RESTORE.decisions();
    }
  },
  /** With databases: the restored table takes the place of the current one. */
  SWAPPED("swap-1", "swap-2") {
    @Override
    Map<String, Object> request(String instanceId) {
      return with(COMPARED.request(instanceId), "afterwards", "ask");
    }

    @Override
    List<Map<String, Object>> decisions() {
      return List.of(
          decision("approve", "approval-1"),
          decision("swap", "swap-1"),
          decision("leave", GATE_OF_UNDO));
    }
  },
  /** With databases: likewise, without a backup, and goes back. */
  UNDONE("swap-3") {
    @Override
    Map<String, Object> request(String instanceId) {
      return SWAPPED.request(instanceId);
    }

    @Override
    List<Map<String, Object>> decisions() {
      return List.of(
          decision("approve", "approval-1"),
          with(decision("swap", "swap-1"), "acknowledge", List.of("noBackup")),
          decision("undo", GATE_OF_UNDO),
          decision("leave", "swap-3"));
    }
  },
  /** With databases: missing and changed rows of the restored table go into the current one. */
  MERGED(Story.GATE_OF_MERGE_UNDO) {
    @Override
    Map<String, Object> request(String instanceId) {
      return SWAPPED.request(instanceId);
    }

    @Override
    List<Map<String, Object>> decisions() {
      return List.of(
          decision("approve", "approval-1"),
          with(decision("merge", "swap-1"), "mode", "both"),
          with(
              with(decision("merge", GATE_OF_UNDO), "planHash", AS_SHOWN),
              "acknowledge",
              List.of("noBackup")),
          decision("leave", GATE_OF_MERGE_UNDO));
    }
  },
  /** With databases: likewise, and they go out again. */
  UNMERGED("swap-4") {
    @Override
    Map<String, Object> request(String instanceId) {
      return SWAPPED.request(instanceId);
    }

    @Override
    List<Map<String, Object>> decisions() {
      List<Map<String, Object>> decisions = new ArrayList<>(MERGED.decisions());
      decisions.set(decisions.size() - 1, decision("undo", GATE_OF_MERGE_UNDO));
      decisions.add(decision("leave", "swap-4"));
      return decisions;
    }
  },
  /** With databases: a table is copied beside and moves to a name of its own that is free. */
  MOVED {
    @Override
    Map<String, Object> request(String instanceId) {
      return with(
          with(
              COMPARED.request(instanceId),
              "objects",
              List.of(
                  Map.of(
                      "database",
                      "shop",
                      "tables",
                      List.of(Map.of("name", "orders", "as", MoveScene.FOUND))))),
          // More than the copy has, so that there is something to raise.
          "autoIncrementFloor",
          MoveScene.FLOOR);
    }

    @Override
    List<Map<String, Object>> decisions() {
      return RESTORE.decisions();
    }

    @Override
    String restoredTable() {
      return MoveScene.FOUND;
    }
  },
  /** With databases: one that is gone is copied beside and moves to its own name as a whole. */
  HOME {
    @Override
    Map<String, Object> request(String instanceId) {
      return with(
          with(
              COMPARED.request(instanceId),
              "restoreTo",
              Map.of("time", LostDatabase.before().toString())),
          "objects",
          List.of(Map.of("database", LostDatabase.NAME)));
    }

    @Override
    List<Map<String, Object>> decisions() {
      return RESTORE.decisions();
    }

    @Override
    String restoredTable() {
      return LostDatabase.TABLE;
    }
  },
  /** The clone cannot be deleted at first. */
  REFUSED_REMOVAL("cleanup-1") {
    @Override
    List<Map<String, Object>> decisions() {
      return List.of(decision("approve", "approval-1"), decision("retry", "cleanup-1"));
    }

    @Override
    String refusal(String action, int nth) {
      return action.equals("DeleteDBInstance") && nth == 1 ? "Forbidden.RAM" : null;
    }
  };

  /** The backup set that all restores go back to. */
  static final String BACKUP = "1000000001";

  /** At it the restored table is in place. */
  static final String GATE_OF_UNDO = "swap-2";

  /** At it rows are merged. */
  static final String GATE_OF_MERGE_UNDO = "swap-3";

  /** Stands for the hash of what a gate shows. */
  private static final String AS_SHOWN = "asShown";

  static final String OTHER_BACKUP = "1000000002";

  /** The same for all cells, as it was when somebody first asked: within the recovery window. */
  @SuppressWarnings("TimeInStaticInitializer") // Before the first cell begins: that is meant.
  static final Instant BEFORE_DAMAGE =
      Instant.now().minus(Duration.ofMinutes(2)).truncatedTo(ChronoUnit.SECONDS);

  /** Long enough to be waited for, short enough for a test. */
  private static final String UNKNOWN_OUTCOME_WAIT = "PT2S";

  private final ImmutableList<String> gates;

  Story(String... gates) {
    this.gates = ImmutableList.copyOf(gates);
  }

  /** Gates at which a worker is killed in it. */
  List<String> gates() {
    return gates;
  }

  Map<String, Object> request(String instanceId) {
    return request(
        instanceId, Map.of("database", "shop", "as", "shop_back", "tables", List.of("orders")));
  }

  Map<String, Object> inPlace(String instanceId) {
    return with(
        request(instanceId, Map.of("database", "shop", "tables", List.of("orders"))),
        "target",
        "original");
  }

  private Map<String, Object> request(String instanceId, Map<String, Object> objects) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("regionId", Sandbox.REGION);
    request.put("instanceId", instanceId);
    request.put("restoreTo", Map.of("backupId", BACKUP));
    request.put("objects", List.of(objects));
    request.put("verify", "none");
    request.put("limits", limits());
    request.put("requestedBy", "ana");
    request.put("reason", "INC-4711");
    return request;
  }

  Map<String, Object> limits() {
    return Map.of("unknownOutcomeWait", UNKNOWN_OUTCOME_WAIT);
  }

  /** What people decide, each for a gate. */
  abstract List<Map<String, Object>> decisions();

  /** What somebody says when such an activity is under way for the first time; null: nothing. */
  Map<String, Object> during(String activity) {
    return null;
  }

  /** The code with which the cloud refuses the nth such call; null: it does not. */
  String refusal(String action, int nth) {
    return null;
  }

  /** What has happened before it starts. */
  void before(Sandbox sandbox, String instanceId) {}

  /** What else goes on once such a call is done. */
  void answered(String action, Sandbox sandbox, String instanceId) {}

  /** How long a clone and a precheck take. */
  Duration waits() {
    return Duration.ofSeconds(1);
  }

  /** How long a copy takes. */
  Duration copy() {
    return Duration.ofMillis(500);
  }

  RestorePhase end() {
    return RestorePhase.COMPLETED;
  }

  /** How far the end of the recovery window is behind the clock. */
  Duration recoveryLag() {
    return Duration.ZERO;
  }

  /** How many clones it buys, one after the other. */
  int clones() {
    return 1;
  }

  /** Whether it needs databases. */
  boolean hasDatabases() {
    return swaps()
        || merges()
        || this == COMPARED
        || this == DOUBTFUL
        || this == DIFFERENT
        || this == ALTERED
        || this == MOVED
        || this == HOME;
  }

  /** The name of the one table that it brings back. */
  String restoredTable() {
    return "orders";
  }

  /** What the report has to say of the copy, where there are databases. */
  String verdict() {
    return this == DIFFERENT || this == ALTERED
        ? VerificationSummary.ACCEPTED
        : VerificationSummary.EQUAL;
  }

  /** Whether tables are swapped in it. */
  boolean swaps() {
    return this == SWAPPED || this == UNDONE;
  }

  /** Whether rows are merged in it. */
  boolean merges() {
    return this == MERGED || this == UNMERGED;
  }

  /** A decision that names what its gate shows, where it has to. */
  static Map<String, Object> naming(Map<String, Object> decision, String shown) {
    return AS_SHOWN.equals(decision.get("planHash")) ? with(decision, "planHash", shown) : decision;
  }

  static Map<String, Object> decision(String action, String gate) {
    Map<String, Object> decision = new LinkedHashMap<>();
    decision.put("action", action);
    if (gate != null) {
      decision.put("gate", gate);
    }
    decision.put("actor", "ana");
    return decision;
  }

  static Map<String, Object> with(Map<String, Object> map, String field, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(map);
    changed.put(field, value);
    return changed;
  }

  /** Whether it acts only at a gate that is open; anything else is kept for its gate. */
  static boolean isAnswer(Map<String, Object> decision) {
    return Arrays.stream(Action.values())
        .filter(Action::answersWhatIsShown)
        .map(Action::word)
        .anyMatch(decision.get("action")::equals);
  }

  /** Whether something of it answers a gate whose id begins so. */
  boolean answersAny(String gates) {
    return decisions().stream()
        .filter(Story::isAnswer)
        .anyMatch(decision -> decision.get("gate").toString().startsWith(gates));
  }

  /** Those for one gate, or for all others. */
  List<Map<String, Object>> decisions(String gate, boolean forIt) {
    List<Map<String, Object>> chosen = new ArrayList<>(decisions());
    chosen.removeIf(decision -> gate.equals(decision.get("gate")) != forIt);
    return chosen;
  }
}
