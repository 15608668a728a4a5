package io.rdsrestore.workflows.restore;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.AccountLogin;
import io.rdsrestore.workflows.activity.BackupFacts;
import io.rdsrestore.workflows.activity.DatabaseFacts;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.activity.EnsureAccount;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.JobReference;
import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.ManagedAccount;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.PrecheckResult;
import io.rdsrestore.workflows.activity.PrimaryWatch;
import io.rdsrestore.workflows.activity.ReaderFacts;
import io.rdsrestore.workflows.activity.SwapTables;
import io.rdsrestore.workflows.activity.WatchTables;
import io.rdsrestore.workflows.audit.AuditTrail;
import io.rdsrestore.workflows.guard.TableShapes;
import io.rdsrestore.workflows.merge.MergeNote;
import io.rdsrestore.workflows.merge.MergePlan;
import io.rdsrestore.workflows.merge.MergedTable;
import io.rdsrestore.workflows.notify.NoticeKind;
import io.rdsrestore.workflows.notify.NotifyFacts;
import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.Price;
import io.rdsrestore.workflows.plan.RestorePlan;
import io.rdsrestore.workflows.policy.PolicyFacts;
import io.rdsrestore.workflows.request.AccountReference;
import io.rdsrestore.workflows.request.Accounts;
import io.rdsrestore.workflows.request.ConflictMode;
import io.rdsrestore.workflows.request.CopyRate;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.status.CloneStatus;
import io.rdsrestore.workflows.status.LeftBehind;
import io.rdsrestore.workflows.status.Progress;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.TaskStatus;
import io.rdsrestore.workflows.status.VerificationSummary;
import io.rdsrestore.workflows.swap.SwapLook;
import io.rdsrestore.workflows.swap.SwapTable;
import io.rdsrestore.workflows.swap.UndoOffer;
import io.rdsrestore.workflows.verdict.RunningCost;
import io.rdsrestore.workflows.verdict.remedies.RestoreNames;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a running restore knows. Phases write here; the status and the report are read from here. It
 * goes as JSON into the next run when the workflow continues as new.
 */
@JsonAutoDetect(
    fieldVisibility = JsonAutoDetect.Visibility.ANY,
    getterVisibility = JsonAutoDetect.Visibility.NONE,
    isGetterVisibility = JsonAutoDetect.Visibility.NONE,
    creatorVisibility = JsonAutoDetect.Visibility.NONE)
final class Restore {
  /** Things of ours that have to be removed once we have begun to make them. */
  enum Ours {
    WHITELIST,
    ACCOUNT,
    CLONE,
    JOB
  }

  String restoreId;
  String workflowId;
  Instant startedAt;
  RestoreRequest request;
  Accounts accounts;

  /** What the clones may cost; a decision at a cost gate raises it. Null: no limit. */
  BigDecimal maxCost;

  /** How fast DTS may copy; a decision that resumes may change it. */
  CopyRate rate = CopyRate.unlimited();

  RestorePhase phase = RestorePhase.PLANNING;
  String doing = "reading the request";
  RestorePlan plan;

  /** Of an hour of the clone, as last read. */
  Price price;

  InstanceFacts primary;
  Instant restorePoint;

  /** When the restore point leaves the recovery window; null if that is not known. */
  Instant pointLostAt;

  List<String> dtsAddresses = List.of();
  boolean primaryReachable;

  /** Whether the primary was looked at since its plan was approved, or needs not be. */
  boolean seenAfterApproval;

  /** The plan that was approved and did not hold any more; null: none. */
  OutdatedPlan outdated;

  /** Views, triggers, routines and events of the chosen databases, for the report. */
  Listed<ObjectDefinition> definitions = Listed.none();

  /** Those of the clone that are not on the primary any more. */
  List<ObjectDefinition> lostDefinitions = List.of();

  /** Of the chosen databases in the clone, by their names. */
  final TreeMap<String, String> cloneCollations = new TreeMap<>();

  /** What goes where; targets are decided from PREPARING on. */
  List<ObjectTarget> objects = List.of();

  final EnumSet<Ours> begun = EnumSet.noneOf(Ours.class);
  final List<String> createdDatabases = new ArrayList<>();
  final TreeSet<String> skippedItems = new TreeSet<>();

