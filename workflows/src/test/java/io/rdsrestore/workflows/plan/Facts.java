package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.AccountFacts;
import io.rdsrestore.workflows.activity.BackupFacts;
import io.rdsrestore.workflows.activity.DatabaseAddress;
import io.rdsrestore.workflows.activity.DatabaseFacts;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.RecoveryFacts;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.ReadRequest;
import io.rdsrestore.workflows.request.RequestReader;
import io.rdsrestore.workflows.request.RestorePoint;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A primary, its backups and requests to plan with. */
final class Facts {
  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  static final Instant POINT = Instant.parse("2026-11-22T08:15:00Z");
  static final Instant WINDOW_BEGIN = Instant.parse("2026-11-16T00:00:00Z");
  static final Instant WINDOW_END = Instant.parse("2026-11-23T09:55:00Z");
  static final String RESTORE_ID = "abcdefgh23";
  static final Price PRICE = new Price(new BigDecimal("1.20"), "CNY");

  private Facts() {}

  /** What differs between the primaries of the tests. */
  record Primary(
      String engine,
      String version,
      String category,
      String type,
      String status,
      String lockMode,
      String lockReason,
      String storageType,
      List<String> databases,
      List<AccountFacts> accounts) {
    static final Primary USUAL =
        new Primary(
            "MySQL",
            "5.7",
            "HighAvailability",
            "Primary",
            "Running",
            "Unlock",
            null,
            "local_ssd",
            List.of("shop", "crm"),
            List.of());

    Primary engine(String engine, String version, String category) {
      return new Primary(
          engine,
          version,
          category,
          type,
          status,
          lockMode,
          lockReason,
          storageType,
          databases,
          accounts);
    }

    Primary type(String other) {
      return new Primary(
          engine,
          version,
          category,
          other,
          status,
          lockMode,
          lockReason,
          storageType,
          databases,
          accounts);
    }

    Primary state(String otherStatus, String otherLock, String otherReason) {
      return new Primary(
          engine,
          version,
          category,
          type,
          otherStatus,
          otherLock,
          otherReason,
          storageType,
          databases,
          accounts);
    }

    Primary databases(String... others) {
      return new Primary(
          engine,
          version,
          category,
          type,
          status,
          lockMode,
          lockReason,
          storageType,
          List.of(others),
          accounts);
    }

    Primary account(String name, String accountStatus) {
      return new Primary(
          engine,
          version,
          category,
          type,
          status,
          lockMode,
          lockReason,
          storageType,
          databases,
          List.of(new AccountFacts(name, "Normal", accountStatus, Map.of())));
    }

    /** {@code name}, or {@code name=description}. */
    private static DatabaseFacts database(String text) {
      String[] parts = text.split("=", 2);
      return new DatabaseFacts(parts[0], "utf8mb4", "Running", parts.length == 1 ? null : parts[1]);
    }

    InstanceFacts facts() {
      return facts(false);
    }

    InstanceFacts facts(boolean deletionProtection) {
      return facts(deletionProtection, null);
    }

    InstanceFacts facts(boolean deletionProtection, DatabaseAddress address) {
      return new InstanceFacts(
          new InstanceReference("cn-hangzhou", "rm-primary01"),
          "the shop",
          engine,
          version,
          category,
          type,
          status,
          lockMode,
          lockReason,
          "mysql.x4",
          100,
          storageType,
          "cn-hangzhou-b",
          "vpc-1",
          "vsw-1",
          "VPC",
          deletionProtection,
          List.of(),
          databases.stream().map(Primary::database).toList(),
          accounts,
          address,
          null,
          null,
          false);
    }
  }

  static InstanceFacts primary() {
    return Primary.USUAL.facts();
  }

  static BackupFacts backup(String id, String status) {
    return new BackupFacts(
        id,
        status,
        "FullBackup",
        true,
        Instant.parse("2026-11-22T03:10:00Z"),
        Instant.parse("2026-11-22T03:05:00Z"),
        1000);
  }

  static RecoveryFacts recovery() {
    return recovery(true, WINDOW_BEGIN, WINDOW_END, null, backup("902001", "Success"), null);
  }

  static RecoveryFacts recovery(
      boolean logBackup,
      Instant begin,
      Instant end,
      BackupFacts requested,
      BackupFacts nearest,
      Map<String, List<String>> contents) {
    return new RecoveryFacts(begin, end, logBackup, 7, requested, nearest, contents, List.of());
  }

  static RecoveryFacts contents(Map<String, List<String>> contents) {
    return recovery(true, WINDOW_BEGIN, WINDOW_END, null, backup("902001", "Success"), contents);
  }

  /** A request for these objects; the JSON object holds further fields. */
  static RestoreRequest request(String fields, DatabaseSelection... objects) {
    return request(RestorePoint.at(POINT), fields, objects);
  }

  static RestoreRequest request(
      RestorePoint restoreTo, String fields, DatabaseSelection... objects) {
    String json =
        "{\"regionId\": \"cn-hangzhou\", \"instanceId\": \"rm-primary01\", \"restoreTo\": "
            + RestoreJson.write(restoreTo)
            + ", \"requestedBy\": \"ana\", \"reason\": \"INC-4711\", \"objects\": "
            + RestoreJson.write(Arrays.asList(objects))
            + (fields.isEmpty() ? "" : ", " + fields)
            + "}";
    ReadRequest read = RequestReader.read(json, NOW);
    if (!read.isValid()) {
      throw new IllegalArgumentException(read.problems().toString());
    }
    return read.request();
  }

  static RestoreRequest orders() {
    return request("", DatabaseSelection.tables("shop", "orders"));
  }

  static PlanInputs inputs(RestoreRequest request, InstanceFacts primary, RecoveryFacts recovery) {
    return new PlanInputs(
        request,
        primary,
        recovery,
        PurchaseChoice.of(request, primary),
        PRICE,
        List.of(),
        Surroundings.unknown(),
        RESTORE_ID,
        NOW);
  }

  static SchemaFacts server(Map<String, List<String>> tables) {
    Schema schema = new Schema();
    schema.targets.putAll(tables);
    return schema.facts();
  }

  static SchemaFacts unreachable() {
    return SchemaFacts.unreachable("connection refused");
  }
}
