package io.rdsrestore.sandbox.memory;

import io.rdsrestore.sandbox.dataplane.Address;
import io.rdsrestore.sandbox.dataplane.CopyListener;
import io.rdsrestore.sandbox.dataplane.CopySpec;
import io.rdsrestore.sandbox.dataplane.CopySpec.DatabaseMapping;
import io.rdsrestore.sandbox.dataplane.CopySpec.TableMapping;
import io.rdsrestore.sandbox.dataplane.DataPlane;
import io.rdsrestore.sandbox.dataplane.DataPlaneException;
import io.rdsrestore.sandbox.dataplane.DatabaseInfo;
import io.rdsrestore.sandbox.dataplane.OwnerLogin;
import io.rdsrestore.sandbox.dataplane.PrecheckItem;
import io.rdsrestore.sandbox.dataplane.SampleFacts;
import io.rdsrestore.sandbox.dataplane.SampleFacts.BackupPoint;
import io.rdsrestore.sandbox.rds.Ipv4Block;
import io.rdsrestore.sandbox.settings.BackupSpec;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A data plane without databases: enough to rehearse thousands of restores. Safe for threads. */
public final class ControlPlaneOnly implements DataPlane {
  /** Nothing listens here: whoever connects is refused at once. */
  private static final Address NOWHERE = new Address("127.0.0.1", 1);

  private static final List<String> SAMPLE_TABLES =
      List.of(
          "addresses",
          "categories",
          "customers",
          "events",
          "items",
          "orders",
          "payments",
          "products",
          "reviews",
          "shipments");

  private final InstantSource clock;
  private final Map<String, MemoryInstance> instances = new HashMap<>();

  public ControlPlaneOnly(InstantSource clock) {
    this.clock = clock;
  }

  /** Makes what the specification says: databases, tables, accounts, backup sets. */
  public synchronized void addPrimary(PrimarySpec spec) {
    Contents contents = Contents.EMPTY;
    for (var database : spec.databases()) {
      contents = contents.withDatabase(database.name(), database.charset());
      for (String table : database.tables()) {
        contents = contents.withTable(database.name(), table);
      }
    }
    MemoryInstance instance = new MemoryInstance(MemoryEngine.of(spec.engine()), contents);
    spec.accounts().stream()
        .sorted(Comparator.comparing(account -> account.since()))
        .forEach(
            account ->
                instance.contents.set(
                    account.since(),
                    instance
                        .contents
                        .latest()
                        .withLogin(
                            account.name(),
                            new Contents.Login(account.password(), account.privileges()))));
    spec.backups().forEach(backup -> instance.backups.put(backup.backupId(), backup));
    instances.put(spec.id(), instance);
  }

  /** Whether the instance lives here. */
  public synchronized boolean holds(String instanceId) {
    return instances.containsKey(instanceId);
  }

  /** Plays the application: makes a table. */
  public void createTable(String instanceId, String database, String table) {
    change(instanceId, contents -> contents.withTable(database, table));
  }

  /** Plays the accident, or the person who moves a table away. */
  public synchronized void dropTable(String instanceId, String database, String table) {
    change(instanceId, contents -> contents.withoutTable(database, table));
    require(instanceId).madeByDts.remove(database + "." + table);
  }

  /** Plays the accident that takes all of a database. */
  public synchronized void dropDatabase(String instanceId, String database) {
    change(instanceId, contents -> contents.withoutDatabase(database));
    require(instanceId).madeByDts.removeIf(table -> table.startsWith(database + "."));
  }

  /** Tables by database, as of the end of the second. */
  public synchronized Map<String, List<String>> tablesAt(String instanceId, Instant instant) {
    Map<String, List<String>> tables = new TreeMap<>();
    require(instanceId)
        .contents
        .at(instant)
        .databases()
        .forEach(
            (name, database) -> tables.put(name, database.tables().stream().sorted().toList()));
    return tables;
  }

  /** Tables that others made, and into which DTS copied rows, as {@code database.table}. */
  public synchronized Set<String> writtenInto(String instanceId) {
    return Set.copyOf(require(instanceId).writtenInto);
  }

  @Override
  public synchronized SampleFacts startSamplePrimary(String instanceId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    PrimarySpec spec = sampleOf(PrimarySpec.mysql(instanceId), now).build();
    addPrimary(spec);
    return new SampleFacts(
        spec.engineVersion(), spec.windowBegin(), now.minus(Duration.ofMinutes(1)), backups(now));
  }

  /** Gives a primary an hour of history: database shop, and two backup sets. */
  public static PrimarySpec.Builder sampleOf(PrimarySpec.Builder spec, Instant now) {
    Instant end = now.truncatedTo(ChronoUnit.SECONDS);
    backups(end)
        .forEach(point -> spec.backup(BackupSpec.usable(point.backupId(), point.consistentAt())));
    return spec.database("shop", SAMPLE_TABLES.toArray(new String[0]))
        .windowBegin(end.minus(Duration.ofHours(1)));
  }

