package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.activity.EnsureDatabase;
import io.rdsrestore.workflows.activity.EnsureWhitelist;
import io.rdsrestore.workflows.activity.EnsuredDatabase;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.PrecheckFinding;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.verdict.OwnRepair;
import io.rdsrestore.workflows.verdict.RepairChoice;
import io.rdsrestore.workflows.verdict.remedies.AccessCause;
import io.rdsrestore.workflows.verdict.remedies.AccessDiagnosis;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks into what failed in a precheck, and repairs what is the restore's own: whitelist group,
 * temporary accounts, target databases. Each repair is recorded as a decision of rds-restore.
 */
final class SafeRepair {
  private static final String ACTION = "repair";
  private static final String CHANGE = "look-into-failed-precheck";

  /** The network is named where nothing else could be seen: then it may be the password, too. */
  private static final Set<AccessCause> MAY_BE_THE_ACCOUNT =
      Set.of(AccessCause.PASSWORD, AccessCause.ACCOUNT, AccessCause.NETWORK);

  private final Restore restore;
  private final Steps steps;
  private final Gates gates;
  private final Journal journal;
  private final ConfiguringPhase configuring;
  private final AccessLook access;

  SafeRepair(
      Restore restore, Steps steps, Gates gates, Journal journal, ConfiguringPhase configuring) {
    this.restore = restore;
    this.steps = steps;
    this.gates = gates;
    this.journal = journal;
    this.configuring = configuring;
    access = new AccessLook(restore);
  }

  /** What a look at the accesses finds, by item; of items about other things nothing. */
  Map<String, AccessDiagnosis> look(List<PrecheckFinding> failed) {
    return isOurMatter(failed) ? access.look(failed) : Map.of();
  }

  /**
   * True if something was repaired, so that the precheck is to run again before anybody is asked.
   */
  boolean mend(List<PrecheckFinding> failed, Map<String, AccessDiagnosis> diagnoses) {
    if (!isOurMatter(failed)) {
      return false;
    }
    RepairChoice choice =
        RepairChoice.of(
            restore.request.autoRepair(),
            restore.accounts.isManaged(),
            failed,
            restore.repairedItems,
            diagnoses);
    if (choice.repairs().isEmpty()) {
      return false;
    }
    String items = String.join(", ", choice.items());
    restore.repairedItems.addAll(choice.items());
    journal.doing("Repairing what is its own after the precheck failed: " + items);
    List<String> done = new ArrayList<>();
    try {
      repair(choice.repairs(), done);
    } catch (StepFailed trouble) {
      journal.note(
          "Could not repair %s by itself: %s".formatted(items, trouble.trouble().message()));
      return false;
    }
    if (done.isEmpty()) {
      return false;
    }
    gates.recordOwn(
        ACTION,
        "the precheck failed: %s%s; now %s, and the precheck runs again"
            .formatted(items, found(choice, diagnoses), String.join("; ", done)));
    configuring.configure();
    journal.doing("Running the precheck of %s again".formatted(restore.task.jobId()));
    return true;
  }

  /**
   * A person wants the precheck again: of our temporary accounts nobody but the restore knows the
   * passwords, so it sets them, whatever it may repair unasked.
   */
  void beforeRetry(List<PrecheckFinding> failed, Map<String, AccessDiagnosis> diagnoses) {
    boolean lost =
        diagnoses.values().stream()
            .anyMatch(diagnosis -> !Collections.disjoint(diagnosis.causes(), MAY_BE_THE_ACCOUNT));
    boolean oldFormat =
        failed.stream().anyMatch(each -> "CHECK_MYSQL_PASSOWRD_FORMAT".equals(each.item()));
    if (restore.accounts.isManaged() && isOurMatter(failed) && (lost || oldFormat)) {
      steps.must("set the temporary account anew on the primary", this::accountOnPrimary);
      steps.must("set the temporary account anew on the clone", this::accountOnClone);
    }
  }

  /** Restores that began before this was built go on without it. */
  private static boolean isOurMatter(List<PrecheckFinding> failed) {
    return failed.stream().map(PrecheckFinding::item).anyMatch(RepairChoice::isOurs)
        && Workflow.getVersion(CHANGE, Workflow.DEFAULT_VERSION, 1) >= 1;
  }

  private static String found(RepairChoice choice, Map<String, AccessDiagnosis> diagnoses) {
    List<String> found =
        choice.items().stream()
            .filter(diagnoses::containsKey)
            .map(item -> diagnoses.get(item).sentence())
            .toList();
    return found.isEmpty() ? "" : " (" + String.join("; ", found) + ")";
  }

  private void repair(Set<OwnRepair> repairs, List<String> done) throws StepFailed {
    if (repairs.contains(OwnRepair.WHITELIST)) {
      whitelist(restore.primaryReference(), "primary");
      whitelist(restore.cloneReference(), "clone");
      done.add(OwnRepair.WHITELIST.done());
    }
    boolean made = repairs.contains(OwnRepair.DATABASES) && makeDatabases();
    if (made) {
      done.add(OwnRepair.DATABASES.done());
    }
    if (restore.accounts.isManaged() && (made || repairs.contains(OwnRepair.ACCOUNTS))) {
      Steps.attempt(this::accountOnPrimary);
      Steps.attempt(this::accountOnClone);
      done.add(OwnRepair.ACCOUNTS.done());
    }
  }

  private void whitelist(InstanceReference instance, String end) throws StepFailed {
    Steps.attempt(
        () ->
            Steps.rds(ensure("whitelist group on the " + end))
                .ensureWhitelist(new EnsureWhitelist(instance, restore.dtsAddresses)));
  }

  private void accountOnPrimary() {
    account(restore.primaryReference(), restore.targetDatabases());
  }

  private void accountOnClone() {
    account(restore.cloneReference(), restore.chosenDatabasesInClone());
  }

  private void account(InstanceReference instance, List<String> databases) {
    Steps.rds(ensure("temporary account on " + instance.instanceId()))
        .ensureAccount(restore.temporaryAccount(instance, databases));
  }

  private boolean makeDatabases() throws StepFailed {
    boolean any = false;
    for (ObjectTarget object : restore.objects) {
      EnsuredDatabase database =
          Steps.attempt(
              () ->
                  Steps.rds(ensure("database " + object.targetDatabase()))
                      .ensureDatabase(
                          new EnsureDatabase(
                              restore.primaryReference(),
                              object.targetDatabase(),
                              restore.charsetInClone(object.database()),
                              restore.restoreId)));
      if (database.created() && !restore.createdDatabases.contains(database.name())) {
        restore.createdDatabases.add(database.name());
      }
      any |= database.created();
    }
    return any;
  }

  private static ActivityOptions ensure(String summary) {
    return ActivityPolicies.ensure(summary, Duration.ZERO);
  }
}
