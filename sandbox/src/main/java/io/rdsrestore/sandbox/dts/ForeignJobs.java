package io.rdsrestore.sandbox.dts;

import io.rdsrestore.sandbox.http.ApiException;
import io.rdsrestore.sandbox.http.JsonBody;
import io.rdsrestore.sandbox.settings.ForeignJob;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs of other people: shown by the describing actions, refused by all others. */
final class ForeignJobs {
  private final Map<String, ForeignJob> byId = new LinkedHashMap<>();
  private final Instant createdAt;
  private final String region;

  ForeignJobs(Instant createdAt, String region) {
    this.createdAt = createdAt;
    this.region = region;
  }

  void add(ForeignJob job) {
    byId.put(job.id(), job);
  }

  /** The job that a call names, by its own id or by that of its DTS instance. */
  Optional<ForeignJob> find(String jobId, String dtsInstanceId) {
    return byId.values().stream()
        .filter(
            job ->
                jobId != null ? job.id().equals(jobId) : dtsInstanceIdOf(job).equals(dtsInstanceId))
        .findFirst();
  }

  void refuseIfForeign(String jobId, String dtsInstanceId) {
    if (find(jobId, dtsInstanceId).isPresent()) {
      throw new ApiException(403, "InvalidJobStatus", "The sandbox only shows this job.");
    }
  }

  /** Those that DescribeDtsJobs is asked for. */
  List<Map<String, Object>> listed(JobFilter filter) {
    return byId.values().stream()
        .filter(job -> filter.matches(traits(job)))
        .map(
            job -> {
              Map<String, Object> view = view(job);
              view.remove("SynchronizationDirection");
              return view;
            })
        .toList();
  }

  Map<String, Object> view(ForeignJob job) {
    Map<String, Object> view =
        JsonBody.of(
            "DtsJobId",
            job.id(),
            "DtsInstanceID",
            dtsInstanceIdOf(job),
            "DtsJobName",
            job.name(),
            "DtsJobClass",
            "medium",
            "DtsJobDirection",
            "UNIDIRECTIONAL",
            "Status",
            job.status(),
            "CreateTime",
            JobView.seconds(createdAt),
            "ExpireTime",
            "",
            "PayType",
            "PostPaid",
            "ErrorMessage",
            "",
            "SourceEndpoint",
            endpoint(job.sourceId()),
            "DestinationEndpoint",
            endpoint(job.targetId()),
            "SynchronizationDirection",
            "Forward");
    return view;
  }

  private Map<String, Object> endpoint(String instanceId) {
    return instanceId == null
        ? JsonBody.of("InstanceType", "other", "Region", region)
        : JsonBody.of(
            "InstanceID",
            instanceId,
            "InstanceType",
            "RDS",
            "Region",
            region,
            "EngineName",
            "MySQL");
  }

  private JobFilter.Traits traits(ForeignJob job) {
    return new JobFilter.Traits(
        job.type(),
        job.id(),
        dtsInstanceIdOf(job),
        job.name(),
        job.status(),
        region,
        job.sourceId(),
        job.targetId());
  }

  private static String dtsInstanceIdOf(ForeignJob job) {
    return "dts" + job.id();
  }
}