  private static List<BackupPoint> backups(Instant now) {
    return List.of(
        new BackupPoint("1000000001", now.minus(Duration.ofMinutes(50)), 64L << 20),
        new BackupPoint("1000000002", now.minus(Duration.ofMinutes(20)), 72L << 20));
  }

  @Override
  public synchronized void cloneAt(String sourceId, String cloneId, Instant restoreTime) {
    MemoryInstance source = require(sourceId);
    instances.put(cloneId, new MemoryInstance(source.engine, source.contents.at(restoreTime)));
  }

  @Override
  public synchronized void cloneFromBackup(String sourceId, String cloneId, String backupId) {
    BackupSpec backup = require(sourceId).backups.get(backupId);
    if (backup == null) {
      throw new DataPlaneException("no backup set " + backupId + " of " + sourceId);
    }
    cloneAt(sourceId, cloneId, backup.consistentAt());
  }

  @Override
  public synchronized void release(String instanceId) {
    instances.remove(instanceId);
  }

  @Override
  public Address address(String instanceId) {
    return NOWHERE;
  }

  @Override
  public OwnerLogin ownerLogin(String instanceId) {
    throw new DataPlaneException("there is no database behind " + instanceId);
  }

  @Override
  public synchronized void setWhitelist(String instanceId, List<String> cidrs) {
    require(instanceId).whitelist = cidrs.stream().map(Ipv4Block::parse).toList();
  }

  @Override
  public synchronized List<DatabaseInfo> databases(String instanceId) {
    Map<String, Contents.Database> databases =
        new TreeMap<>(require(instanceId).contents.latest().databases());
    return databases.entrySet().stream()
        .map(entry -> new DatabaseInfo(entry.getKey(), entry.getValue().charset()))
        .toList();
  }

  /** There are no rows. */
  @Override
  public long dataBytes(String instanceId) {
    return 0;
  }

  @Override
  public void createDatabase(String instanceId, String name, String charset) {
    change(instanceId, contents -> contents.withDatabase(name, charset));
  }

  @Override
  public void createAccount(String instanceId, String name, String password) {
    change(
        instanceId, contents -> contents.withLogin(name, new Contents.Login(password, Map.of())));
  }

  @Override
  public void resetPassword(String instanceId, String name, String password) {
    change(
        instanceId,
        contents ->
            contents.withLogin(
                name, new Contents.Login(password, contents.logins().get(name).grants())));
  }

  @Override
  public void grant(String instanceId, String account, String database, String privilege) {
    change(
        instanceId,
        contents -> {
          Contents.Login login = contents.logins().get(account);
          Map<String, String> grants = new TreeMap<>(login.grants());
          grants.put(database, privilege);
          return contents.withLogin(account, new Contents.Login(login.password(), grants));
        });
  }

  @Override
  public void deleteAccount(String instanceId, String name) {
    change(instanceId, contents -> contents.withoutLogin(name));
  }

  @Override
  public synchronized List<PrecheckItem> precheck(CopySpec spec) {
    return new MemoryPrecheck(
            spec, require(spec.source().instanceId()), require(spec.target().instanceId()))
        .run();
  }

  @Override
  public synchronized void copy(CopySpec spec, CopyListener listener) {
    Contents source = require(spec.source().instanceId()).contents.latest();
    String targetId = spec.target().instanceId();
    int copied = 0;
    for (DatabaseMapping database : spec.databases()) {
      for (TableMapping table : Selection.tables(database, source)) {
        Contents target = require(targetId).contents.latest();
        boolean there = target.tables(database.as()).contains(table.as());
        if (there && spec.structure() && spec.targetTableMode().equals("0")) {
          throw new DataPlaneException(require(targetId).engine.exists(table.as()));
        }
        MemoryInstance instance = require(targetId);
        String name = database.as() + "." + table.as();
        if (!there) {
          instance.madeByDts.add(name);
        } else if (!instance.madeByDts.contains(name)) {
          instance.writtenInto.add(name);
        }
        change(targetId, contents -> contents.withTable(database.as(), table.as()));
        copied++;
      }
    }
    listener.structure(copied, copied);
    listener.rows(copied, copied);
  }

  @Override
  public synchronized void close() {
    instances.clear();
  }

  private synchronized void change(String instanceId, UnaryOperator<Contents> change) {
    MemoryInstance instance = require(instanceId);
    instance.contents.set(clock.instant(), change.apply(instance.contents.latest()));
  }

  private MemoryInstance require(String instanceId) {
    MemoryInstance instance = instances.get(instanceId);
    if (instance == null) {
      throw new DataPlaneException("DTS-70211 cannot connect to " + instanceId);
    }
    return instance;
  }
}
