package io.rdsrestore.activities.cloud;

import static io.rdsrestore.activities.cloud.ErrorClass.ABSENT;
import static io.rdsrestore.activities.cloud.ErrorClass.BUSY;
import static io.rdsrestore.activities.cloud.ErrorClass.EXISTS;
import static io.rdsrestore.activities.cloud.ErrorClass.PERSON;
import static io.rdsrestore.activities.cloud.ErrorClass.RETRY;
import static io.rdsrestore.activities.cloud.ErrorClass.THROTTLED;
import static io.rdsrestore.activities.cloud.ErrorClass.UNCLEAR;
import static io.rdsrestore.activities.cloud.ErrorClass.WRONG_REQUEST;
import static io.rdsrestore.activities.cloud.ErrorRow.contains;
import static io.rdsrestore.activities.cloud.ErrorRow.is;
import static io.rdsrestore.activities.cloud.ErrorRow.starts;
import static io.rdsrestore.activities.cloud.IdentityTrouble.CREDENTIALS;
import static io.rdsrestore.activities.cloud.IdentityTrouble.PERMISSION;

import java.util.List;
import java.util.Optional;

/**
 * The one table from an error code of RDS, DTS or the SDK to what may be done about it.
 *
 * <p>The code decides. The HTTP status is asked only where the code is in no row, since the same
 * code comes with different statuses from different services. The first row that matches wins.
 */
public final class ErrorTable {
  /** Ours: the SDK has no code for finding no credentials in any place of its chain. */
  static final String NO_CREDENTIALS = "SDK.NoCredentials";

  private static final String DTS_PREFIX = "DTS.Msg.";

  private static final String BALANCE =
      "Settle the account's balance or open orders in the Expenses console, then retry.";
  private static final String CLASS =
      "Choose another instance class, storage type or zone for the clone (clone.class,"
          + " clone.storageType, clone.zone) that is on sale, in a new restore.";
  private static final String RESTORE_POINT =
      "Choose a restore point inside the recovery window or another backup set, in a new restore.";
  private static final String STARTED =
      "The job has already started and cannot be configured any more: abort, or let it go on.";

