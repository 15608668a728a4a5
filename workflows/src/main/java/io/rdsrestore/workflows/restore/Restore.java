package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.AccountLogin;
import io.rdsrestore.workflows.activity.DatabaseFacts;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.JobReference;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.RestorePlan;
import io.rdsrestore.workflows.request.AccountReference;
import io.rdsrestore.workflows.request.Accounts;
import io.rdsrestore.workflows.request.ConflictMode;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.status.CloneStatus;
import io.rdsrestore.workflows.status.LeftBehind;
import io.rdsrestore.workflows.status.Progress;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.TaskStatus;
import io.rdsrestore.workflows.status.VerificationSummary;
import io.rdsrestore.workflows.verdict.remedies.RestoreNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What a running restore knows. Phases write here; the status and the report are read from here.
 */
final class Restore {
  /** Until when what we make is meant to be; a clone that is older has outlived its restore. */
  private static final Duration LIFE = Duration.ofDays(7);

  /** Things of ours that have to be removed once we have begun to make them. */
  enum Ours {
    WHITELIST,
    ACCOUNT,
    CLONE,
    JOB
  }

  final String restoreId;
  final String workflowId;
  final Instant startedAt;
  RestoreRequest request;
  Accounts accounts;

  RestorePhase phase = RestorePhase.PLANNING;
  String doing = "reading the request";
  RestorePlan plan;
  InstanceFacts primary;
  Instant restorePoint;
  List<String> dtsAddresses = List.of();
  boolean primaryReachable;

  /** What goes where; targets are decided from PREPARING on. */
  List<ObjectTarget> objects = List.of();

  final Set<Ours> begun = EnumSet.noneOf(Ours.class);
  final List<String> createdDatabases = new ArrayList<>();
  final Set<String> skippedItems = new TreeSet<>();

  /** Precheck items that the restore has repaired by itself: each once. */
  final Set<String> repairedItems = new TreeSet<>();

  CloneStatus clone;
  InstanceFacts cloneFacts;
  TaskStatus task;
  Progress progress;

  /** A precheck that passes may go on to copy at once: from its start on rows may be written. */
  boolean copyMayHaveBegun;

  boolean copied;
  VerificationSummary verification;
  final List<LeftBehind> left = new ArrayList<>();
  RestoreReport report;

  Restore(String restoreId, String workflowId, Instant startedAt) {
    this.restoreId = restoreId;
    this.workflowId = workflowId;
    this.startedAt = startedAt;
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
    return startedAt.plus(LIFE);
  }

  String jobName() {
    return RestoreMark.jobName(request.taskName(), restoreId, expires());
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

  DatabaseLogin primaryLogin() {
    return new DatabaseLogin(request.instanceId(), primary.address(), targetAccount());
  }

  DatabaseLogin cloneLogin() {
    return new DatabaseLogin(clone.instanceId(), cloneFacts.address(), sourceAccount());
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
        objects);
  }

  private String accountName(AccountReference existing) {
    return accounts.isManaged() ? RestoreMark.accountName(restoreId) : existing.userName();
  }

  /** Whether rows that were on the primary before may be there beside the restored ones. */
  boolean keepsExistingRows() {
    return request.onConflict() == ConflictMode.KEEP_EXISTING
        || skippedItems.contains("CHECK_SAME_OBJ")
        || skippedItems.contains("CHECK_DEST_TABLE_EMPTY");
  }
}
