package io.rdsrestore.sandbox.dts;

import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.ApiException;
import io.rdsrestore.sandbox.http.JsonBody;
import io.rdsrestore.sandbox.settings.ForeignJob;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looking at jobs, their prechecks, and where DTS comes from. */
final class DescribeActions {
  private static final Set<Integer> PAGE_SIZES = Set.of(20, 30, 50, 100);

  private final Jobs jobs;
  private final ForeignJobs foreign;
  private final JobMachine machine;
  private final PrecheckView precheck;

  DescribeActions(DtsContext context, Jobs jobs, ForeignJobs foreign, JobMachine machine) {
    this.jobs = jobs;
    this.foreign = foreign;
    this.machine = machine;
    precheck = new PrecheckView(context.variants());
  }

  Map<String, Object> jobs(ApiCall call) {
    int size = call.number("PageSize", 20);
    int number = call.number("PageNumber", 1);
    if (!PAGE_SIZES.contains(size) || number < 1) {
      throw ApiException.invalid("PageSize", "20, 30, 50 or 100 is expected, pages start at 1.");
    }
    JobFilter filter = new JobFilter(call);
    boolean withoutDbList = call.flag("WithoutDbList");
    List<Map<String, Object>> found =
        Stream.concat(
                jobs.all().stream()
                    .filter(job -> filter.matches(traits(job)))
                    .map(job -> JobView.listed(job, machine, precheck, withoutDbList)),
                foreign.listed(filter).stream())
            .toList();
    List<Map<String, Object>> page = found.stream().skip((number - 1L) * size).limit(size).toList();
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
        page);
  }

  Map<String, Object> detail(ApiCall call) {
    Optional<ForeignJob> others = foreign.find(call.text("DtsJobId"), call.text("DtsInstanceID"));
    if (others.isPresent()) {
      Map<String, Object> body = JsonBody.of("Success", true, "HttpStatusCode", 200);
      body.putAll(foreign.view(others.get()));
      return body;
    }
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

  private static JobFilter.Traits traits(Job job) {
    JobConfig config = job.config;
    return new JobFilter.Traits(
        "MIGRATION",
        job.id,
        job.dtsInstanceId,
        job.name(),
        job.status.text(),
        config == null ? null : config.target().region(),
        config == null ? null : config.source().instanceId(),
        config == null ? null : config.target().instanceId());
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
