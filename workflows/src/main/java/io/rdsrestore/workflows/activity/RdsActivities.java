package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.plan.Price;
import io.rdsrestore.workflows.sweep.MarkedThings;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** RDS (API version 2014-08-15). */
@ActivityInterface
public interface RdsActivities {

  /**
   * Attributes, databases, accounts and address of an instance (DescribeDBInstanceAttribute,
   * DescribeDatabases, DescribeAccounts, DescribeDBInstanceNetInfo). {@code NOT_FOUND} if it is not
   * in that region.
   */
  @ActivityMethod
  InstanceFacts readInstance(InstanceReference instance);

  /**
   * The recovery window, the backup set asked for or nearest (DescribeLocalAvailableRecoveryTime,
   * DescribeBackupPolicy, DescribeBackups, DescribeMetaList), and clones of the primary that carry
   * any restore's mark (DescribeDBInstances).
   */
  @ActivityMethod
  RecoveryFacts readRecovery(RecoveryQuery query);

  /** Price of a pay-as-you-go clone an hour (DescribePrice). */
  @ActivityMethod
  Price readPrice(PriceQuery query);

  /**
   * Room on the disks of the primary and its replicas, their delay, load and whitelist
   * (DescribeResourceUsage, DescribeDBInstanceAttribute, DescribeReadDBInstanceDelay,
   * DescribeDBInstancePerformance, DescribeDBInstanceIPArrayList). What RDS does not tell is said
   * in the answer, never a failure.
   */
  @ActivityMethod
  CapacityFacts readCapacity(CapacityQuery query);

  /**
   * Which limit of the primary is passed, in one sentence (LockMode, DiskUsed, delay of replicas);
   * null if none is, also where RDS does not tell.
   */
  @ActivityMethod
  String readPressure(PrimaryWatch watch);

  /**
   * All of a region that carries any restore's mark: clones by description and tags, our accounts
   * and our open whitelist groups (DescribeDBInstances, ListTagResources, DescribeAccounts,
   * DescribeDBInstanceIPArrayList), clones with their price. {@code NOT_FOUND} if there is no such
   * region (DescribeRegions).
   */
  @ActivityMethod
  MarkedThings readMarkedInstances(String regionId);

  /**
   * One look whether the recovery window has reached an instant; {@code NOT_YET} says how far it
   * is.
   */
  @ActivityMethod
  RecoveryFacts awaitRecoveryWindow(RecoveryQuery query);

  /**
   * Lets addresses in, through our own whitelist group and no other (ModifySecurityIps, ModifyMode
   * Append).
   */
  @ActivityMethod
  void ensureWhitelist(EnsureWhitelist wanted);

  /**
   * Whether whitelist and account let DTS in (DescribeDBInstanceIPArrayList, DescribeAccounts,
   * DescribeDBInstanceNetInfo, DescribeDBInstanceConnectivity).
   */
  @ActivityMethod
  AccessFacts readAccess(ReadAccess wanted);

  /** Closes our group: Cover with 127.0.0.1, since RDS cannot delete a group. */
  @ActivityMethod
  void removeWhitelist(InstanceReference instance);

  /**
   * The managed account of a restore, with its password set and its grants given (CreateAccount or
   * ResetAccountPassword, GrantAccountPrivilege); returns once DescribeAccounts shows all of it.
   */
  @ActivityMethod
  void ensureAccount(EnsureAccount wanted);

  /** Removes the managed account (DeleteAccount). */
  @ActivityMethod
  void removeAccount(ManagedAccount account);

  /**
   * A usable full backup set of an instance that is not older than an instant (DescribeBackups,
   * ConsistentTime). One that goes on is waited for (DescribeBackupTasks), whoever has begun it; if
   * there is none, it is made (CreateBackup, one at a time, at most 20 a day). {@code NEEDS_PERSON}
   * if one has failed.
   */
  @ActivityMethod
  BackupFacts ensureBackup(EnsureBackup wanted);

  /** A database on the primary, created if absent (CreateDatabase); returns once it is Running. */
  @ActivityMethod
  EnsuredDatabase ensureDatabase(EnsureDatabase wanted);

  /**
   * The one clone of this restore and ordinal, bought if absent (CloneDBInstance) and tagged at
   * once if it takes tags already (TagResources). After an unknown outcome it is bought again only
   * when the look-up by description has stayed empty for the wait given.
   */
  @ActivityMethod
  CloneHandle ensureClone(EnsureClone wanted);

  /** One look at a clone: its facts once it is Running, {@code NOT_YET} with its state before. */
  @ActivityMethod
  InstanceFacts awaitClone(InstanceReference clone);

  /** Our tags on a clone (TagResources). */
  @ActivityMethod
  void ensureCloneTags(CloneTags wanted);

  /**
   * Removes every clone of the restore, found by description as well as by id (DeleteDBInstance),
   * tagged first if it is not (TagResources): permissions may ask for the tag. Never the primary,
   * never what does not carry the mark. A clone that a person has protected is not removed but
   * said.
   */
  @ActivityMethod
  Removal removeClones(RemoveClones wanted);
}
