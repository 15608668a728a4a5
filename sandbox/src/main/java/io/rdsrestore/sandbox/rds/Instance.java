package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.settings.BackupSpec;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** An RDS instance: a primary from the start, or a clone. Guarded by the cloud's lock. */
public final class Instance {
  private final PrimarySpec facts;
  private final InstanceCondition condition;
  private final Instant createdAt;
  private final Instant readyAt;
  private final CompletableFuture<Void> data;
  private final Accounts accounts;
  private final Whitelist whitelist;
  private final Map<String, String> tags = new TreeMap<>();
  private final Map<String, String> databaseDescriptions = new TreeMap<>();
  private final List<MadeBackup> made = new ArrayList<>();
  private boolean deletionProtection;

  /** The state while it is being made. */
  private String unready = "Creating";

  /** Of a read-only instance; else null. */
  private String masterId;

  private Instance(
      PrimarySpec facts,
      Instant createdAt,
      Instant readyAt,
      CompletableFuture<Void> data,
      Accounts accounts,
      Whitelist whitelist) {
    this.facts = facts;
    this.createdAt = createdAt;
    this.readyAt = readyAt;
    this.data = data;
    this.accounts = accounts;
    this.whitelist = whitelist;
    deletionProtection = facts.deletionProtection();
    condition =
        new InstanceCondition(
            (long) facts.storageGb() << 30, facts.lockMode(), facts.readOnlyIds());
  }

  /** A primary, a day old: so far back its log backups reach if nothing else is said. */
  static Instance primary(PrimarySpec spec, Instant now, Accounts accounts) {
    Instant created = now.minus(Duration.ofDays(1));
    CompletableFuture<Void> data = CompletableFuture.completedFuture(null);
    return new Instance(spec, created, created, data, accounts, new Whitelist());
  }

  /** A read-only instance, as old as its primary, with a whitelist of its own. */
  static Instance replica(String replicaId, Instance primary) {
    Instance replica =
        new Instance(
            primary.facts.replica(replicaId),
            primary.createdAt,
            primary.readyAt,
            primary.data,
            primary.accounts,
            new Whitelist());
    replica.masterId = primary.id();
    return replica;
  }

  /**
   * A clone, still to be filled.
   *
   * @param data completes when the databases hold what they should
   */
  static Instance clone(
      PrimarySpec facts,
      Instance source,
      Instant now,
      Instant readyAt,
      CompletableFuture<Void> data,
      Instant restorePoint) {
    return new Instance(
        facts,
        now,
        readyAt,
        data,
        source.accounts.asOf(restorePoint),
        new Whitelist(source.whitelist));
  }

  public String id() {
    return facts.id();
  }

  public String regionId() {
    return facts.regionId();
  }

  public String engine() {
    return facts.engine();
  }

  PrimarySpec facts() {
    return facts;
  }

  public InstanceCondition condition() {
    return condition;
  }

  /** The primary of a read-only instance; null for any other. */
  String masterId() {
    return masterId;
  }

  /** The instance whose databases it shows: a replica has those of its primary. */
  String dataId() {
    return masterId == null ? id() : masterId;
  }

  Instant createdAt() {
    return createdAt;
  }

  Accounts accounts() {
    return accounts;
  }

  Whitelist whitelist() {
    return whitelist;
  }

  Map<String, String> tags() {
    return tags;
  }

  /** DBDescription, by the name of the database. */
  Map<String, String> databaseDescriptions() {
    return databaseDescriptions;
  }

  /** All backup sets that there are by now. */
  List<BackupSpec> backups(Instant now) {
    return Stream.concat(
            facts.backups().stream(),
            made.stream().filter(backup -> backup.isDone(now)).map(MadeBackup::set))
        .toList();
  }

  /** Backups that were asked for, also those that go on. */
  List<MadeBackup> made() {
    return made;
  }

  boolean isMade(String backupId) {
    return made.stream().anyMatch(backup -> backup.set().backupId().equals(backupId));
  }

  boolean deletionProtection() {
    return deletionProtection;
  }

  void setDeletionProtection(boolean value) {
    deletionProtection = value;
  }

  void setUnready(String status) {
    unready = status;
  }

  /** A clone is Creating, or what it is called, until its time has come and its data is there. */
  public String status(Instant now) {
    boolean ready = !now.isBefore(readyAt) && data.isDone() && !data.isCompletedExceptionally();
    return ready ? facts.status() : unready;
  }

  public boolean isRunning(Instant now) {
    return status(now).equals("Running");
  }

  /** The first instant that can be restored. */
  Instant windowBegin() {
    return facts.windowBegin() == null ? readyAt : facts.windowBegin();
  }
}
