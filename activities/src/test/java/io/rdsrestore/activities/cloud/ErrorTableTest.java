package io.rdsrestore.activities.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.sandbox.http.RandomFaults;
import io.rdsrestore.workflows.RestoreErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorTableTest {
  static List<ErrorRow> rows() {
    return ErrorTable.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void noRowIsHiddenByAnEarlierOne(ErrorRow row) {
    assertThat(ErrorTable.rowOf(row.pattern(), 400)).isSameAs(row);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatAPersonMustMendSaysHow(ErrorRow row) {
    assertThat(row.remedy() != null).isEqualTo(row.errorClass() == ErrorClass.PERSON);
  }

  @ParameterizedTest
  @CsvSource({
    "Forbidden.RAM, PERMISSION",
    "NoPermission.Any, PERMISSION",
    "Forbidden.Other, PERMISSION",
    "Forbidden.RiskControl, NONE",
    "Forbidden.InstanceNotFound, NONE",
    "SignatureDoesNotMatch, CREDENTIALS",
    "SDK.NoCredentials, CREDENTIALS",
    "Quota.Any, NONE"
  })
  void whatIsSaidOfTheIdentityIsAFact(String code, IdentityTrouble identity) {
    assertThat(ErrorTable.rowOf(code, 403).identity()).isEqualTo(identity);
  }

  static List<RandomFaults.Throttle> throttles() {
    return RandomFaults.THROTTLES;
  }

  @ParameterizedTest
  @MethodSource("throttles")
  void everyThrottleOfTheSandboxIsKnownAsOne(RandomFaults.Throttle throttle) {
    assertThat(ErrorTable.rowOf(throttle.code(), throttle.http()).errorClass())
        .isEqualTo(ErrorClass.THROTTLED);
  }

  @ParameterizedTest
  @CsvSource({
    "Throttling, 400, THROTTLED",
    "Throttling.User, 400, THROTTLED",
    "Throttling.Api, 403, THROTTLED",
    "Rejected.Throttling, 503, THROTTLED",
    "NotInFlowController, 403, THROTTLED",
    "SDK.TriggerThrottlingPolicy, 0, THROTTLED",
    "ServiceUnavailable, 503, TRANSIENT",
    "InternalError, 500, TRANSIENT",
    "SDK.ReadTimeout, 0, TRANSIENT",
    "SDK.ServerUnreachable, 0, TRANSIENT",
    "CheckJobFailed.ServerUnAvailable, 403, TRANSIENT",
    "DTS.Msg.CheckJobFailed.ServerUnAvailable, 403, TRANSIENT",
    "IncorrectDBInstanceState, 500, BUSY",
    "IncorrectDBInstanceState, 403, BUSY",
    "OperationDenied.DBInstanceStatus, 403, BUSY",
    "OperationDenied.ReadDBInstanceStatus, 403, BUSY",
    "DTS.Msg.OperationDenied.JobStatusModifying, 403, BUSY",
    "InvalidJobStatus, 403, BUSY",
    "Pay.InsufficientBalance, 400, NEEDS_PERSON",
    "InsufficientBalance, 400, NEEDS_PERSON",
    "Order.InstHasUnpaidOrder, 400, NEEDS_PERSON",
    "InsufficientAvailableQuota, 400, NEEDS_PERSON",
    "Forbidden.RAM, 403, NEEDS_PERSON",
    "Forbidden, 403, NEEDS_PERSON",
    "SignatureDoesNotMatch, 400, NEEDS_PERSON",
    "InvalidAccessKeyId.NotFound, 404, NEEDS_PERSON",
    "InvalidTimeStamp.Expired, 400, NEEDS_PERSON",
    "InvalidRestoreTime.Format, 400, NEEDS_PERSON",
    "InvalidRestoreType.Format, 400, NEEDS_PERSON",
    "IncorrectBackupSetState, 403, NEEDS_PERSON",
    "OperationDenied.DeletionProtection, 403, NEEDS_PERSON",
    "UpdateJob.OperationDenied.InitStatus, 403, NEEDS_PERSON",
    "InvalidDBInstanceId.NotFound, 404, NOT_FOUND",
    "InvalidDBInstanceName.NotFound, 404, NOT_FOUND",
    "Forbidden.InstanceNotFound, 403, NOT_FOUND",
    "InvalidJobId, 404, NOT_FOUND",
    "InvalidAccountName.NotFound, 404, NOT_FOUND",
    "MissingParameter, 400, WRONG_REQUEST",
    "InvalidParameter.DtsJobId, 403, WRONG_REQUEST",
    "DTS.Msg.InvalidParameter.X, 403, WRONG_REQUEST",
    "IdempotentParameterMismatch, 400, WRONG_REQUEST",
    "Never.Heard.Of, 400, NEEDS_PERSON",
    "Never.Heard.Of, 403, NEEDS_PERSON",
    "Never.Heard.Of, 200, NEEDS_PERSON",
    "Never.Heard.Of, 500, TRANSIENT"
  })
  void theCodeDecides(String code, int status, RestoreErrorCode expected) {
    assertThat(ErrorTable.rowOf(code, status).errorClass().restoreErrorCode()).isEqualTo(expected);
  }

  @Test
  void withoutACodeNobodyKnowsWhatHappened() {
    assertThat(ErrorTable.rowOf(null, 502).errorClass()).isEqualTo(ErrorClass.UNCLEAR);
    assertThat(ErrorTable.rowOf(null, 200).errorClass()).isEqualTo(ErrorClass.UNCLEAR);
  }
}
