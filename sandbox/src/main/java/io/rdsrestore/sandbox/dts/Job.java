package io.rdsrestore.sandbox.dts;

import io.rdsrestore.sandbox.dataplane.CopyLimit;
import io.rdsrestore.sandbox.dataplane.PrecheckItem;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** One migration job. Guarded by the cloud's lock; only {@link JobMachine} changes its status. */
final class Job {
  final String id;
  final Instant createdAt;
  final Set<String> skipped = new TreeSet<>();

  /** Null until it is bought. */
  String dtsInstanceId;

  /** Null while {@link JobStatus#NOT_CONFIGURED}. */
  JobConfig config;

  JobStatus status;
  String instanceClass = "";
  String errorMessage = "";

  /** The subtask that SkipPreCheck names. */
  String precheckId = "";

  Instant precheckStartedAt;
  CompletableFuture<List<PrecheckItem>> precheck;
  List<PrecheckItem> items = List.of();

  Instant copyStartedAt;
  CopyRun copy;
  Instant suspendedAt;
  Instant finishedAt;

  /** Read by the copying thread, too. */
  volatile CopyLimit limit = CopyLimit.NONE;

  Job(String id, Instant createdAt, JobStatus status) {
    this.id = id;
    this.createdAt = createdAt;
    this.status = status;
  }

  boolean isBought() {
    return dtsInstanceId != null;
  }

  String name() {
    return config == null ? "" : config.name();
  }

  boolean blocks(PrecheckItem item) {
    return !item.passed() && !skipped.contains(item.item());
  }
}
