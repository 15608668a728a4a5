package io.rdsrestore.demo.killmatrix;

import static io.rdsrestore.demo.killmatrix.CloudWrite.CloneDBInstance;
import static io.rdsrestore.demo.killmatrix.CloudWrite.ConfigureDtsJob;
import static io.rdsrestore.demo.killmatrix.CloudWrite.CreateAccount;
import static io.rdsrestore.demo.killmatrix.CloudWrite.CreateBackup;
import static io.rdsrestore.demo.killmatrix.CloudWrite.CreateDatabase;
import static io.rdsrestore.demo.killmatrix.CloudWrite.CreateDtsInstance;
import static io.rdsrestore.demo.killmatrix.CloudWrite.DeleteAccount;
import static io.rdsrestore.demo.killmatrix.CloudWrite.DeleteDBInstance;
import static io.rdsrestore.demo.killmatrix.CloudWrite.DeleteDtsJob;
import static io.rdsrestore.demo.killmatrix.CloudWrite.GrantAccountPrivilege;
import static io.rdsrestore.demo.killmatrix.CloudWrite.ModifyDynamicConfig;
import static io.rdsrestore.demo.killmatrix.CloudWrite.ModifySecurityIps;
import static io.rdsrestore.demo.killmatrix.CloudWrite.ResetAccountPassword;
import static io.rdsrestore.demo.killmatrix.CloudWrite.SkipPreCheck;
import static io.rdsrestore.demo.killmatrix.CloudWrite.StartDtsJob;
import static io.rdsrestore.demo.killmatrix.CloudWrite.StopDtsJob;
import static io.rdsrestore.demo.killmatrix.CloudWrite.SuspendDtsJob;
import static io.rdsrestore.demo.killmatrix.CloudWrite.TagResources;

import io.rdsrestore.demo.killmatrix.Point.OnCall;
import io.rdsrestore.demo.killmatrix.Point.OnGate;
import io.rdsrestore.demo.killmatrix.Point.OnStart;
import io.rdsrestore.demo.killmatrix.Point.OnStatement;
import io.rdsrestore.demo.killmatrix.Point.OnWait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All cells. */
final class Matrix {
  /** The calls of each story, each with how often it comes; a test holds it to the calm runs. */
  static final Map<Story, Map<CloudWrite, Integer>> CALLS =
      Map.of(
          Story.RESTORE,
          Map.ofEntries(
              Map.entry(ModifySecurityIps, 2),
              Map.entry(CreateAccount, 2),
              Map.entry(GrantAccountPrivilege, 3),
              Map.entry(CloneDBInstance, 1),
              Map.entry(TagResources, 1),
              Map.entry(CreateDatabase, 1),
              Map.entry(ResetAccountPassword, 1),
              Map.entry(ConfigureDtsJob, 1),
              Map.entry(CreateDtsInstance, 1),
              Map.entry(StartDtsJob, 1),
              Map.entry(DeleteDtsJob, 1),
              Map.entry(DeleteAccount, 1),
              Map.entry(DeleteDBInstance, 1)),
          Story.SKIPPED,
          Map.of(SkipPreCheck, 1, StartDtsJob, 2),
          Story.CHANGED,
          Map.of(ConfigureDtsJob, 2, StartDtsJob, 2, ResetAccountPassword, 3),
          Story.PAUSED,
          Map.of(SuspendDtsJob, 1, ModifyDynamicConfig, 1, StartDtsJob, 2),
          Story.OTHER_POINT,
          Map.of(
              CloneDBInstance,
              2,
              DeleteDBInstance,
              2,
              ConfigureDtsJob,
              2,
              DeleteDtsJob,
              2,
              TagResources,
              2,
              CreateAccount,
              3,
              ResetAccountPassword,
              2,
              ModifySecurityIps,
              2,
              GrantAccountPrivilege,
              4),
          Story.ABORTED,
          Map.of(
              SuspendDtsJob,
              1,
              StopDtsJob,
              1,
              DeleteDtsJob,
              1,
              DeleteAccount,
              1,
              DeleteDBInstance,
              1));

  private static final List<String> WAITS =
      List.of("AwaitClone", "AwaitPrecheck", "AwaitMigration");

