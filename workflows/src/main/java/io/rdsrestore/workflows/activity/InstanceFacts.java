package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.notify.NotifyFacts;
import io.rdsrestore.workflows.policy.PolicyFacts;
import java.util.List;

/**
 * An instance as RDS describes it.
 *
 * @param instance which
 * @param description DBInstanceDescription
 * @param engine {@code MySQL}, {@code SQLServer}, …
 * @param engineVersion for example {@code 5.7}
 * @param category {@code Basic}, {@code HighAvailability}, …
 * @param type DBInstanceType: {@code Primary}, {@code Readonly}, {@code Guard}, {@code Temp}
 * @param status DBInstanceStatus
 * @param lockMode {@code Unlock} or why it is locked
 * @param lockReason as RDS words it; may be null
 * @param instanceClass DBInstanceClass
 * @param storageGb DBInstanceStorage
 * @param storageType DBInstanceStorageType
 * @param zoneId ZoneId
 * @param vpcId VpcId; null on the classic network
 * @param vSwitchId VSwitchId
 * @param networkType InstanceNetworkType
 * @param deletionProtection DeletionProtection
 * @param readReplicaIds ReadOnlyDBInstanceIds
 * @param databases DescribeDatabases
 * @param accounts DescribeAccounts
 * @param address where the worker would connect to; null if it has none of the kind configured
 * @param notifications whom the worker that has read this tells of a restore, which has to know it
 *     early and without an event of its own; null: nobody, as of builds that told nobody
 * @param policy what that worker's policy says of it, likewise; null: it has none
 * @param audited whether that worker keeps an audit, likewise
 */
public record InstanceFacts(
    InstanceReference instance,
    String description,
    String engine,
    String engineVersion,
    String category,
    String type,
    String status,
    String lockMode,
    String lockReason,
    String instanceClass,
    int storageGb,
    String storageType,
    String zoneId,
    String vpcId,
    String vSwitchId,
    String networkType,
    boolean deletionProtection,
    List<String> readReplicaIds,
    List<DatabaseFacts> databases,
    List<AccountFacts> accounts,
    DatabaseAddress address,
    NotifyFacts notifications,
    PolicyFacts policy,
    boolean audited) {

  /** What the worker that has read it is configured to do. */
  public ReaderFacts reader() {
    return new ReaderFacts(notifications, policy, audited);
  }

  /** The same, with what the worker that has read it is configured to do. */
  public InstanceFacts readBy(ReaderFacts worker) {
    return new InstanceFacts(
        instance,
        description,
        engine,
        engineVersion,
        category,
        type,
        status,
        lockMode,
        lockReason,
        instanceClass,
        storageGb,
        storageType,
        zoneId,
        vpcId,
        vSwitchId,
        networkType,
        deletionProtection,
        readReplicaIds,
        databases,
        accounts,
        address,
        worker.notifications(),
        worker.policy(),
        worker.audited());
  }
}