  /** Precheck items that the restore has repaired by itself: each once. */
  final TreeSet<String> repairedItems = new TreeSet<>();

  CloneStatus clone;
  boolean cloneTagged;
  InstanceFacts cloneFacts;

  /** Clones that turned out wrong and were released; they have cost something, too. */
  final List<CloneStatus> earlierClones = new ArrayList<>();

  TaskStatus task;

  /** How many DTS jobs of this restore have gone. */
  int earlierJobs;

  Progress progress;

  /** The precheck that a person is asked about; null if none is. */
  PrecheckResult failedPrecheck;

  /** The step that a person is asked about; null if none is. */
  String failedStep;

  /** Why the copy or the comparison is paused; null if it is not. */
  String pausedBecause;

  /** A precheck that passes may go on to copy at once: from its start on rows may be written. */
  boolean copyMayHaveBegun;

  /** What tables under copy look like, as far as that is known. */
  TableShapes shapes = TableShapes.none();

  /** What somebody has changed of them, which a person is asked about; empty if nothing. */
  List<String> tableChanges = List.of();

  /** Rows of the chosen tables in the clone before the copy, by {@code database.table}. */
  final SortedMap<String, Long> cloneRows = new TreeMap<>();

  /** What has changed in the clone since. */
  final List<String> cloneChanges = new ArrayList<>();

  /** Why events of the clone may run; null if none does. */
  String cloneMayRun;

  boolean copied;

  /** How long it took from the start of the copy to its end. */
  Duration copyTook = Duration.ZERO;

  /** When the copy was seen to have ended; null while it has not. */
  Instant copyEndedAt;

  /** Where copies that were given up may have left something on the primary. */
  final List<ObjectTarget> abandoned = new ArrayList<>();

  VerificationSummary verification;

  /** Tables that were copied beside and have moved into places of their own. */
  final List<SwapTable> movedIn = new ArrayList<>();

  /** Those that were sent there while nobody has said yet that they are there. */
  List<SwapTable> movingIn = List.of();

  /** Databases that were lost as a whole and have their own names again, as they were copied. */
  final List<ObjectTarget> movedDatabases = new ArrayList<>();

  /** The one that was sent there while nobody has said yet that it is there; null: none. */
  ObjectTarget movingDatabase;

  /** Why others stay beside, and what those in their places lack, each a sentence. */
  final List<String> staysBeside = new ArrayList<>();

  /** Places of theirs that nothing has. */
  final List<QualifiedName> freePlaces = new ArrayList<>();

  /** Whether it is settled which tables move into free places. */
  boolean moveInSettled;

  /** Tables that a person has decided to swap, as last seen; empty before. */
  List<SwapLook> swap = List.of();

  /** Those that were sent to other places while nobody has said yet that they are there. */
  List<SwapTable> moving = List.of();

  /** A merge that has been counted, for a decision that names it; null if none has. */
  MergePlan mergePlan;

  /** The merge that a person has decided, begun or done; null before, and after its undo. */
  MergePlan merging;

  /** What it has done; empty before its end. */
  List<MergedTable> merged = List.of();

  /** Whether it is being taken back. */
  boolean unmerging;

  /** How many merges have begun: each keeps what it replaces in tables of its own. */
  int merges;

  /** Of merges that are undone or given up, for the gate and the report. */
  final List<MergeNote> mergeNotes = new ArrayList<>();

  /** Of the primary, before its tables are touched; null while there is none. */
  BackupFacts backup;

  /** Who has decided to do without; null: nobody. */
  String backupDeclinedBy;

  /** Why it stopped before its time; null while it has not. */
  String stopped;

  /** Who wants the clone kept at the end; null: it is removed. */
  String cloneKeptBy;

  /** Whether the clone outlives this restore, in the care of another workflow. */
  boolean handsCloneOver;

  /** Whether that workflow has been started. */
  boolean cloneHandedOver;

  /** Whom the worker that read the primary last tells of this restore; null: nobody. */
  NotifyFacts notifications;

  /** What the worker that read the primary last lets nobody do; null: it has no policy. */
  PolicyFacts policy;

  /** What has yet to come to the audit of that worker. */
  final AuditTrail audit = new AuditTrail();

