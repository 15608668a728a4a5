package io.rdsrestore.sandbox.settings;

import java.time.Duration;

/**
 * One answer for each thing that the public documents leave open. Immutable: {@code with…} copies.
 */
public final class SandboxVariants {
  private boolean restsInPreCheckPass;
  private boolean purchaseStartsPrecheck;
  private boolean unboughtJobDeletable = true;
  private boolean runningJobDeletable = true;
  private boolean secondPurchaseRefused = true;
  private boolean clientTokenRemembered = true;
  private boolean sentencesInErrDetail;
  private boolean dtsRefusesBySuccessFalse;
  private boolean incrementalItemsInFullMigration;
  private boolean definersNeedSuper;
  private boolean keptRowsFailPrecheck;
  private Duration resumableFor = Duration.ofDays(7);
  private final ErrorChoice wrongStatus = new ErrorChoice("IncorrectDBInstanceState", 403);
  private final ErrorChoice notPrimary = new ErrorChoice("OperationDenied.DBInstanceType", 403);
  private final ErrorChoice notClonable = new ErrorChoice("IncorrectEngineVersion", 400);
  private final ErrorChoice logBackupOff = new ErrorChoice("InvalidRestoreType.Format", 400);
  private final ErrorChoice outsideWindow = new ErrorChoice("InvalidRestoreTime.Format", 400);

  private SandboxVariants() {}

  private SandboxVariants(SandboxVariants other) {
    restsInPreCheckPass = other.restsInPreCheckPass;
    purchaseStartsPrecheck = other.purchaseStartsPrecheck;
    unboughtJobDeletable = other.unboughtJobDeletable;
    runningJobDeletable = other.runningJobDeletable;
    secondPurchaseRefused = other.secondPurchaseRefused;
    clientTokenRemembered = other.clientTokenRemembered;
    sentencesInErrDetail = other.sentencesInErrDetail;
    dtsRefusesBySuccessFalse = other.dtsRefusesBySuccessFalse;
    incrementalItemsInFullMigration = other.incrementalItemsInFullMigration;
    definersNeedSuper = other.definersNeedSuper;
    keptRowsFailPrecheck = other.keptRowsFailPrecheck;
    resumableFor = other.resumableFor;
  }

  /** The answers that seem most likely. */
  public static SandboxVariants defaults() {
    return new SandboxVariants();
  }

  /**
   * A job whose precheck has passed waits for another StartDtsJob instead of copying at once.
   * Default false.
   */
  public boolean restsInPreCheckPass() {
    return restsInPreCheckPass;
  }

  public SandboxVariants withRestsInPreCheckPass(boolean value) {
    SandboxVariants copy = new SandboxVariants(this);
    copy.restsInPreCheckPass = value;
    return copy;
  }

  /** CreateDtsInstance starts the precheck even without AutoStart. Default false. */
  public boolean purchaseStartsPrecheck() {
    return purchaseStartsPrecheck;
  }

  public SandboxVariants withPurchaseStartsPrecheck(boolean value) {
    SandboxVariants copy = new SandboxVariants(this);
    copy.purchaseStartsPrecheck = value;
    return copy;
  }

  /** DeleteDtsJob removes a job that was configured but never bought. Default true. */
  public boolean unboughtJobDeletable() {
    return unboughtJobDeletable;
  }

  public SandboxVariants withUnboughtJobDeletable(boolean value) {
    SandboxVariants copy = new SandboxVariants(this);
    copy.unboughtJobDeletable = value;
    return copy;
  }

  /** DeleteDtsJob stops and removes a job that is copying. Default true. */
  public boolean runningJobDeletable() {
    return runningJobDeletable;
  }

  public SandboxVariants withRunningJobDeletable(boolean value) {
    SandboxVariants copy = new SandboxVariants(this);
    copy.runningJobDeletable = value;
    return copy;
  }

