package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.activity.AccessFacts;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.LoginFacts;
import io.rdsrestore.workflows.activity.PrecheckFinding;
import io.rdsrestore.workflows.activity.ReadAccess;
import io.rdsrestore.workflows.verdict.AccessQuestion;
import io.rdsrestore.workflows.verdict.ConnectionDiagnosis;
import io.rdsrestore.workflows.verdict.remedies.AccessDiagnosis;
import io.rdsrestore.workflows.verdict.remedies.RestoreNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks why DTS does not get in; what cannot be seen in a moment is left out. */
final class AccessLook {
  private final Restore restore;

  AccessLook(Restore restore) {
    this.restore = restore;
  }

  Map<String, AccessDiagnosis> look(List<PrecheckFinding> failed) {
    Map<String, AccessDiagnosis> diagnoses = new LinkedHashMap<>();
    for (PrecheckFinding finding : failed) {
      diagnose(finding).ifPresent(diagnosis -> diagnoses.put(finding.item(), diagnosis));
    }
    return diagnoses;
  }

  private Optional<AccessDiagnosis> diagnose(PrecheckFinding finding) {
    return switch (finding.item()) {
      case "CHECK_CONN_SRC" -> clone(finding, true);
      case "CHECK_CONN_DEST" -> primary(finding, true);
      case "CHECK_AUTH_SRC" -> clone(finding, false);
      case "CHECK_AUTH_DEST" -> primary(finding, false);
      default -> Optional.empty();
    };
  }

  private Optional<AccessDiagnosis> clone(PrecheckFinding finding, boolean connects) {
    RestoreNames names = restore.names();
    return diagnose(
        new AccessQuestion(
            names.cloneId(),
            names.sourceAccount(),
            restore.chosenDatabasesInClone(),
            connects,
            false,
            finding.detail(),
            restore.engine()),
        restore.cloneReference(),
        restore.cloneLogin());
  }

  private Optional<AccessDiagnosis> primary(PrecheckFinding finding, boolean connects) {
    RestoreNames names = restore.names();
    return diagnose(
        new AccessQuestion(
            names.primaryId(),
            names.targetAccount(),
            restore.targetDatabases(),
            connects,
            true,
            finding.detail(),
            restore.engine()),
        restore.primaryReference(),
        restore.primaryLogin());
  }

  private Optional<AccessDiagnosis> diagnose(
      AccessQuestion question, InstanceReference instance, DatabaseLogin login) {
    try {
      AccessFacts facts =
          Steps.attempt(
              () ->
                  Steps.rds(ActivityPolicies.glance("access to " + instance.instanceId()))
                      .readAccess(
                          new ReadAccess(instance, question.account(), restore.dtsAddresses)));
      return Optional.of(
          ConnectionDiagnosis.of(question, facts, question.connects() ? login(login) : null));
    } catch (StepFailed failed) {
      return Optional.empty();
    }
  }

  /** Null if it could not be tried. */
  private static LoginFacts login(DatabaseLogin login) {
    try {
      return Steps.attempt(
          () ->
              Steps.databases(ActivityPolicies.glance("login to " + login.instanceId()))
                  .readLogin(login));
    } catch (StepFailed failed) {
      return null;
    }
  }
}