  private static final List<SqlStep> MOVE =
      List.of(
          SqlStep.LOCK_TABLES, SqlStep.ALTER_TABLE, SqlStep.RENAME_TABLE, SqlStep.UNLOCK_TABLES);

  private static final List<CloudWrite> PURCHASES =
      List.of(CloneDBInstance, ConfigureDtsJob, CreateDtsInstance);

  private final List<Cell> cells = new ArrayList<>();

  private Matrix() {}

  /** In the order of the page. */
  static List<Cell> cells() {
    Matrix matrix = new Matrix();
    matrix.calls();
    matrix.waits();
    matrix.gates();
    matrix.deeds();
    return List.copyOf(matrix.cells);
  }

  /** The gravest once more with databases, and what comes up with databases only. */
  static List<Cell> withDatabases() {
    Matrix matrix = new Matrix();
    for (CloudWrite action : CloudWrite.values()) {
      if (action.isGrave()) {
        matrix.add(Story.COMPARED, new OnCall(action, 1), Blow.KILL_AFTER_COMMIT, false);
      }
    }
    for (String activity : List.of("EnsureCloneQuiet", "CompareTables", "ReadSchema")) {
      matrix.add(Story.COMPARED, new OnStart(activity), Deed.KILL, false);
    }
    for (SqlBlow blow : List.of(SqlBlow.KILL_BEFORE, SqlBlow.KILL_AFTER_COMMIT, SqlBlow.RESET)) {
      boolean always = blow == SqlBlow.KILL_AFTER_COMMIT;
      matrix.add(Story.COMPARED, new OnStatement(SqlStep.COMPARE, 1), blow, always);
    }
    matrix.blows(Story.SWAPPED, CreateBackup, 1);
    matrix.moves(Story.SWAPPED, "EnsureSwapped", 1);
    matrix.moves(Story.UNDONE, "EnsureSwappedBack", 2);
    matrix.movesIn();
    matrix.comesHome();
    matrix.merges();
    for (Story story : Story.values()) {
      for (String gate : story.hasDatabases() ? story.gates() : List.<String>of()) {
        for (Deed deed : List.of(Deed.KILL, Deed.ABORT, Deed.CANCEL)) {
          boolean always = gate.equals(Story.GATE_OF_UNDO) && deed == Deed.KILL;
          matrix.add(story, new OnGate(gate), deed, always);
        }
      }
    }
    return List.copyOf(matrix.cells);
  }

  /** A swap or an undo, hit at each of its statements. */
  private void moves(Story story, String activity, int nth) {
    add(story, new OnStart(activity), Deed.KILL, false);
    for (SqlStep step : MOVE) {
      for (SqlBlow blow : SqlBlow.values()) {
        boolean everywhere = blow == SqlBlow.KILL_BEFORE || blow == SqlBlow.KILL_AFTER_COMMIT;
        boolean locked = step == SqlStep.LOCK_TABLES && blow == SqlBlow.HOST_GONE;
        if (everywhere || locked || step == SqlStep.RENAME_TABLE) {
          boolean grave = step == SqlStep.RENAME_TABLE || (step == MOVE.get(0) && nth == 1);
          boolean always =
              (grave && blow == SqlBlow.KILL_AFTER_COMMIT)
                  || (grave && blow == SqlBlow.ABORT && nth == 1);
          add(story, new OnStatement(step, nth), blow, always);
        }
      }
    }
  }

  /** A move to a free place, hit likewise. */
  private void movesIn() {
    add(Story.MOVED, new OnStart("EnsureMovedIn"), Deed.KILL, false);
    for (SqlStep step : List.of(SqlStep.ALTER_TABLE, SqlStep.RENAME_TABLE)) {
      for (SqlBlow blow : SqlBlow.values()) {
        boolean isMove = step == SqlStep.RENAME_TABLE;
        if (isMove || blow == SqlBlow.KILL_BEFORE || blow == SqlBlow.KILL_AFTER_COMMIT) {
          boolean always = isMove && (blow == SqlBlow.KILL_AFTER_COMMIT || blow == SqlBlow.ABORT);
          add(Story.MOVED, new OnStatement(step, 1), blow, always);
        }
      }
    }
  }

