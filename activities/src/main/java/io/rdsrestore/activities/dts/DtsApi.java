package io.rdsrestore.activities.dts;

import com.aliyuncs.dts.model.v20200101.DescribeDtsJobDetailRequest;
import com.aliyuncs.dts.model.v20200101.DescribeDtsJobsRequest;
import com.aliyuncs.dts.model.v20200101.DescribePreCheckStatusRequest;
import com.aliyuncs.dts.model.v20200101.WhiteIpListRequest;
import io.rdsrestore.activities.Attempt;
import io.rdsrestore.activities.DtsNetwork;
import io.rdsrestore.activities.Failures;
import io.rdsrestore.activities.SecondLook;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.activities.cloud.CloudException;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.CloudRefusal;
import io.rdsrestore.workflows.activity.JobReference;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The looks at DTS that several activities share: whole lists instead of pages. */
final class DtsApi {
  static final String JOB_TYPE = "MIGRATION";

  private static final int PAGE_SIZE = 100;
  private static final String PRECHECK = "01";

  /** A fresh job may be missing for a while, as a fresh clone may. */
  private static final Duration MAY_BE_MISSING = Duration.ofMinutes(5);

  private static final Duration NEXT_LOOK = Duration.ofSeconds(5);

  private final CloudClient cloud;
  private final SecondLook secondLook;

  /**
   * Looks at DTS.
   *
   * @param secondLook confirms that a job is not there, before that counts
   */
  DtsApi(CloudClient cloud, SecondLook secondLook) {
    this.cloud = cloud;
    this.secondLook = secondLook;
  }

  CloudClient cloud() {
    return cloud;
  }

  /** DescribeDtsJobDetail; empty if there is no such job, twice. */
  Optional<JobFacts> job(String regionId, String jobId) {
    DescribeDtsJobDetailRequest request = new DescribeDtsJobDetailRequest();
    request.setDtsJobId(jobId);
    return confirmed(() -> JobFacts.of(cloud.read(regionId, request)));
  }

  /** What is there; empty if it is not, at two looks (invariant I9). */
  private <T> Optional<T> confirmed(Supplier<T> look) {
    return secondLook.look(() -> ifThere(look), Optional::isEmpty);
  }

  private static <T> Optional<T> ifThere(Supplier<T> look) {
    try {
      return Optional.of(look.get());
    } catch (CloudException e) {
      if (e.isAbsent()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static ApplicationFailure gone(String jobId, String action) {
    return Failures.of(
        RestoreErrorCode.NOT_FOUND,
        "The DTS job %s is not there any more.".formatted(jobId),
        new CloudRefusal(action, null, null, null));
  }

  /**
   * As {@link #ownJob}, of a job that was made or bought a moment ago.
   *
   * @throws ApplicationFailure also {@code NOT_YET}, while it may still turn up
   */
  JobFacts freshJob(JobReference reference) {
    try {
      return ownJob(reference);
    } catch (ApplicationFailure e) {
      boolean early = Attempt.current().elapsed().compareTo(MAY_BE_MISSING) < 0;
      if (early && RestoreErrorCode.NOT_FOUND.name().equals(e.getType())) {
        throw Failures.notYet(
            "The DTS job %s does not show yet.".formatted(reference.jobId()), NEXT_LOOK);
      }
      throw e;
    }
  }

  /**
   * The job, whose name carries the mark of its restore.
   *
   * @throws ApplicationFailure {@code NOT_FOUND} or {@code NOT_OURS}; {@code NOT_YET} if a fresh
   *     one may still turn up
   */
  JobFacts ownJob(JobReference reference) {
    JobFacts job =
        job(reference.regionId(), reference.jobId())
            .orElseThrow(() -> gone(reference.jobId(), "DescribeDtsJobDetail"));
    if (!RestoreMark.isMarked(job.name(), reference.restoreId())) {
      throw Failures.of(
          RestoreErrorCode.NOT_OURS,
          "The DTS job %s does not carry the mark %s in its name: it is left alone."
              .formatted(reference.jobId(), RestoreMark.of(reference.restoreId())),
          new CloudRefusal("DescribeDtsJobDetail", null, null, "Give the job its name back."));
    }
    return job;
  }

  /**
   * DescribeDtsJobs: all migration jobs of a region. No filter is sent: how names are matched by
   * one is not documented, and what is missed here is bought twice.
   */
  List<JobFacts> jobs(String regionId) {
    return list(regionId, JOB_TYPE, null);
  }

  /** DescribeDtsJobs: all jobs of another type (MIGRATION, SYNC, SUBSCRIBE) in a region. */
  List<JobFacts> jobs(String regionId, String jobType) {
    return list(regionId, jobType, null);
  }

  /** The job with its stages, which only DescribeDtsJobs tells; empty if there is no such job. */
  Optional<JobFacts> jobWithStages(String regionId, String jobId) {
    return list(regionId, JOB_TYPE, jobId).stream()
        .filter(job -> jobId.equals(job.id()))
        .findFirst();
  }

  private List<JobFacts> list(String regionId, String jobType, String jobId) {
    List<JobFacts> jobs = new ArrayList<>();
    for (int page = 1; ; page++) {
      DescribeDtsJobsRequest request = new DescribeDtsJobsRequest();
      request.setRegion(regionId);
      request.setJobType(jobType);
      request.setPageSize(PAGE_SIZE);
      request.setPageNumber(page);
      if (jobId != null) {
        // The SDK has no setter for it; where it is not honoured the whole list comes.
        request.putQueryParameter("DtsJobId", jobId);
      }
      Answer answer = cloud.read(regionId, request);
      List<Answer> found = answer.list("DtsJobList", "DtsJobStatus");
      found.stream().map(JobFacts::of).forEach(jobs::add);
      if (found.isEmpty() || jobs.size() >= answer.number("TotalRecordCount", 0)) {
        return jobs;
      }
    }
  }

  /** DescribePreCheckStatus of the precheck: every page, as sent. */
  List<Answer> precheck(String regionId, String jobId) {
    return confirmed(() -> precheckPages(regionId, jobId))
        .orElseThrow(() -> gone(jobId, "DescribePreCheckStatus"));
  }

  private List<Answer> precheckPages(String regionId, String jobId) {
    List<Answer> pages = new ArrayList<>();
    long items = 0;
    for (int page = 1; ; page++) {
      DescribePreCheckStatusRequest request = new DescribePreCheckStatusRequest();
      request.setDtsJobId(jobId);
      request.setJobCode(PRECHECK);
      request.setStructType("before");
      request.setPageNo(Integer.toString(page));
      request.setPageSize(Integer.toString(PAGE_SIZE));
      Answer answer = cloud.read(regionId, request);
      pages.add(answer);
      int found = answer.list("JobProgress", "JobProgress").size();
      items += found;
      if (found == 0 || items >= answer.number("TotalRecordCount", 0)) {
        return pages;
      }
    }
  }

  /** WhiteIpList: where DTS connects from. */
  List<String> addresses(String regionId, DtsNetwork network) {
    WhiteIpListRequest request = new WhiteIpListRequest();
    request.setRegion(regionId);
    request.setDestinationRegion(regionId);
    request.setType(network.type());
    Answer answer = cloud.read(regionId, request);
    List<String> addresses = new ArrayList<>();
    for (String field : new String[] {"IpList", "SrcIpList", "DestIpList"}) {
      for (String address : answer.textOrEmpty(field).split(",", -1)) {
        if (!address.isBlank() && !addresses.contains(address.strip())) {
          addresses.add(address.strip());
        }
      }
    }
    return addresses;
  }
}
