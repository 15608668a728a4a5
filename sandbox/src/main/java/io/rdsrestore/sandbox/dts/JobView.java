package io.rdsrestore.sandbox.dts;

import io.rdsrestore.sandbox.http.JsonBody;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** How the two describing actions show a job. */
final class JobView {
  private JobView() {}

  static Map<String, Object> common(Job job) {
    Map<String, Object> view =
        JsonBody.of(
            "DtsJobId",
            job.id,
            "DtsInstanceID",
            job.isBought() ? job.dtsInstanceId : "",
            "DtsJobName",
            job.name(),
            "DtsJobClass",
            job.instanceClass,
            "DtsJobDirection",
            "UNIDIRECTIONAL",
            "Status",
            job.status.text(),
            "CreateTime",
            seconds(job.createdAt),
            "ExpireTime",
            "",
            "PayType",
            job.isBought() ? "PostPaid" : "",
            "ErrorMessage",
            job.errorMessage);
    if (job.config != null) {
      view.put("DbObject", job.config.dbList());
      view.put("Reserved", job.config.reserve());
      view.put("SourceEndpoint", endpoint(job.config.source()));
      view.put("DestinationEndpoint", endpoint(job.config.target()));
      view.put(
          "MigrationMode",
          JsonBody.of(
              "StructureInitialization",
              job.config.spec().structure(),
              "DataInitialization",
              job.config.spec().data(),
              "DataSynchronization",
              false));
    }
    return view;
  }

  static Map<String, Object> listed(
      Job job, JobMachine machine, PrecheckView precheck, boolean withoutDbList) {
    Map<String, Object> view = common(job);
    if (withoutDbList) {
      view.remove("DbObject");
    }
    view.put("PrecheckStatus", precheck.status(job));
    view.put("StructureInitializationStatus", Stage.structure(job, machine).view());
    view.put("DataInitializationStatus", Stage.data(job, machine).view());
    view.put("DataSynchronizationStatus", Stage.notStarted().view());
    return view;
  }

  static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static Map<String, Object> endpoint(JobConfig.Endpoint endpoint) {
    return JsonBody.of(
        "InstanceID",
        endpoint.instanceId(),
        "InstanceType",
        "RDS",
        "Region",
        endpoint.region(),
        "EngineName",
        endpoint.engine(),
        "UserName",
        endpoint.user());
  }
}
