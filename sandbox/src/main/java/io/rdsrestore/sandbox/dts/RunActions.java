package io.rdsrestore.sandbox.dts;

import io.rdsrestore.sandbox.dataplane.CopyLimit;
import io.rdsrestore.sandbox.dataplane.PrecheckItem;
import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.ApiException;
import io.rdsrestore.sandbox.http.JsonBody;
import io.rdsrestore.sandbox.settings.Variant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starting, pausing, ending and releasing jobs, and skipping precheck items. */
final class RunActions {
  private final DtsContext context;
  private final Jobs jobs;
  private final JobMachine machine;

  RunActions(DtsContext context, Jobs jobs, JobMachine machine) {
    this.context = context;
    this.jobs = jobs;
    this.machine = machine;
  }

  /** Precheck, then structure and data; a precheck again after it has failed. */
  Map<String, Object> start(ApiCall call) {
    Job job = jobs.require(call, "DtsInstanceId");
    Instant now = context.clock().instant();
    if (!job.isBought()) {
      throw wrongStatus("The job has not been bought.");
    }
    switch (job.status) {
      case NOT_STARTED, PRECHECK_FAILED -> machine.startPrecheck(job, now);
      case SUSPENDING -> resume(job, now);
      case PRECHECK_PASS, MIGRATION_FAILED -> machine.startCopy(job, now);
      case NOT_CONFIGURED, PRECHECKING, MIGRATING, FINISHED ->
          throw wrongStatus("The job cannot be started: " + job.status.text());
    }
    return done();
  }

  private void resume(Job job, Instant now) {
    Duration limit = context.variants().duration(Variant.resumableFor);
    if (job.suspendedAt.plus(limit).isBefore(now)) {
      throw wrongStatus("The job was suspended for longer than " + limit + ": it cannot go on.");
    }
    machine.startCopy(job, now);
  }

  /** Limits of the full migration ({@code JobCode} 03), also while it runs. */
  Map<String, Object> limit(ApiCall call) {
    Job job = jobs.require(call, "DtsInstanceId");
    if (!call.require("JobCode").equals("03")) {
      throw ApiException.invalid("JobCode", "03 is expected: the sandbox has no other stage.");
    }
    if (job.status == JobStatus.FINISHED) {
      throw wrongStatus("There is nothing to limit: " + job.status.text());
    }
    CopyLimit limit = DynamicConfig.parse("ConfigList", call.text("ConfigList"));
    job.limit = call.flag("EnableLimit") ? limit : CopyLimit.NONE;
    return done();
  }

  Map<String, Object> suspend(ApiCall call) {
    Job job = jobs.require(call, "DtsInstanceId");
    if (job.status != JobStatus.MIGRATING) {
      throw wrongStatus("Only a migrating job can be suspended: " + job.status.text());
    }
    machine.stop(job, JobStatus.SUSPENDING);
    return done();
  }

  /** For good: a stopped migration cannot be started again. */
  Map<String, Object> stop(ApiCall call) {
    Job job = jobs.require(call, "DtsInstanceId");
    switch (job.status) {
      case MIGRATING, SUSPENDING, MIGRATION_FAILED -> machine.stop(job, JobStatus.FINISHED);
      case NOT_CONFIGURED, NOT_STARTED, PRECHECKING, PRECHECK_FAILED, PRECHECK_PASS, FINISHED ->
          throw wrongStatus("There is nothing to stop: " + job.status.text());
    }
    return done();
  }

  Map<String, Object> delete(ApiCall call) {
    if (jobs.wasRemoved(call) && !context.variants().is(Variant.secondDeleteRefused)) {
      return done();
    }
    Job job = jobs.require(call, "DtsInstanceId");
    if (!job.isBought() && !context.variants().is(Variant.unboughtJobDeletable)) {
      throw wrongStatus("The job has not been bought.");
    }
    if (job.status == JobStatus.MIGRATING && !context.variants().is(Variant.runningJobDeletable)) {
      throw wrongStatus("The job must be stopped first.");
    }
    machine.stop(job, JobStatus.FINISHED);
    jobs.remove(job);
    if (job.isBought()) {
      context.ledger().released(job.dtsInstanceId, context.clock().instant());
    }
    return done();
  }

  Map<String, Object> skip(ApiCall call) {
    Job job = jobs.require(call, "DtsInstanceId");
    String subtask = call.text("JobId");
    if (subtask != null && !subtask.equals(job.precheckId)) {
      throw new ApiException(404, "InvalidJobId", "JobId is not that of the precheck.");
    }
    boolean skip = call.flag("Skip");
    List<String> items = items(call);
    for (String name : items) {
      Optional<PrecheckItem> item =
          job.items.stream().filter(known -> known.item().equals(name)).findFirst();
      if (item.isEmpty() || !item.get().canSkip()) {
        throw new ApiException(
            403, "InvalidParameter.SkipPreCheckItems", "The item cannot be skipped: " + name);
      }
    }
    if (skip) {
      job.skipped.addAll(items);
    } else {
      job.skipped.removeAll(items);
    }
    Map<String, Object> body = done();
    body.put("MigrationJobId", job.id);
    body.put("ScheduleJobId", job.precheckId);
    body.put("SkipItems", String.join(",", items));
    body.put("SkipNames", call.text("SkipPreCheckNames", ""));
    return body;
  }

  /** A JSON array or a comma list: both are documented. */
  private static List<String> items(ApiCall call) {
    String text = call.text("SkipPreCheckItems", call.text("SkipPreCheckNames"));
    if (text == null) {
      throw ApiException.missing("SkipPreCheckItems");
    }
    List<String> items = new ArrayList<>();
    Arrays.stream(text.replaceAll("[\\[\\]\"\\s]", "").split(",", -1))
        .map(name -> name.replaceFirst("_DETAIL$", ""))
        .forEach(items::add);
    return items;
  }

  private static Map<String, Object> done() {
    return JsonBody.of("Success", true, "HttpStatusCode", 200);
  }

  private static ApiException wrongStatus(String message) {
    return new ApiException(403, "InvalidJobStatus", message);
  }
}
