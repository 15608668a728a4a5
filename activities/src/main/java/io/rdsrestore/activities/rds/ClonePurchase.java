package io.rdsrestore.activities.rds;

import com.aliyuncs.rds.model.v20140815.CloneDBInstanceRequest;
import com.google.common.hash.Hashing;
import io.rdsrestore.activities.Failures;
import io.rdsrestore.activities.OncePurchase;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.CloneHandle;
import io.rdsrestore.workflows.activity.CloneTags;
import io.rdsrestore.workflows.activity.CloudRefusal;
import io.rdsrestore.workflows.activity.EnsureClone;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.plan.PurchaseConfiguration;
import java.nio.charset.StandardCharsets;

/** Buys the clone of a restore, once (CloneDBInstance). */
final class ClonePurchase {
  private static final String ACTION = "CloneDBInstance";
  private static final int TOKEN_LENGTH = 40;

  private final CloudClient cloud;
  private final CloneLookup lookup;
  private final OncePurchase once;
  private final CloneTagging tagging;
  private final PolicyGuard guard;

  ClonePurchase(
      CloudClient cloud,
      CloneLookup lookup,
      OncePurchase once,
      CloneTagging tagging,
      PolicyGuard guard) {
    this.cloud = cloud;
    this.lookup = lookup;
    this.once = once;
    this.tagging = tagging;
    this.guard = guard;
  }

  CloneHandle ensure(EnsureClone wanted) {
    String instanceId =
        once.ensure(
            ACTION,
            wanted.unknownOutcomeWait(),
            () -> lookup.find(wanted.primary(), wanted.restoreId(), wanted.ordinal()),
            () -> guard.beforePurchase(ACTION, wanted.primary()),
            () -> buy(wanted));
    return new CloneHandle(
        instanceId,
        tagging.tryTo(
            CloneTags.of(
                new InstanceReference(wanted.primary().regionId(), instanceId),
                wanted.restoreId(),
                wanted.primary().instanceId(),
                wanted.expires())));
  }

  private String buy(EnsureClone wanted) {
    String instanceId =
        cloud.write(wanted.primary().regionId(), request(wanted)).text("DBInstanceId");
    if (instanceId == null) {
      throw Failures.of(
          RestoreErrorCode.OUTCOME_UNKNOWN,
          "RDS took CloneDBInstance but named no instance: looking for it by its description",
          new CloudRefusal(ACTION, null, null, null));
    }
    return instanceId;
  }

  static CloneDBInstanceRequest request(EnsureClone wanted) {
    PurchaseConfiguration purchase = wanted.purchase();
    CloneDBInstanceRequest request = new CloneDBInstanceRequest();
    request.setDBInstanceId(wanted.primary().instanceId());
    if (wanted.restoreTo().time() != null) {
      request.setRestoreTime(RdsTime.seconds(wanted.restoreTo().time()));
    } else {
      request.setBackupId(wanted.restoreTo().backupId());
    }
    request.setPayType(purchase.payType());
    request.setDBInstanceClass(purchase.instanceClass());
    request.setDBInstanceStorage(purchase.storageGb());
    request.setDBInstanceStorageType(purchase.storageType());
    request.setZoneId(purchase.zoneId());
    request.setInstanceNetworkType(purchase.networkType());
    request.setVPCId(purchase.vpcId());
    request.setVSwitchId(purchase.vSwitchId());
    request.setDeletionProtection(false);
    // The SDK has no setters for these two.
    request.putQueryParameter("ClientToken", clientToken(wanted.restoreId(), wanted.ordinal()));
    request.putQueryParameter(
        "DBInstanceDescription",
        RestoreMark.cloneDescription(
            wanted.restoreId(), wanted.primary().instanceId(), wanted.ordinal(), wanted.expires()));
    return request;
  }

  /** ClientToken: the same for every attempt to buy this clone; at most 64 ASCII characters. */
  static String clientToken(String restoreId, int ordinal) {
    return Hashing.sha256()
        .hashString(restoreId + "/clone/" + ordinal, StandardCharsets.UTF_8)
        .toString()
        .substring(0, TOKEN_LENGTH);
  }
}
