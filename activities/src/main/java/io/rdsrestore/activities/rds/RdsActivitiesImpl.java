package io.rdsrestore.activities.rds;

import io.rdsrestore.activities.ActivityBoundary;
import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.Failures;
import io.rdsrestore.activities.OncePurchase;
import io.rdsrestore.activities.SecondLook;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.activities.secret.Logins;
import io.rdsrestore.workflows.activity.AccessFacts;
import io.rdsrestore.workflows.activity.BackupFacts;
import io.rdsrestore.workflows.activity.CapacityFacts;
import io.rdsrestore.workflows.activity.CapacityQuery;
import io.rdsrestore.workflows.activity.CloneHandle;
import io.rdsrestore.workflows.activity.CloneTags;
import io.rdsrestore.workflows.activity.EnsureAccount;
import io.rdsrestore.workflows.activity.EnsureBackup;
import io.rdsrestore.workflows.activity.EnsureClone;
import io.rdsrestore.workflows.activity.EnsureDatabase;
import io.rdsrestore.workflows.activity.EnsureWhitelist;
import io.rdsrestore.workflows.activity.EnsuredDatabase;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.ManagedAccount;
import io.rdsrestore.workflows.activity.PriceQuery;
import io.rdsrestore.workflows.activity.PrimaryWatch;
import io.rdsrestore.workflows.activity.RdsActivities;
import io.rdsrestore.workflows.activity.ReadAccess;
import io.rdsrestore.workflows.activity.ReaderFacts;
import io.rdsrestore.workflows.activity.RecoveryFacts;
import io.rdsrestore.workflows.activity.RecoveryQuery;
import io.rdsrestore.workflows.activity.Removal;
import io.rdsrestore.workflows.activity.RemoveClones;
import io.rdsrestore.workflows.notify.NotifyFacts;
import io.rdsrestore.workflows.plan.Price;
import io.rdsrestore.workflows.policy.PolicyFacts;
import io.rdsrestore.workflows.sweep.MarkedThings;
import io.temporal.failure.ApplicationFailure;
import java.time.Clock;
import java.time.Instant;

/** RDS: hands every activity to the class that does it. */
public final class RdsActivitiesImpl implements RdsActivities {
  private final ActivityBoundary boundary;
  private final InstanceReader instances;
  private final RecoveryReader recovery;
  private final PriceReader prices;
  private final CapacityReader capacity;
  private final PressureReader pressure;
  private final CloneLookup lookup;
  private final MarkedInstances marked;
  private final Whitelist whitelist;
  private final AccessReader access;
  private final ManagedAccounts accounts;
  private final TargetDatabases databases;
  private final ClonePurchase purchase;
  private final CloneWait cloneWait;
  private final CloneTagging tagging;
  private final CloneRemoval removal;
  private final SafetyBackup backup;
  private final NotifyFacts notifications;
  private final PolicyGuard guard;
  private final boolean audited;

  public RdsActivitiesImpl(
      CloudClient cloud, ActivitySettings settings, Logins logins, Clock clock) {
    boundary = new ActivityBoundary(settings.pacing());
    notifications = settings.notifications() == null ? null : settings.notifications().facts();
    audited = settings.audit() != null;
    SecondLook secondLook = new SecondLook(settings.confirmAfter());
    guard = new PolicyGuard(settings.policy(), cloud, secondLook);
    RdsApi rds = new RdsApi(cloud, secondLook);
    instances = new InstanceReader(rds, secondLook, new OwnAddress(rds, settings));
    prices = new PriceReader(cloud);
    capacity = new CapacityReader(rds, clock);
    pressure = new PressureReader(cloud);
    lookup = new CloneLookup(rds);
    recovery = new RecoveryReader(cloud, secondLook, lookup, clock);
    marked = new MarkedInstances(rds, instances, prices);
    whitelist = new Whitelist(rds, settings.workerAddresses());
    access = new AccessReader(rds);
    accounts = new ManagedAccounts(rds, secondLook, logins, boundary);
    databases = new TargetDatabases(rds, boundary);
    tagging = new CloneTagging(cloud);
    OncePurchase once = new OncePurchase(clock);
    purchase = new ClonePurchase(cloud, lookup, once, tagging, guard);
    backup = new SafetyBackup(cloud, recovery, secondLook, once, boundary);
    cloneWait = new CloneWait(rds, instances, secondLook, boundary);
    removal = new CloneRemoval(rds, secondLook, lookup, tagging, boundary);
  }

