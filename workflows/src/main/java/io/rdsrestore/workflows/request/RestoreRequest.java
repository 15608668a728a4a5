package io.rdsrestore.workflows.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rdsrestore.workflows.language.Language;
import java.time.Duration;
import java.util.List;

/**
 * What a restore is asked to do. Read from JSON by {@link RequestReader}, which alone decides what
 * is valid; the defaults named here are filled in by it.
 *
 * @param regionId region of the primary, for example {@code cn-hangzhou}
 * @param instanceId RDS id of the primary
 * @param restoreTo the instant or the backup set
 * @param objects databases and tables, at least one
 * @param requestedBy who asks; a claim, kept in the report
 * @param reason why; kept in the report
 * @param target where the restored objects go; default {@link TargetMode#AUTO}
 * @param migrate default both
 * @param taskName shown in DTS, the restore id is appended; default {@code rds-restore}
 * @param onConflict default {@link ConflictMode#ASK}
 * @param accounts default managed
 * @param approval default {@link ApprovalMode#REQUIRED}
 * @param termsAccepted must be true where no approval is asked for
 * @param cloneWish what the clone is bought as; default as the primary
 * @param verify default {@link VerifyMode#CHECKSUM}
 * @param moveIn of {@link TargetMode#AUTO} only; default {@link MoveIn#WHEN_VERIFIED}
 * @param autoIncrementFloor the least number that a table moved or swapped into place gives out
 *     next, where it has an AUTO_INCREMENT column; null: that of its own rows and of the table that
 *     it replaces
 * @param afterwards default {@link Afterwards#LEAVE}
 * @param undoFor how long after the restore has ended a swap or a merge can still be taken back;
 *     null: not at all
 * @param autoRepair default {@link AutoRepair#SAFE}
 * @param language of what the restore itself shows and tells people; default {@link Language#EN}
 * @param migration how fast DTS may copy; default without limit
 * @param limits how long is waited, and what may happen before a person is asked
 */
public record RestoreRequest(
    String regionId,
    String instanceId,
    RestorePoint restoreTo,
    List<DatabaseSelection> objects,
    String requestedBy,
    String reason,
    TargetMode target,
    List<MigrationPart> migrate,
    String taskName,
    ConflictMode onConflict,
    Accounts accounts,
    ApprovalMode approval,
    boolean termsAccepted,
    @JsonProperty("clone") CloneWish cloneWish,
    VerifyMode verify,
    MoveIn moveIn,
    Long autoIncrementFloor,
    Afterwards afterwards,
    Duration undoFor,
    AutoRepair autoRepair,
    Language language,
    CopyRate migration,
    Limits limits) {

  public static final String DEFAULT_TASK_NAME = "rds-restore";

  public RestoreRequest {
    // A run of an older build knew of none when it handed its request on.
    language = language == null ? Language.EN : language;
  }

  /** The smallest whole request; everything else by default. */
  public static RestoreRequest of(
      String regionId,
      String instanceId,
      RestorePoint restoreTo,
      List<DatabaseSelection> objects,
      String requestedBy,
      String reason) {
    return new RestoreRequest(
        regionId,
        instanceId,
        restoreTo,
        objects,
        requestedBy,
        reason,
        TargetMode.AUTO,
        MigrationPart.BOTH,
        DEFAULT_TASK_NAME,
        ConflictMode.ASK,
        Accounts.managed(),
        ApprovalMode.REQUIRED,
        false,
        CloneWish.asPrimary(),
        VerifyMode.CHECKSUM,
        MoveIn.WHEN_VERIFIED,
        null,
        Afterwards.LEAVE,
        null,
        AutoRepair.SAFE,
        Language.EN,
        CopyRate.unlimited(),
        Limits.defaults());
  }

  /** Whether rows are migrated, and not the structure alone. */
  public boolean migratesData() {
    return migrate.contains(MigrationPart.DATA);
  }

  /** Whether objects are created, and not only rows brought into those that exist. */
  public boolean migratesStructure() {
    return migrate.contains(MigrationPart.STRUCTURE);
  }

  /**
   * The same with another selection, or with another place for it; null leaves that as it is. What
   * is about moving into place goes with a place that nothing moves into.
   */
  public RestoreRequest withObjects(List<DatabaseSelection> newObjects, TargetMode newTarget) {
    boolean moves = newTarget == null || newTarget == TargetMode.AUTO;
    return with(
        restoreTo,
        newObjects == null ? objects : newObjects,
        newTarget == null ? target : newTarget,
        moves ? moveIn : MoveIn.WHEN_VERIFIED,
        moves || afterwards == Afterwards.ASK ? autoIncrementFloor : null);
  }

  /** The same, of tables that stay where they are copied to. */
  public RestoreRequest withoutMoves() {
    return with(restoreTo, objects, target, MoveIn.NEVER, autoIncrementFloor);
  }

  /** The same with another restore point. */
  public RestoreRequest withRestoreTo(RestorePoint newRestoreTo) {
    return with(newRestoreTo, objects, target, moveIn, autoIncrementFloor);
  }

  private RestoreRequest with(
      RestorePoint newRestoreTo,
      List<DatabaseSelection> newObjects,
      TargetMode newTarget,
      MoveIn newMoveIn,
      Long newFloor) {
    return new RestoreRequest(
        regionId,
        instanceId,
        newRestoreTo,
        newObjects,
        requestedBy,
        reason,
        newTarget,
        migrate,
        taskName,
        onConflict,
        accounts,
        approval,
        termsAccepted,
        cloneWish,
        verify,
        newMoveIn,
        newFloor,
        afterwards,
        undoFor,
        autoRepair,
        language,
        migration,
        limits);
  }
}