  /** What people were told of the gates that wait, by gate. */
  final SortedMap<String, List<NoticeKind>> told = new TreeMap<>();

  /** Until when a clone is kept that has outlived its restore; null in a restore. */
  Instant keptUntil;

  /** Whether its removal has come to an end there, whatever it was. */
  boolean keptCloneSettled;

  /** What can still be taken back after the restore has ended; null: nothing. */
  UndoOffer undo;

  /** The end of the offer that has been told of before; null: none. */
  Instant undoEndTold;

  /** Who has decided that it is; null: nobody. */
  String undoDecidedBy;

  /** How that ended; null while it has not. */
  String undone;

  /** Tables that it has swapped back. */
  final List<SwapTable> swappedBack = new ArrayList<>();

  final List<LeftBehind> left = new ArrayList<>();
  RestoreReport report;

  /** For its JSON. */
  Restore() {}

  Restore(String restoreId, String workflowId, Instant startedAt) {
    this.restoreId = restoreId;
    this.workflowId = workflowId;
    this.startedAt = startedAt;
  }

  /** What the worker that has read the primary is configured to do. */
  void learn(ReaderFacts worker) {
    notifications = worker.notifications();
    policy = worker.policy();
    maxCost = rules().capped(maxCost);
    audit.know(worker.audited(), Auditor.source(this), Clock.now());
  }

  /** The policy, or no rules where there is none. */
  PolicyFacts rules() {
    return PolicyFacts.orNone(policy);
  }

  /** A definite refusal says that what was asked for does not exist: nothing to remove then. */
  Consumer<Trouble> notThereIfRefused(Ours ours) {
    return trouble -> {
      if (!trouble.code().isRetryable()) {
        begun.remove(ours);
      }
    };
  }

  InstanceReference primaryReference() {
    return new InstanceReference(request.regionId(), request.instanceId());
  }

  InstanceReference cloneReference() {
    return new InstanceReference(request.regionId(), clone.instanceId());
  }

  Instant expires() {
    return startedAt.plus(RestoreMark.LIFE);
  }

  String jobName() {
    // A job that has just gone may still be listed: the next one has a name of its own.
    String name =
        earlierJobs == 0
            ? request.taskName()
            : "%s #%d".formatted(request.taskName(), earlierJobs + 1);
    return RestoreMark.jobName(name, restoreId, expires());
  }

  /** Which clone of this restore it is, from 1. */
  int cloneOrdinal() {
    return earlierClones.size() + 1;
  }

  /** All clones that were bought, the present one last. */
  List<CloneStatus> allClones() {
    return Stream.concat(earlierClones.stream(), Stream.ofNullable(clone)).toList();
  }

  /** Whether the clone is bought and does not run yet, so that RDS does not delete it. */
  boolean isCloneBeingMade() {
    return clone != null && cloneFacts == null && keptUntil == null;
  }

  /** What the clones before the present one have cost. */
  BigDecimal spentOnEarlierClones(Instant now) {
    return earlierClones.isEmpty()
        ? BigDecimal.ZERO
        : RunningCost.of(price, earlierClones, now).amount();
  }

  /** What is being done, so that a resumed run asks again before it does it. */
  boolean isAskedAbout(String step) {
    return step.equals(failedStep);
  }

  JobReference jobReference() {
    return new JobReference(
        request.regionId(), restoreId, task.jobId(), task.dtsInstanceId(), task.name());
  }

  AccountLogin sourceAccount() {
    return accounts.isManaged()
        ? AccountLogin.managed(restoreId)
        : AccountLogin.existing(accounts.onSource());
  }

  AccountLogin targetAccount() {
    return accounts.isManaged()
        ? AccountLogin.managed(restoreId)
        : AccountLogin.existing(accounts.onTarget());
  }

  /** The temporary account on an instance, with rights on databases that exist. */
  EnsureAccount temporaryAccount(InstanceReference instance, List<String> databases) {
    return new EnsureAccount(new ManagedAccount(instance, restoreId), databases, engine());
  }

  /** What runs on the primary and its clone. */
  Engine engine() {
    return Engine.in(primary);
  }

  DatabaseLogin primaryLogin() {
    return new DatabaseLogin(request.instanceId(), primary.address(), targetAccount(), engine());
  }

