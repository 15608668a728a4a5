package io.rdsrestore.sandbox.dts;

import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.ApiException;
import io.rdsrestore.sandbox.http.JsonBody;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looking at jobs, their prechecks, and where DTS comes from. */
final class DescribeActions {
  private static final Set<Integer> PAGE_SIZES = Set.of(20, 30, 50, 100);

  private final Jobs jobs;
  private final JobMachine machine;
  private final PrecheckView precheck;

  DescribeActions(DtsContext context, Jobs jobs, JobMachine machine) {
    this.jobs = jobs;
    this.machine = machine;
    precheck = new PrecheckView(context.variants().sentencesInErrDetail());
  }

  Map<String, Object> jobs(ApiCall call) {
    int size = call.number("PageSize", 20);
    int number = call.number("PageNumber", 1);
    if (!PAGE_SIZES.contains(size) || number < 1) {
      throw ApiException.invalid("PageSize", "20, 30, 50 or 100 is expected, pages start at 1.");
    }
    List<Job> found = jobs.all().stream().filter(job -> matches(job, call)).toList();
    List<Job> page = found.stream().skip((number - 1L) * size).limit(size).toList();
    boolean withoutDbList = call.flag("WithoutDbList");
    return JsonBody.of(
        "Success",
        true,
        "HttpStatusCode",
        200,
        "PageNumber",
        number,
        "PageRecordCount",
        page.size(),
        "TotalRecordCount",
        found.size(),
        "DtsJobList",
        page.stream().map(job -> JobView.listed(job, machine, precheck, withoutDbList)).toList());
  }

  Map<String, Object> detail(ApiCall call) {
    Job job = jobs.require(call, "DtsInstanceID");
    Map<String, Object> body = JsonBody.of("Success", true, "HttpStatusCode", 200);
    body.putAll(JobView.common(job));
    body.put("FinishTime", job.finishedAt == null ? "" : JobView.seconds(job.finishedAt));
    body.put("DatabaseCount", job.config == null ? 0 : job.config.spec().databases().size());
    body.put("SynchronizationDirection", "Forward");
    return body;
  }

  /** Only the precheck (JobCode 01) has items here; the stages are in DescribeDtsJobs. */
  Map<String, Object> precheck(ApiCall call) {
    Job job = jobs.require(call, "DtsJobId");
    boolean isPrecheck = call.require("JobCode").equals("01");
    List<Map<String, Object>> all = isPrecheck ? precheck.progress(job) : List.of();
    int size = positive(call, "PageSize", 20);
    int number = positive(call, "PageNo", 1);
    List<Map<String, Object>> page = all.stream().skip((number - 1L) * size).limit(size).toList();
    long failed = isPrecheck ? job.items.stream().filter(job::blocks).count() : 0;
    return JsonBody.of(
        "Success",
        true,
        "HttpStatusCode",
        200,
        "Code",
        call.require("JobCode"),
        "JobId",
        job.precheckId,
        "JobName",
        job.name(),
        "State",
        precheck.state(job),
        "Total",
        all.size(),
        "ErrorItem",
        (int) failed,
        "PageNumber",
        (long) number,
        "PageRecordCount",
        (long) page.size(),
        "TotalRecordCount",
        (long) all.size(),
        "JobProgress",
        page);
  }

  Map<String, Object> whiteIpList(ApiCall call) {
    List<String> addresses =
        switch (call.require("Type")) {
          case "vpc" -> DtsNetwork.VPC;
          case "internet" -> DtsNetwork.INTERNET;
          default -> throw ApiException.invalid("Type", "vpc or internet is expected.");
        };
    return JsonBody.of(
        "Success", true, "HttpStatusCode", 200, "IpList", String.join(",", addresses));
  }

  /** The list really comes in this field. */
  Map<String, Object> dtsIp(ApiCall call) {
    return JsonBody.of("Success", "true", "DynamicMessage", String.join(",", DtsNetwork.VPC));
  }

  private static boolean matches(Job job, ApiCall call) {
    boolean isType = call.text("JobType", "MIGRATION").equals("MIGRATION");
    return isType
        && is(call, "DtsJobId", job.id)
        && is(call, "DtsInstanceId", job.dtsInstanceId)
        && is(call, "Status", job.status.text())
        && is(call, "Region", job.config == null ? null : job.config.target().region())
        && matchesParams(job, call.text("Type"), call.text("Params"));
  }

  private static boolean is(ApiCall call, String parameter, String value) {
    String wanted = call.text(parameter);
    return wanted == null || wanted.equals(value);
  }

  /** {@code Type} says what {@code Params} is; a name is found by any part of it. */
  private static boolean matchesParams(Job job, String type, String params) {
    if (type == null || params == null) {
      return true;
    }
    return switch (type) {
      case "name" -> job.name().contains(params);
      case "instance" -> params.equals(job.dtsInstanceId) || params.equals(job.id);
      case "srcRds" -> job.config != null && params.equals(job.config.source().instanceId());
      case "rds" -> job.config != null && params.equals(job.config.target().instanceId());
      default -> throw ApiException.invalid("Type", type);
    };
  }

  private static int positive(ApiCall call, String name, int otherwise) {
    String value = call.text(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.matches("[1-9]\\d{0,5}")) {
      throw ApiException.invalid(name, "a positive number is expected.");
    }
    return Integer.parseInt(value);
  }
}
