package io.rdsrestore.sandbox.dts;

import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.ApiException;
import io.rdsrestore.sandbox.http.JsonBody;
import io.rdsrestore.sandbox.settings.Variant;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * CreateDtsInstance: the purchase, of a configured job ({@code JobId}) or of an empty one that is
 * configured afterwards ({@code Type}). It has no client token: twice is twice.
 */
final class PurchaseActions {
  private static final Set<String> CLASSES =
      Set.of("small", "medium", "large", "xlarge", "xxlarge");

  private final DtsContext context;
  private final Jobs jobs;
  private final JobMachine machine;

  PurchaseActions(DtsContext context, Jobs jobs, JobMachine machine) {
    this.context = context;
    this.jobs = jobs;
    this.machine = machine;
  }

  Map<String, Object> create(ApiCall call) {
    String instanceClass = call.text("InstanceClass", "small");
    if (!CLASSES.contains(instanceClass)) {
      throw ApiException.invalid("InstanceClass", instanceClass);
    }
    if (!call.require("PayType").equalsIgnoreCase("PostPaid")) {
      throw ApiException.invalid("PayType", "a migration is PostPaid only.");
    }
    Job job = call.text("JobId") == null ? emptyJob(call) : configuredJob(call);
    if (!job.isBought()) {
      buy(job, instanceClass, call.flag("AutoStart"));
    }
    return JsonBody.of("Success", "true", "InstanceId", job.dtsInstanceId, "JobId", job.id);
  }

  private Job emptyJob(ApiCall call) {
    if (!call.require("Type").equals("MIGRATION")) {
      throw ApiException.invalid("Type", "MIGRATION is expected.");
    }
    if (!context.variants().is(Variant.buyFirstAccepted)) {
      throw ApiException.missing("JobId");
    }
    call.require("SourceRegion");
    call.require("DestinationRegion");
    Job job =
        new Job(context.ids().next("", 15), context.clock().instant(), JobStatus.NOT_CONFIGURED);
    jobs.add(job);
    return job;
  }

  private Job configuredJob(ApiCall call) {
    Job job = jobs.requireId(call.require("JobId"));
    checkEngine(call, "SourceEndpointEngineName", job);
    checkEngine(call, "DestinationEndpointEngineName", job);
    if (!job.isBought()) {
      return job;
    }
    return switch (context.variants().text(Variant.secondPurchase)) {
      case "ignored" -> job;
      case "made" -> another(job);
      default ->
          throw new ApiException(403, "InvalidJobStatus", "The job has already been bought.");
    };
  }

  private static void checkEngine(ApiCall call, String parameter, Job job) {
    String engine = call.text(parameter);
    if (engine != null
        && job.config != null
        && !engine.equalsIgnoreCase(job.config.target().engine())) {
      throw new ApiException(
          403,
          "DbTypeNotSupport." + engine,
          "The job is of the engine " + job.config.target().engine());
    }
  }

  /** What nobody wants: the same once more, and paid for. */
  private Job another(Job first) {
    Job second =
        new Job(context.ids().next("", 15), context.clock().instant(), JobStatus.NOT_STARTED);
    second.config = first.config;
    second.limit = first.limit;
    jobs.add(second);
    return second;
  }

  private void buy(Job job, String instanceClass, boolean autoStart) {
    Instant now = context.clock().instant();
    job.dtsInstanceId = context.ids().next("dts", 15);
    job.instanceClass = instanceClass;
    context.ledger().bought("dts", job.dtsInstanceId, now, job.name());
    boolean starts = autoStart || context.variants().is(Variant.purchaseStartsPrecheck);
    if (starts && job.status == JobStatus.NOT_STARTED) {
      machine.startPrecheck(job, now);
    }
  }
}