  DatabaseLogin cloneLogin() {
    return new DatabaseLogin(clone.instanceId(), cloneFacts.address(), sourceAccount(), engine());
  }

  /**
   * Tables that nobody may change while they are copied; null if the worker cannot look at them.
   */
  WatchTables watchedTables() {
    return primaryReachable ? new WatchTables(cloneLogin(), primaryLogin(), objects, shapes) : null;
  }

  /** How much the primary may suffer while it is written to or read at length. */
  PrimaryWatch watch() {
    return new PrimaryWatch(
        primaryReference(),
        primary.readReplicaIds(),
        request.limits().diskPercent(),
        request.limits().replicaDelay(),
        primary.storageGb());
  }

  /** What a run before a reset has made on the primary is ours, too. */
  void recogniseDatabases() {
    primary.databases().stream()
        .filter(database -> database.isMadeBy(restoreId))
        .map(DatabaseFacts::name)
        .filter(database -> !createdDatabases.contains(database))
        .forEach(createdDatabases::add);
  }

  /** Names of the databases on the primary that are written into. */
  List<String> targetDatabases() {
    return objects.stream().map(ObjectTarget::targetDatabase).distinct().toList();
  }

  List<String> chosenDatabasesInClone() {
    Set<String> there =
        cloneFacts.databases().stream().map(DatabaseFacts::name).collect(Collectors.toSet());
    return objects.stream().map(ObjectTarget::database).filter(there::contains).distinct().toList();
  }

  /** What commands for people are filled with. */
  RestoreNames names() {
    return new RestoreNames(
        request.regionId(),
        request.instanceId(),
        clone == null ? null : clone.instanceId(),
        task == null ? null : task.jobId(),
        dtsAddresses,
        accountName(accounts.onSource()),
        accountName(accounts.onTarget()),
        accounts.isManaged(),
        objects,
        engine());
  }

  private String accountName(AccountReference existing) {
    return accounts.isManaged() ? RestoreMark.accountName(restoreId) : existing.userName();
  }

  /** What is asked of the databases about tables that change places. */
  SwapTables swapTables(List<SwapTable> tables) {
    return swapTables(tables, new TreeMap<>());
  }

  /** Likewise, into databases that were made for them, each with its collation. */
  SwapTables swapTables(List<SwapTable> tables, SortedMap<String, String> madeHomes) {
    return new SwapTables(primaryLogin(), tables, autoIncrementFloor(), restoreId, madeHomes);
  }

  /** The least number that a table in its place gives out next; 0: no least number. */
  long autoIncrementFloor() {
    return request.autoIncrementFloor() == null ? 0 : request.autoIncrementFloor();
  }

  /** What a database of the clone is written in, as RDS says it; DTS falls back to it itself. */
  String charsetInClone(String database) {
    return cloneFacts.databases().stream()
        .filter(there -> there.name().equals(database))
        .map(DatabaseFacts::charset)
        .findFirst()
        .orElse(engine().defaultCharset());
  }

  /** The tables of a whole database that were counted in the clone. */
  List<TableSelection> tablesInClone(ObjectTarget object) {
    // Neither a database nor a table has a dot in its name.
    String prefix = object.database() + ".";
    return cloneRows.keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> new TableSelection(name.substring(prefix.length()), null))
        .toList();
  }

  /** Whether the clone has held what was copied to a name beside, as far as that is known. */
  boolean cloneHeld(QualifiedName copy) {
    return cloneRows.isEmpty()
        || objects.stream()
            .filter(object -> copy.database().equals(object.targetDatabase()))
            .flatMap(
                object ->
                    object.tables().stream()
                        .filter(table -> copy.name().equals(table.targetName()))
                        .map(table -> object.database() + "." + table.name()))
            .anyMatch(name -> cloneRows.containsKey(name));
  }

  /** Whether rows that were on the primary before may be there beside the restored ones. */
  boolean keepsExistingRows() {
    return request.onConflict() == ConflictMode.KEEP_EXISTING
        || skippedItems.contains("CHECK_SAME_OBJ")
        || skippedItems.contains("CHECK_DEST_TABLE_EMPTY");
  }
}