  private static final List<ErrorRow> ROWS =
      List.of(
          // Fewer calls.
          contains("Throttling", THROTTLED, null),
          is("NotInFlowController", THROTTLED),
          // The worker's own identity.
          is("InvalidAccessKeyId.NotFound", CREDENTIALS),
          is("InvalidAccessKeyId.Inactive", CREDENTIALS),
          is("SignatureDoesNotMatch", CREDENTIALS),
          is("IncompleteSignature", CREDENTIALS),
          is("IllegalTimestamp", CREDENTIALS),
          starts("InvalidTimeStamp", CREDENTIALS),
          starts("InvalidSecurityToken", CREDENTIALS),
          is("Forbidden.RAM", PERMISSION),
          starts("NoPermission", PERMISSION),
          is(
              "Forbidden.RiskControl",
              PERSON,
              "Ask Alibaba Cloud support to lift the risk control."),
          is("InvalidUserOperatorPermission", PERMISSION),
          // Not there. Before the other Forbidden rows.
          is("Forbidden.InstanceNotFound", ABSENT),
          is("InvalidDBInstanceId.NotFound", ABSENT),
          is("InvalidDBInstanceName.NotFound", ABSENT),
          is("InvalidDBInstance.NotFound", ABSENT),
          is("InvalidInstanceId.NotFound", ABSENT),
          is("ProductInstanceReleased", ABSENT),
          is("InvalidAccountName.NotFound", ABSENT),
          is("InvalidDBName.NotFound", ABSENT),
          is("InvalidJobId", ABSENT),
          is("InvalidDtsJobId.NotFound", ABSENT),
          is("InvalidBackup.NotFound", PERSON, RESTORE_POINT),
          is("InvalidBackupSetID.NotFound", PERSON, RESTORE_POINT),
          starts("Forbidden", PERMISSION),
          // There already.
          is("InvalidAccountName.Duplicate", EXISTS),
          is("InvalidAccountNameDuplicate", EXISTS),
          is("InvalidDBName.Duplicate", EXISTS),
          // A person has protected it.
          contains(
              "DeletionProtection",
              PERSON,
              "Somebody protected this instance: lift the protection or keep it, then retry."),
          // Money.
          is("Pay.InsufficientBalance", PERSON, BALANCE),
          starts("InsufficientBalance", PERSON, BALANCE),
          is("OrderStatus.UnPaid", PERSON, BALANCE),
          starts("Order.", PERSON, BALANCE),
          starts("Price.", PERSON, BALANCE),
          // Stock and quota.
          is(
              "InsufficientAvailableQuota",
              PERSON,
              "Ask for more instance quota or release an instance, then retry."),
          starts("Quota", PERSON, "Ask for more quota or release something, then retry."),
          is("OperationDenied.ZoneResource", PERSON, CLASS),
          is("CDDC.AvailableHostsNotEnoughInZone", PERSON, CLASS),
          starts("InvalidAvZone", PERSON, CLASS),
          starts("InvalidInstanceLevel", PERSON, CLASS),
          is("InvalidRecoveryDbInstance.StorageType", PERSON, CLASS),
          is("InvalidRecoveryDbInstance.StorageSize", PERSON, CLASS),
          is("InvalidDBInstanceClass.Offline", PERSON, CLASS),
          is("ZoneId.NotMatchWithCategory", PERSON, CLASS),
          is("IncorrectTargetClasscode", PERSON, CLASS),
          is("UnsupportedClassCode", PERSON, CLASS),
          is("InvalidVswitchId", PERSON, "Choose a vSwitch of that zone (clone.vSwitch)."),
          is("VpcNetworkTypeNotSupport", PERSON, CLASS),
          // The restore point.
          is("InvalidBackupSet", PERSON, RESTORE_POINT),
          is("IncorrectBackupSetState", PERSON, RESTORE_POINT),
          starts("InvalidRestoreTime", PERSON, RESTORE_POINT),
          starts("InvalidRestoreType", PERSON, RESTORE_POINT),
          is("InvalidDBInstanceEngineType.Format", PERSON, "RDS cannot clone this engine."),
          is("IncorrectMinorVersion", PERSON, "Upgrade the primary's minor version, then retry."),
          // Busy with something else.
          is("OperationDenied.DBInstanceStatus", BUSY),
          is("OperationDenied.DBStatus", BUSY),
          is("OperationDenied.DBClusterStatus", BUSY),
          is("OperationDenied.ReadDBInstanceStatus", BUSY),
          is("OperationDenied.OutofUsage", BUSY),
          is("OperationDenied.JobStatusModifying", BUSY),
          is("ModifyDenied.JobStatusNotRunning", BUSY),
          is("IncorrectDBInstanceState", BUSY),
          is("InvalideStatus.Format", BUSY),
          is("IncorrectAccountStatus", BUSY),
          is("InvalidAccountStatus", BUSY),
          is("LockTimeout", BUSY),
          is("InstanceConnectTimeoutFault", BUSY),
          is("ConcurrentTaskExceeded", BUSY),
          is("Database.ConnectError", BUSY),
          is("InvalidJobStatus", BUSY),
          is("InvalidTaskStatus", BUSY),
          // Jobs.
          is("UpdateJob.OperationDenied.InitStatus", PERSON, STARTED),
          is("CheckJobFailed.ServerUnAvailable", RETRY),
          starts("DbTypeNotSupport", PERSON, "DTS does not support this engine or version."),
          contains("ServiceUnavailable", RETRY, null),
          // The service failed inside: a write may have happened all the same.
          is("InternalError", UNCLEAR),
          is("ExternalFailure", UNCLEAR),
          is("RequestMetaDataFailed", UNCLEAR),
          is("InvokeProxyFailure", UNCLEAR),
          // The SDK's own codes.
          is("SDK.ServerUnreachable", UNCLEAR),
          is("SDK.ReadTimeout", UNCLEAR),
          is("SDK.RequestTryOrRetryFailed", UNCLEAR),
          is("SDK.InvalidServerResponse", UNCLEAR),
          is("SDK.InterruptedException", UNCLEAR),
          is(
              NO_CREDENTIALS,
              CREDENTIALS,
              "Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or give it another"
                  + " source of the SDK's chain (profile, role), then retry."),
          is("SDK.InvalidProfile", CREDENTIALS),
          is("SDK.InvalidAccessKeySecret", CREDENTIALS),
          is("SDK.SessionTokenExpired", CREDENTIALS),
          is(
              "SDK.EndpointResolvingError",
              PERSON,
              "Check the region, or set the cloud endpoint of the worker."),
          // Our mistake.
          is("MissingParameter", WRONG_REQUEST),
          is("RequiredParam.NotFound", WRONG_REQUEST),
          is("Parameters.Invalid", WRONG_REQUEST),
          is("InvalidParameters.Format", WRONG_REQUEST),
          is("IdempotentParameterMismatch", WRONG_REQUEST),
          starts("InvalidParameter", WRONG_REQUEST, null),
          is("InvalidAction", WRONG_REQUEST),
          starts("InvalidAction.", WRONG_REQUEST, null),
          is("UnsupportedHTTPMethod", WRONG_REQUEST));

  private static final String UNKNOWN =
      "This refusal is not known to rds-restore: read what the service says, mend it, then retry.";

  private ErrorTable() {}

  /** All rows, in the order in which they are tried. */
  public static List<ErrorRow> rows() {
    return ROWS;
  }

  /**
   * The row of a code. A code in no row is passing trouble if the service itself failed (HTTP 5xx)
   * or gave no code at all, and a person's matter otherwise.
   *
   * @param code null if the answer held none
   * @param httpStatus 0 if there was no answer
   */
  public static ErrorRow rowOf(String code, int httpStatus) {
    if (code == null || code.isEmpty()) {
      return is("", UNCLEAR);
    }
    String bare = bare(code);
    return known(bare)
        .orElseGet(() -> httpStatus >= 500 ? is(bare, UNCLEAR) : is(bare, PERSON, UNKNOWN));
  }

  /**
   * A code as it is counted: the pattern of the row that knows it, so that there are no more than
   * there are rows, or {@link FailedCall#OTHER}, or {@link FailedCall#NONE}.
   */
  static String countedAs(String code) {
    if (code == null || code.isEmpty()) {
      return FailedCall.NONE;
    }
    return known(bare(code)).map(ErrorRow::pattern).orElse(FailedCall.OTHER);
  }

  private static String bare(String code) {
    return code.startsWith(DTS_PREFIX) ? code.substring(DTS_PREFIX.length()) : code;
  }

  private static Optional<ErrorRow> known(String bare) {
    return ROWS.stream().filter(row -> row.matches(bare)).findFirst();
  }
}