  @Override
  public InstanceFacts readInstance(InstanceReference instance) {
    try {
      return boundary.call(
          () -> {
            InstanceFacts facts = instances.read(instance);
            return facts.readBy(reader(guard.facts(instance)));
          });
    } catch (ApplicationFailure failure) {
      ReaderFacts reader = reader(guard.factsWithoutTags(instance));
      throw reader.isNothing() ? failure : Failures.readBy(failure, reader);
    }
  }

  private ReaderFacts reader(PolicyFacts rules) {
    return new ReaderFacts(notifications, rules, audited);
  }

  @Override
  public RecoveryFacts readRecovery(RecoveryQuery query) {
    return boundary.call(() -> recovery.read(query));
  }

  @Override
  public Price readPrice(PriceQuery query) {
    return boundary.call(() -> prices.read(query));
  }

  @Override
  public CapacityFacts readCapacity(CapacityQuery query) {
    return boundary.call(() -> capacity.read(query));
  }

  @Override
  public String readPressure(PrimaryWatch watch) {
    return boundary.call(() -> pressure.read(watch));
  }

  @Override
  public MarkedThings readMarkedInstances(String regionId) {
    return boundary.call(() -> marked.read(regionId).telling(notifications));
  }

  @Override
  public RecoveryFacts awaitRecoveryWindow(RecoveryQuery query) {
    return boundary.call(
        () -> {
          Instant wanted = query.restoreTo().time();
          Instant reached = wanted == null ? null : recovery.windowEnd(query);
          if (wanted != null && (reached == null || reached.isBefore(wanted))) {
            throw boundary.notYet(
                "The recovery window of %s reaches to %s, %s is wanted"
                    .formatted(query.instance().instanceId(), reached, wanted));
          }
          return recovery.read(query);
        });
  }

  @Override
  public void ensureWhitelist(EnsureWhitelist wanted) {
    boundary.run(() -> whitelist.open(wanted));
  }

  @Override
  public AccessFacts readAccess(ReadAccess wanted) {
    return boundary.call(() -> access.read(wanted));
  }

  @Override
  public void removeWhitelist(InstanceReference instance) {
    boundary.run(() -> whitelist.close(instance));
  }

  @Override
  public void ensureAccount(EnsureAccount wanted) {
    boundary.run(() -> accounts.ensure(wanted));
  }

  @Override
  public void removeAccount(ManagedAccount account) {
    boundary.run(() -> accounts.remove(account));
  }

  @Override
  public EnsuredDatabase ensureDatabase(EnsureDatabase wanted) {
    return boundary.call(() -> databases.ensure(wanted));
  }

  @Override
  public BackupFacts ensureBackup(EnsureBackup wanted) {
    return boundary.call(() -> backup.ensure(wanted));
  }

  @Override
  public CloneHandle ensureClone(EnsureClone wanted) {
    return boundary.call(() -> purchase.ensure(wanted));
  }

  @Override
  public InstanceFacts awaitClone(InstanceReference clone) {
    return boundary.call(() -> cloneWait.look(clone));
  }

  @Override
  public void ensureCloneTags(CloneTags wanted) {
    boundary.run(() -> tagging.tag(wanted));
  }

  @Override
  public Removal removeClones(RemoveClones wanted) {
    return boundary.call(() -> removal.remove(wanted));
  }
}
