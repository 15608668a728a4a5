package io.rdsrestore.sandbox.dts;

import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.ApiException;

/** Which jobs DescribeDtsJobs is asked for. */
final class JobFilter {
  private final ApiCall call;

  JobFilter(ApiCall call) {
    this.call = call;
  }

  /**
   * What can be asked for; null where a job has no such thing.
   *
   * @param type {@code JobType}
   */
  record Traits(
      String type,
      String id,
      String dtsInstanceId,
      String name,
      String status,
      String region,
      String sourceId,
      String targetId) {}

  boolean matches(Traits job) {
    return call.text("JobType", "MIGRATION").equals(job.type())
        && is("DtsJobId", job.id())
        && is("DtsInstanceId", job.dtsInstanceId())
        && is("Status", job.status())
        && is("Region", job.region())
        && matchesParams(job, call.text("Type"), call.text("Params"));
  }

  private boolean is(String parameter, String value) {
    String wanted = call.text(parameter);
    return wanted == null || wanted.equals(value);
  }

  /** {@code Type} says what {@code Params} is; a name is found by any part of it. */
  private static boolean matchesParams(Traits job, String type, String params) {
    if (type == null || params == null) {
      return true;
    }
    return switch (type) {
      case "name" -> job.name().contains(params);
      case "instance" -> params.equals(job.dtsInstanceId()) || params.equals(job.id());
      case "srcRds" -> params.equals(job.sourceId());
      case "rds" -> params.equals(job.targetId());
      default -> throw ApiException.invalid("Type", type);
    };
  }
}
