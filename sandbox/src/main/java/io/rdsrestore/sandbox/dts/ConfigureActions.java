package io.rdsrestore.sandbox.dts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rdsrestore.sandbox.dataplane.CopyLimit;
import io.rdsrestore.sandbox.dataplane.CopySpec;
import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.ApiException;
import io.rdsrestore.sandbox.http.JsonBody;
import io.rdsrestore.sandbox.rds.Instance;
import io.rdsrestore.sandbox.settings.SandboxVariants;
import io.rdsrestore.sandbox.settings.Variant;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** ConfigureDtsJob: makes a job, or changes one that has not started. Costs nothing. */
final class ConfigureActions {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> ENGINES =
      Map.of(
          "MySQL", "MYSQL", "SQLServer", "MSSQL", "PostgreSQL", "POSTGRESQL", "MariaDB", "MARIADB");

  private final DtsContext context;
  private final Jobs jobs;

  ConfigureActions(DtsContext context, Jobs jobs) {
    this.context = context;
    this.jobs = jobs;
  }

  Map<String, Object> configure(ApiCall call) {
    if (!call.require("JobType").equals("MIGRATION")) {
      throw refused("JobType", "MIGRATION is expected");
    }
    boolean known = call.text("DtsJobId") != null || call.text("DtsInstanceId") != null;
    Job job = known ? jobs.require(call, "DtsInstanceId") : null;
    if (job != null && !job.status.isChangeable()) {
      throw new ApiException(
          403,
          "UpdateJob.OperationDenied.InitStatus",
          "The job has been started and cannot be changed: " + job.status.text());
    }
    JsonNode reserve = reserve(call.text("Reserve"));
    JobConfig config = config(call, reserve);
    CopyLimit limit = DynamicConfig.read("Reserve", reserve.path("fullDynamicConfig"));
    if (job == null) {
      Instant now = context.clock().instant();
      job = new Job(context.ids().next("", 15), now, JobStatus.NOT_STARTED);
      jobs.add(job);
    }
    if (context.variants().is(Variant.whitelistsAddedByDts)) {
      context.letIn().accept(config.source().instanceId());
      context.letIn().accept(config.target().instanceId());
    }
    job.config = config;
    job.limit = limit;
    job.status = JobStatus.NOT_STARTED;
    return JsonBody.of(
        "Success",
        "true",
        "HttpStatusCode",
        "200",
        "DtsJobId",
        job.id,
        "DtsInstanceId",
        job.dtsInstanceId);
  }

  private JobConfig config(ApiCall call, JsonNode reserve) {
    JobConfig.Endpoint source = endpoint(call, "Source");
    JobConfig.Endpoint target = endpoint(call, "Destination");
    if (call.flag("DataSynchronization")) {
      throw refused("DataSynchronization", "the sandbox has no incremental migration");
    }
    boolean structure = call.flag("StructureInitialization");
    boolean data = call.flag("DataInitialization");
    if (!structure && !data) {
      throw refused("DataInitialization", "there is nothing to migrate");
    }
    SandboxVariants variants = context.variants();
    CopySpec spec =
        new CopySpec(
            login(call, "Source", source),
            login(call, "Destination", target),
            DbList.parse(call.text("DbList"), target.engine().equalsIgnoreCase("MSSQL")),
            structure,
            data,
            targetTableMode(reserve),
            new CopySpec.Checks(
                variants.is(Variant.incrementalItemsInFullMigration),
                reserve.path("privilegeMigration").asBoolean(false),
                variants.is(Variant.definersNeedSuper),
                variants.is(Variant.keptRowsFailPrecheck)));
    return new JobConfig(
        call.require("DtsJobName"),
        source,
        target,
        spec,
        call.text("DbList"),
        call.text("Reserve"));
  }

  private JobConfig.Endpoint endpoint(ApiCall call, String side) {
    String prefix = side + "Endpoint";
    if (!call.require(prefix + "InstanceType").equals("RDS")) {
      throw refused(prefix + "InstanceType", "the sandbox knows RDS only");
    }
    String id = required(call, prefix + "InstanceID");
    String region = required(call, prefix + "Region");
    Instance instance =
        context
            .instances()
            .find(id)
            .filter(candidate -> candidate.regionId().equals(region))
            .orElseThrow(() -> refused(prefix + "InstanceID", "there is no such instance"));
    String status = instance.status(context.clock().instant());
    if (!status.equals("Running")) {
      throw new ApiException(
          403, "CheckJobFailed.ServerUnAvailable", id + " is not running but " + status);
    }
    String engine = required(call, prefix + "EngineName");
    if (!engine.toUpperCase(Locale.ROOT).equals(ENGINES.get(instance.engine()))) {
      throw new ApiException(
          403, "DbTypeNotSupport." + engine, id + " is of the engine " + instance.engine());
    }
    return new JobConfig.Endpoint(id, region, engine, required(call, prefix + "UserName"));
  }

  private static CopySpec.Login login(ApiCall call, String side, JobConfig.Endpoint endpoint) {
    return new CopySpec.Login(
        endpoint.instanceId(), endpoint.user(), required(call, side + "EndpointPassword"));
  }

  private static JsonNode reserve(String text) {
    try {
      return text == null ? JSON.createObjectNode() : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw refused("Reserve", "it is not JSON");
    }
  }

  private static String targetTableMode(JsonNode reserve) {
    String mode = reserve.path("targetTableMode").asText();
    if (!mode.equals("0") && !mode.equals("2")) {
      throw refused("Reserve", "targetTableMode must be \"0\" or \"2\"");
    }
    return mode;
  }

  private static String required(ApiCall call, String name) {
    String value = call.text(name);
    if (value == null) {
      throw refused(name, "it is missing");
    }
    return value;
  }

  private static ApiException refused(String parameter, String why) {
    return new ApiException(
        403, "InvalidParameter." + parameter, parameter + " is not valid: " + why + ".");
  }
}