  /** A lost database that moves as a whole, hit likewise, and once its home is made. */
  private void comesHome() {
    add(Story.HOME, new OnCall(CreateDatabase, 2), Blow.KILL_AFTER_COMMIT, false);
    add(Story.HOME, new OnStart("EnsureDatabaseMovedIn"), Deed.KILL, false);
    for (SqlBlow blow : SqlBlow.values()) {
      boolean always = blow == SqlBlow.KILL_AFTER_COMMIT || blow == SqlBlow.ABORT;
      add(Story.HOME, new OnStatement(SqlStep.RENAME_TABLE, 1), blow, always);
    }
  }

  /**
   * A merge and its undo, hit in a part in their midst: before and after each of its statements.
   * Those of every build are before a part is committed, after it, and where only the server knows.
   */
  private void merges() {
    add(Story.MERGED, new OnStart("EnsureMerged"), Deed.KILL, false);
    mergeStep(Story.MERGED, SqlStep.CREATE_SAVED, 1);
    // Two of them in a part: that of the replaced rows, and that of the inserted ones.
    mergeStep(Story.MERGED, SqlStep.SAVE, 4);
    mergeStep(Story.MERGED, SqlStep.INSERT, 2);
    mergeStep(Story.MERGED, SqlStep.REPLACE, 2);
    mergeStep(Story.MERGED, SqlStep.COMMIT_MERGED, 3);
    add(Story.UNMERGED, new OnStart("EnsureUnmerged"), Deed.KILL, false);
    // Three of them in a part.
    mergeStep(Story.UNMERGED, SqlStep.CHOOSE, 5);
    mergeStep(Story.UNMERGED, SqlStep.REMOVE, 2);
    mergeStep(Story.UNMERGED, SqlStep.PUT_BACK, 2);
    mergeStep(Story.UNMERGED, SqlStep.COMMIT_UNMERGED, 3);
  }

  private void mergeStep(Story story, SqlStep step, int nth) {
    boolean commit = step == SqlStep.COMMIT_MERGED || step == SqlStep.COMMIT_UNMERGED;
    boolean rows = step == SqlStep.REPLACE || step == SqlStep.REMOVE;
    for (SqlBlow blow : SqlBlow.values()) {
      boolean each = blow == SqlBlow.KILL_BEFORE || blow == SqlBlow.KILL_AFTER_COMMIT;
      boolean always =
          ((commit || rows) && blow == SqlBlow.KILL_AFTER_COMMIT)
              || (step == SqlStep.COMMIT_MERGED && blow == SqlBlow.ABORT);
      if (each || commit || (rows && blow == SqlBlow.HOST_GONE)) {
        add(story, new OnStatement(step, nth), blow, always);
      }
    }
  }

  private void add(Story story, Point point, What what, boolean always) {
    cells.add(new Cell(story, point, what, always));
  }

  private void calls() {
    for (Story story : withoutDatabases()) {
      if (story == Story.OTHER_POINT) {
        otherPoint();
        continue;
      }
      Map<CloudWrite, Integer> calls = CALLS.getOrDefault(story, Map.of());
      for (CloudWrite action : CloudWrite.values()) {
        // A first one of a story that goes the same way is hit in RESTORE.
        boolean own = story == Story.RESTORE || !Matrix.isIn(Story.RESTORE, action);
        int first = own || story == Story.ABORTED ? 1 : 2;
        for (int nth = first; nth <= calls.getOrDefault(action, 0); nth++) {
          blows(story, action, nth);
        }
      }
    }
  }

  /** The second clone is bought once, and only when the first is gone. */
  private void otherPoint() {
    blows(Story.OTHER_POINT, CloneDBInstance, 2);
    for (CloudWrite action : List.of(DeleteDtsJob, DeleteDBInstance)) {
      for (Blow kill : List.of(Blow.KILL_BEFORE, Blow.KILL_AFTER_COMMIT, Blow.KILL_AFTER_ANSWER)) {
        add(Story.OTHER_POINT, new OnCall(action, 1), kill, false);
      }
    }
  }

