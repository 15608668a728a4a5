package io.rdsrestore.sandbox.settings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An instance that exists before the first call, in the words of DescribeDBInstanceAttribute.
 *
 * @param logBackup whether log backups are kept, and so whether any instant can be restored
 * @param windowBegin the first instant that can be restored; null: a day before the start
 * @param readOnlyIds its read-only instances
 * @param dbInstanceType {@code Primary}, {@code Readonly}, {@code Guard} or {@code Temp}
 * @param storageGb disk size in GB
 */
public record PrimarySpec(
    String id,
    String regionId,
    String engine,
    String engineVersion,
    String category,
    String dbInstanceType,
    String instanceClass,
    int storageGb,
    String storageType,
    String status,
    String lockMode,
    String description,
    boolean logBackup,
    Instant windowBegin,
    boolean deletionProtection,
    List<String> readOnlyIds,
    List<BackupSpec> backups,
    List<DatabaseSpec> databases,
    List<AccountSpec> accounts) {

  public PrimarySpec {
    readOnlyIds = List.copyOf(readOnlyIds);
    backups = List.copyOf(backups);
    databases = List.copyOf(databases);
    accounts = List.copyOf(accounts);
  }

  /** One of its read-only instances: of the same kind, without backups of its own. */
  public PrimarySpec replica(String replicaId) {
    return new PrimarySpec(
        replicaId,
        regionId,
        engine,
        engineVersion,
        category,
        "Readonly",
        instanceClass,
        storageGb,
        storageType,
        "Running",
        "Unlock",
        "replica of " + id,
        false,
        null,
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** A MySQL 5.7 high-availability primary in cn-hangzhou, running, without anything in it. */
  public static Builder mysql(String id) {
    return new Builder(id);
  }

  /** Takes what is different from a plain MySQL 5.7 primary. */
  public static final class Builder {
    private final String id;
    private String regionId = "cn-hangzhou";
    private String engine = "MySQL";
    private String engineVersion = "5.7";
    private String category = "HighAvailability";
    private String dbInstanceType = "Primary";
    private String instanceClass;
    private int storageGb = 100;
    private String storageType = "local_ssd";
    private String status = "Running";
    private String lockMode = "Unlock";
    private String description = "primary";
    private boolean logBackup = true;
    private Instant windowBegin;
    private boolean deletionProtection = true;
    private final List<String> readOnlyIds = new ArrayList<>();
    private final List<BackupSpec> backups = new ArrayList<>();
    private final List<DatabaseSpec> databases = new ArrayList<>();
    private final List<AccountSpec> accounts = new ArrayList<>();

    private Builder(String id) {
      this.id = id;
    }

    public Builder region(String value) {
      regionId = value;
      return this;
    }

    public Builder engine(String name, String version) {
      engine = name;
      engineVersion = version;
      return this;
    }

    public Builder category(String value) {
      category = value;
      return this;
    }

    public Builder dbInstanceType(String value) {
      dbInstanceType = value;
      return this;
    }

    public Builder instanceClass(String value) {
      instanceClass = value;
      return this;
    }

    public Builder storage(int gb, String type) {
      storageGb = gb;
      storageType = type;
      return this;
    }

    public Builder status(String value) {
      status = value;
      return this;
    }

    public Builder lockMode(String value) {
      lockMode = value;
      return this;
    }

    public Builder description(String value) {
      description = value;
      return this;
    }

    public Builder logBackup(boolean value) {
      logBackup = value;
      return this;
    }

    public Builder windowBegin(Instant value) {
      windowBegin = value;
      return this;
    }

    public Builder deletionProtection(boolean value) {
      deletionProtection = value;
      return this;
    }

    /** Adds a read-only instance, which is an instance of its own, too. */
    public Builder replica(String value) {
      readOnlyIds.add(value);
      return this;
    }

    public Builder backup(BackupSpec value) {
      backups.add(value);
      return this;
    }

    public Builder database(String name, String... tables) {
      databases.add(new DatabaseSpec(name, "utf8mb4", List.of(tables)));
      return this;
    }

    private String classOfEngine() {
      return isSqlServer() ? "rds.mssql.s2.large" : "rds.mysql.s2.large";
    }

    private boolean isSqlServer() {
      return engine.equals("SQLServer");
    }

    /** Of SQL Server a database has a collation. */
    private List<DatabaseSpec> databasesOfEngine() {
      return isSqlServer()
          ? databases.stream()
              .map(each -> new DatabaseSpec(each.name(), "Chinese_PRC_CI_AS", each.tables()))
              .toList()
          : databases;
    }

    public Builder account(AccountSpec value) {
      accounts.add(value);
      return this;
    }

    public PrimarySpec build() {
      return new PrimarySpec(
          id,
          regionId,
          engine,
          engineVersion,
          category,
          dbInstanceType,
          instanceClass == null ? classOfEngine() : instanceClass,
          storageGb,
          storageType,
          status,
          lockMode,
          description,
          logBackup,
          windowBegin,
          deletionProtection,
          readOnlyIds,
          backups,
          databasesOfEngine(),
          accounts);
    }
  }
}