  /**
   * A second CreateDtsInstance for a bought job is an error; otherwise it answers the first
   * purchase again. Default true.
   */
  public boolean secondPurchaseRefused() {
    return secondPurchaseRefused;
  }

  public SandboxVariants withSecondPurchaseRefused(boolean value) {
    SandboxVariants copy = new SandboxVariants(this);
    copy.secondPurchaseRefused = value;
    return copy;
  }

  /** CloneDBInstance answers a known ClientToken with the first instance. Default true. */
  public boolean clientTokenRemembered() {
    return clientTokenRemembered;
  }

  public SandboxVariants withClientTokenRemembered(boolean value) {
    SandboxVariants copy = new SandboxVariants(this);
    copy.clientTokenRemembered = value;
    return copy;
  }

  /**
   * ErrDetail of a precheck item holds the sentence; otherwise the documented key, and the sentence
   * is in Logs. Default false.
   */
  public boolean sentencesInErrDetail() {
    return sentencesInErrDetail;
  }

  public SandboxVariants withSentencesInErrDetail(boolean value) {
    SandboxVariants copy = new SandboxVariants(this);
    copy.sentencesInErrDetail = value;
    return copy;
  }

  /** DTS refuses by HTTP 200 with {@code Success=false}; otherwise by an HTTP error. */
  public boolean dtsRefusesBySuccessFalse() {
    return dtsRefusesBySuccessFalse;
  }

  public SandboxVariants withDtsRefusesBySuccessFalse(boolean value) {
    SandboxVariants copy = new SandboxVariants(this);
    copy.dtsRefusesBySuccessFalse = value;
    return copy;
  }

  /**
   * The precheck of structure and full data has the items of incremental migration as well: binary
   * log, server id, topology. Default false.
   */
  public boolean incrementalItemsInFullMigration() {
    return incrementalItemsInFullMigration;
  }

  public SandboxVariants withIncrementalItemsInFullMigration(boolean value) {
    SandboxVariants copy = new SandboxVariants(this);
    copy.incrementalItemsInFullMigration = value;
    return copy;
  }

  /**
   * CHECK_SUPER_AUTH_DEST fails for a chosen view, trigger or routine of another definer unless the
   * destination account may name one. Default false: there is no such item.
   */
  public boolean definersNeedSuper() {
    return definersNeedSuper;
  }

  public SandboxVariants withDefinersNeedSuper(boolean value) {
    SandboxVariants copy = new SandboxVariants(this);
    copy.definersNeedSuper = value;
    return copy;
  }

  /**
   * CHECK_DEST_TABLE_EMPTY fails for rows in the destination even if {@code targetTableMode} is
   * {@code 2}. Default false: it fails only if rows come without structure in mode {@code 0}.
   */
  public boolean keptRowsFailPrecheck() {
    return keptRowsFailPrecheck;
  }

  public SandboxVariants withKeptRowsFailPrecheck(boolean value) {
    SandboxVariants copy = new SandboxVariants(this);
    copy.keptRowsFailPrecheck = value;
    return copy;
  }

  /** How long a suspended job can be resumed; the documents say six hours and seven days. */
  public Duration resumableFor() {
    return resumableFor;
  }

  public SandboxVariants withResumableFor(Duration value) {
    SandboxVariants copy = new SandboxVariants(this);
    copy.resumableFor = value;
    return copy;
  }

  /** The refusal of an action for which the instance is not in the right state. */
  public ErrorChoice wrongStatus() {
    return wrongStatus;
  }

  /** The refusal of a clone of a read-only or other secondary instance. */
  public ErrorChoice notPrimary() {
    return notPrimary;
  }

  /** The refusal of a clone of an edition that has none. */
  public ErrorChoice notClonable() {
    return notClonable;
  }

  /** The refusal of a restore time where there are no log backups. */
  public ErrorChoice logBackupOff() {
    return logBackupOff;
  }

  /** The refusal of a restore time outside of the recovery window. */
  public ErrorChoice outsideWindow() {
    return outsideWindow;
  }
}
