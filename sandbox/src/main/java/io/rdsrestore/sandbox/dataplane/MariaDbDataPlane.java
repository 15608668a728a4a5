package io.rdsrestore.sandbox.dataplane;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Real databases: one server an instance, each behind a gate that enforces its whitelist. MariaDB,
 * unless another {@link DatabaseProgram} is chosen.
 *
 * <p>The servers end with {@link #close}, with the JVM, and also if the JVM is killed.
 */
public final class MariaDbDataPlane implements DataPlane {
  private static final Logger log = LoggerFactory.getLogger(MariaDbDataPlane.class);

  private static final List<String> SYSTEM_SCHEMAS =
      List.of("mysql", "information_schema", "performance_schema", "sys");

  /** How far before now the sample history ends when its writing begins. */
  private static final Duration QUIET_BEFORE_NOW = Duration.ofSeconds(60);

  private final Path workDir;
  private final ServerLauncher launcher;
  private final Set<Path> homes = ConcurrentHashMap.newKeySet();
  private final Map<String, Instance> instances = new ConcurrentHashMap<>();
  private final Thread lastResort = new Thread(this::discardAll, "sandbox databases");

  private MariaDbDataPlane(Path workDir, ServerLauncher launcher) {
    this.workDir = workDir;
    this.launcher = launcher;
  }

  /**
   * A data plane without instances, whose files go below {@code workDir}; closing it deletes them,
   * and the folder, too, if nothing else is in it.
   */
  public static MariaDbDataPlane create(Path workDir) {
    return create(workDir, DatabaseProgram.mariaDb());
  }

  /** The same with another database server. */
  public static MariaDbDataPlane create(Path workDir, DatabaseProgram program) {
    Credentials owner = new Credentials("sandbox", randomPassword());
    MariaDbDataPlane plane =
        new MariaDbDataPlane(
            workDir.toAbsolutePath().normalize(), new ServerLauncher(program.kind(), owner));
    Runtime.getRuntime().addShutdownHook(plane.lastResort);
    // .ci/versions.py makes a table of what was run on what from it.
    log.debug("Instances run on {}", program.title());
    return plane;
  }

  private static String randomPassword() {
    byte[] bytes = new byte[12];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public SampleFacts startSamplePrimary(String instanceId) {
    Instant end = Instant.now().minus(QUIET_BEFORE_NOW);
    SampleHistory history =
        SampleHistory.beginningAt(
            end.minusSeconds(SampleHistory.SECONDS), launcher.kind().engineVersion());
    Instance primary =
        add(instanceId, home -> new SamplePrimary(launcher, home, history).make(instanceId));
    return new SampleFacts(
        launcher.kind().engineVersion(),
        history.begin(),
        history.end(),
        primary.backups().stream()
            .map(
                backup ->
                    new SampleFacts.BackupPoint(
                        backup.backupId(), backup.consistentAt(), backup.bytes()))
            .toList());
  }

  @Override
  public void cloneAt(String sourceId, String cloneId, Instant restoreTime) {
    Instance source = instance(sourceId);
    Instant second = restoreTime.truncatedTo(ChronoUnit.SECONDS);
    BaseCopy base =
        source
            .lastBackupUntil(second)
            .orElseThrow(
                () ->
                    new DataPlaneException(
                        sourceId + " has no backup set at or before " + second + "."));
    awaitEndOf(second);
    add(
        cloneId,
        home -> {
          BinlogPosition end = LogReplay.endOf(source.server(), base.logPosition(), second);
          return copyOf(source, base, end, cloneId, home);
        });
  }

  @Override
  public void cloneFromBackup(String sourceId, String cloneId, String backupId) {
    Instance source = instance(sourceId);
    BaseCopy base =
        source.backups().stream()
            .filter(backup -> backup.backupId().equals(backupId))
            .findFirst()
            .orElseThrow(
                () -> new DataPlaneException(sourceId + " has no backup set " + backupId + "."));
    add(cloneId, home -> copyOf(source, base, base.logPosition(), cloneId, home));
  }

  /** A second is over only when nothing can be committed in it any more. */
  private static void awaitEndOf(Instant second) {
    Instant now = Instant.now();
    if (second.isAfter(now)) {
      throw new DataPlaneException(second + " lies in the future.");
    }
    Duration left = Duration.between(now, second.plusSeconds(1));
    if (!left.isNegative()) {
      DatabaseServer.pause(left.plusMillis(1));
    }
  }

  private Instance copyOf(
      Instance source, BaseCopy base, BinlogPosition end, String cloneId, Path home)
      throws IOException, SQLException {
    Path dataDir = home.resolve("data");
    FileTrees.copy(base.directory(), dataDir, BaseCopy::isData);
    DatabaseServer server = launcher.start(dataDir);
    boolean complete = false;
    try {
      if (!end.equals(base.logPosition())) {
        LogReplay.run(source.server(), server, base.logPosition(), end, launcher.kind());
      }
      Instance clone = Instance.open(cloneId, home, server, List.of());
      complete = true;
      return clone;
    } finally {
      if (!complete) {
        server.kill();
      }
    }
  }

  /** Makes the files and the server of an instance. */
  @FunctionalInterface
  private interface Maker {
    Instance make(Path home) throws IOException, SQLException;
  }

  private Instance add(String instanceId, Maker maker) {
    Path home = workDir.resolve(instanceId);
    try {
      Files.createDirectories(workDir);
      Files.createDirectory(home); // fails if there is such an instance
      homes.add(home);
      boolean complete = false;
      try {
        Instance instance = maker.make(home);
        instances.put(instanceId, instance);
        complete = true;
        return instance;
      } finally {
        if (!complete) {
          FileTrees.delete(home);
          homes.remove(home);
        }
      }
    } catch (IOException | SQLException e) {
      throw new DataPlaneException(instanceId + " could not be made: " + e.getMessage(), e);
    }
  }

  @Override
  public void release(String instanceId) {
    Instance instance = instances.remove(instanceId);
    if (instance != null) {
      instance.discard();
      homes.remove(instance.home());
    }
  }

  @Override
  public void crash(String instanceId, Duration down) {
    DatabaseServer server = instance(instanceId).server();
    // What is committed outlives the crash, as on a real primary.
    tell(instanceId, connection -> Query.run(connection, "FLUSH ENGINE LOGS"));
    new Accident(server).crash(down);
  }

  @Override
  public void lock(String instanceId, Duration time) {
    new Accident(instance(instanceId).server()).lock(time);
  }

  @Override
  public Address address(String instanceId) {
    return new Address(DatabaseServer.HOST, instance(instanceId).gate().port());
  }

  @Override
  public OwnerLogin ownerLogin(String instanceId) {
    DatabaseServer server = instance(instanceId).server();
    Credentials owner = server.owner();
    return new OwnerLogin(DatabaseServer.HOST, server.port(), owner.user(), owner.password());
  }

  @Override
  public void setWhitelist(String instanceId, List<String> cidrs) {
    instance(instanceId).gate().letIn(cidrs.stream().map(AddressBlock::parse).toList());
  }

  @Override
  public List<DatabaseInfo> databases(String instanceId) {
    return ask(
        instanceId,
        connection ->
            Query.list(
                connection,
                "SELECT SCHEMA_NAME, DEFAULT_CHARACTER_SET_NAME FROM information_schema.SCHEMATA"
                    + " WHERE SCHEMA_NAME NOT IN ("
                    + Sql.texts(SYSTEM_SCHEMAS)
                    + ") ORDER BY SCHEMA_NAME",
                row -> new DatabaseInfo(row.getString(1), row.getString(2))));
  }

  @Override
  public long dataBytes(String instanceId) {
    return ask(
        instanceId,
        connection ->
            Long.parseLong(
                Query.text(
                    connection,
                    "SELECT CAST(COALESCE(SUM(DATA_LENGTH + INDEX_LENGTH), 0) AS SIGNED)"
                        + " FROM information_schema.TABLES WHERE TABLE_TYPE='BASE TABLE'")));
  }

  @Override
  public void createDatabase(String instanceId, String name, String charset) {
    tell(
        instanceId,
        connection ->
            Query.run(
                connection,
                "CREATE DATABASE "
                    + Sql.name(name)
                    + " DEFAULT CHARACTER SET "
                    + Sql.text(charset)));
  }

  @Override
  public void createAccount(String instanceId, String name, String password) {
    tell(instanceId, connection -> Accounts.create(connection, name, password));
  }

  @Override
  public void resetPassword(String instanceId, String name, String password) {
    tell(instanceId, connection -> Accounts.setPassword(connection, name, password));
  }

  @Override
  public void grant(String instanceId, String account, String database, String privilege) {
    tell(instanceId, connection -> Accounts.grant(connection, account, database, privilege));
  }

  @Override
  public void deleteAccount(String instanceId, String name) {
    tell(instanceId, connection -> Accounts.delete(connection, name));
  }

  @Override
  public List<PrecheckItem> precheck(CopySpec spec) {
    return new Precheck(spec, endpoints(spec)).run();
  }

  @Override
  public void copy(CopySpec spec, CopyListener listener) {
    new CopyRun(spec, endpoints(spec), listener).run();
  }

  private Endpoints endpoints(CopySpec spec) {
    return new Endpoints(
        spec, instance(spec.source().instanceId()), instance(spec.target().instanceId()));
  }

  @Override
  public void close() {
    discardAll();
    try {
      Runtime.getRuntime().removeShutdownHook(lastResort);
    } catch (IllegalStateException e) {
      return; // the JVM is on its way out, and the hook with it
    }
  }

  private void discardAll() {
    launcher.close();
    List.copyOf(instances.keySet()).forEach(this::release);
    // Of instances that were still being made.
    for (Path home : homes) {
      try {
        FileTrees.delete(home);
      } catch (IOException e) {
        throw new DataPlaneException("Files could not be deleted: " + home, e);
      }
    }
    try {
      Files.deleteIfExists(workDir);
    } catch (DirectoryNotEmptyException othersFiles) {
      return;
    } catch (IOException e) {
      throw new DataPlaneException("The folder could not be deleted: " + workDir, e);
    }
  }

  private Instance instance(String instanceId) {
    Instance instance = instances.get(instanceId);
    if (instance == null) {
      throw new DataPlaneException("There is no database behind " + instanceId + ".");
    }
    return instance;
  }

  /** Something asked over a connection. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /** Something done over a connection. */
  @FunctionalInterface
  private interface Order {
    void run(Connection connection) throws SQLException;
  }

  private <T> T ask(String instanceId, Question<T> question) {
    try (Connection connection = instance(instanceId).server().connect()) {
      return question.ask(connection);
    } catch (SQLException e) {
      throw new DataPlaneException(instanceId + ": " + e.getMessage(), e);
    }
  }

  private void tell(String instanceId, Order order) {
    ask(
        instanceId,
        connection -> {
          order.run(connection);
          return true;
        });
  }
}
