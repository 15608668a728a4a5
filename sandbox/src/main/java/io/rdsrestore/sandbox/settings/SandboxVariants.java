package io.rdsrestore.sandbox.settings;

/**
 * One answer for each thing that the public documents leave open.
 *
 * @param restsInPreCheckPass a job whose precheck has passed waits for another StartDtsJob instead
 *     of copying at once
 * @param purchaseStartsPrecheck CreateDtsInstance starts the precheck even without AutoStart
 * @param unboughtJobDeletable DeleteDtsJob removes a job that was configured but never bought
 * @param runningJobDeletable DeleteDtsJob stops and removes a job that is copying
 * @param secondPurchaseRefused a second CreateDtsInstance for a bought job is an error; otherwise
 *     it answers the first purchase again
 * @param clientTokenRemembered CloneDBInstance answers a known ClientToken with the first instance
 * @param sentencesInErrDetail ErrDetail of a precheck item holds the sentence; otherwise the
 *     documented key, and the sentence is in Logs
 * @param dtsRefusesBySuccessFalse DTS refuses by HTTP 200 with {@code Success=false}; otherwise by
 *     an HTTP error
 * @param wrongStatus an instance is not in the state that an action needs
 * @param notPrimary a clone is asked of a read-only or other secondary instance
 * @param notClonable a clone is asked of an edition that has none
 * @param logBackupOff a restore time is given, but there are no log backups
 * @param outsideWindow the restore time is outside of the recovery window
 */
public record SandboxVariants(
    boolean restsInPreCheckPass,
    boolean purchaseStartsPrecheck,
    boolean unboughtJobDeletable,
    boolean runningJobDeletable,
    boolean secondPurchaseRefused,
    boolean clientTokenRemembered,
    boolean sentencesInErrDetail,
    boolean dtsRefusesBySuccessFalse,
    ErrorChoice wrongStatus,
    ErrorChoice notPrimary,
    ErrorChoice notClonable,
    ErrorChoice logBackupOff,
    ErrorChoice outsideWindow) {

  /** The answers that seem most likely. */
  public static SandboxVariants defaults() {
    return new SandboxVariants(
        false,
        false,
        true,
        true,
        true,
        true,
        false,
        false,
        new ErrorChoice("IncorrectDBInstanceState", 403),
        new ErrorChoice("OperationDenied.DBInstanceType", 403),
        new ErrorChoice("IncorrectEngineVersion", 400),
        new ErrorChoice("InvalidRestoreType.Format", 400),
        new ErrorChoice("InvalidRestoreTime.Format", 400));
  }

  /** As this, but a passed precheck rests or goes on. */
  public SandboxVariants withRestsInPreCheckPass(boolean rests) {
    return new SandboxVariants(
        rests,
        purchaseStartsPrecheck,
        unboughtJobDeletable,
        runningJobDeletable,
        secondPurchaseRefused,
        clientTokenRemembered,
        sentencesInErrDetail,
        dtsRefusesBySuccessFalse,
        wrongStatus,
        notPrimary,
        notClonable,
        logBackupOff,
        outsideWindow);
  }

  /** As this, but DTS refuses by {@code Success=false} or by an HTTP error. */
  public SandboxVariants withDtsRefusesBySuccessFalse(boolean successFalse) {
    return new SandboxVariants(
        restsInPreCheckPass,
        purchaseStartsPrecheck,
        unboughtJobDeletable,
        runningJobDeletable,
        secondPurchaseRefused,
        clientTokenRemembered,
        sentencesInErrDetail,
        successFalse,
        wrongStatus,
        notPrimary,
        notClonable,
        logBackupOff,
        outsideWindow);
  }
}