  private static List<Story> withoutDatabases() {
    return Stream.of(Story.values()).filter(story -> !story.hasDatabases()).toList();
  }

  private static boolean isIn(Story story, CloudWrite action) {
    return CALLS.get(story).containsKey(action);
  }

  private void blows(Story story, CloudWrite action, int nth) {
    for (Blow blow : Blow.values()) {
      boolean purchase = PURCHASES.contains(action) && story == Story.RESTORE;
      boolean first = action == CloneDBInstance && story == Story.RESTORE;
      if ((blow == Blow.LATE && !purchase) || (blow == Blow.KILL_UNNOTICED && !first)) {
        continue;
      }
      boolean grave = story == Story.RESTORE && action.isGrave();
      boolean sample = nth == 1 && blow == Blow.KILL_AFTER_COMMIT;
      add(story, new OnCall(action, nth), blow, grave || sample);
    }
  }

  private void waits() {
    WAITS.forEach(wait -> add(Story.SLOW, new OnWait(wait), Deed.KILL, true));
    add(Story.FRESH, new OnWait("AwaitRecoveryWindow"), Deed.KILL, true);
  }

  private void gates() {
    for (Story story : withoutDatabases()) {
      story.gates().forEach(gate -> add(story, new OnGate(gate), Deed.KILL, true));
    }
  }

  private void deeds() {
    for (Deed stop : List.of(Deed.CANCEL, Deed.ABORT)) {
      for (CloudWrite action : CloudWrite.values()) {
        if (isIn(Story.RESTORE, action)) {
          boolean always = PURCHASES.contains(action) && stop == Deed.CANCEL;
          add(Story.RESTORE, new OnCall(action, 1), stop, always);
        }
      }
      for (String wait : WAITS) {
        add(Story.SLOW, new OnWait(wait), stop, false);
      }
      add(Story.FRESH, new OnWait("AwaitRecoveryWindow"), stop, false);
      for (Story story : withoutDatabases()) {
        story.gates().forEach(gate -> add(story, new OnGate(gate), stop, false));
      }
    }
    for (String wait : WAITS) {
      add(Story.SLOW, new OnWait(wait), Deed.RESET_TO_BEGIN, true);
      add(Story.SLOW, new OnWait(wait), Deed.RESET_TO_LAST, false);
      add(Story.SLOW, new OnWait(wait), Deed.CLOUD_GONE, !wait.equals("AwaitPrecheck"));
    }
    // What the restore has made on the primary before is its own after a reset.
    for (CloudWrite action : List.of(ConfigureDtsJob, CreateDtsInstance)) {
      add(Story.RESTORE, new OnCall(action, 1), Deed.RESET_TO_BEGIN, action == ConfigureDtsJob);
      add(Story.RESTORE, new OnCall(action, 1), Deed.RESET_TO_LAST, false);
    }
    add(Story.SLOW, new OnWait("AwaitClone"), Deed.TERMINATE, true);
    add(Story.CHANGED, new OnGate("precheck-1"), Deed.TERMINATE, true);
    add(Story.SLOW, new OnWait("AwaitClone"), Deed.TEMPORAL_RESTARTED, true);
  }

  /** Calls of a calm run that no cell is about; a call that is refused changes nothing. */
  static List<OnCall> missing(Story story, List<OnCall> calls) {
    return calls.stream().filter(call -> doneSoFar(story, call) > most(story, call)).toList();
  }

  /** Calls that cells are about and a calm run does not make: nothing would ever happen to them. */
  static List<OnCall> unmade(Story story, List<OnCall> calls) {
    return CALLS.getOrDefault(story, Map.of()).entrySet().stream()
        .map(entry -> new OnCall(entry.getKey(), entry.getValue()))
        .filter(call -> !calls.contains(call))
        .toList();
  }

  private static int doneSoFar(Story story, OnCall call) {
    return story.refusal(call.action().name(), 1) == null ? call.nth() : call.nth() - 1;
  }

  private static int most(Story story, OnCall call) {
    return Math.max(
        CALLS.getOrDefault(story, Map.of()).getOrDefault(call.action(), 0),
        CALLS.get(Story.RESTORE).getOrDefault(call.action(), 0));
  }
}
