package io.rdsrestore.workflows.plan;

/**
 * What will be bought.
 *
 * @param instanceClass RDS: DBInstanceClass
 * @param storageGb RDS: DBInstanceStorage, GB
 * @param storageType RDS: DBInstanceStorageType
 * @param zoneId RDS: ZoneId
 * @param vpcId RDS: VPCId; null on the classic network
 * @param vSwitchId RDS: VSwitchId
 * @param networkType RDS: InstanceNetworkType
 * @param payType RDS: PayType, always {@code Postpaid}
 * @param dtsClass DTS: InstanceClass
 * @param dtsPayType DTS: PayType, always {@code PostPaid}
 */
public record PurchaseConfiguration(
    String instanceClass,
    int storageGb,
    String storageType,
    String zoneId,
    String vpcId,
    String vSwitchId,
    String networkType,
    String payType,
    String dtsClass,
    String dtsPayType) {}
