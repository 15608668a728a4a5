package io.rdsrestore.activities.dts;

import com.aliyuncs.dts.model.v20200101.DescribeDtsJobDetailRequest;
import com.aliyuncs.dts.model.v20200101.DescribeDtsJobsRequest;
import com.aliyuncs.dts.model.v20200101.DescribePreCheckStatusRequest;
import com.aliyuncs.dts.model.v20200101.WhiteIpListRequest;
import io.rdsrestore.activities.DtsNetwork;
import io.rdsrestore.activities.Failures;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.activities.cloud.CloudException;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.CloudRefusal;
import io.rdsrestore.workflows.activity.JobReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The looks at DTS that several activities share: whole lists instead of pages. */
final class DtsApi {
  static final String JOB_TYPE = "MIGRATION";

  private static final int PAGE_SIZE = 100;
  private static final String PRECHECK = "01";

  private final CloudClient cloud;

  DtsApi(CloudClient cloud) {
    this.cloud = cloud;
  }

  CloudClient cloud() {
    return cloud;
  }

  /** DescribeDtsJobDetail; empty if there is no such job. */
  Optional<JobFacts> job(String regionId, String jobId) {
    DescribeDtsJobDetailRequest request = new DescribeDtsJobDetailRequest();
    request.setDtsJobId(jobId);
    try {
      return Optional.of(JobFacts.of(cloud.read(regionId, request)));
    } catch (CloudException e) {
      if (e.isAbsent()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * The job, whose name carries the mark of its restore.
   *
   * @throws io.temporal.failure.ApplicationFailure {@code NOT_FOUND} or {@code NOT_OURS}
   */
  JobFacts ownJob(JobReference reference) {
    JobFacts job =
        job(reference.regionId(), reference.jobId())
            .orElseThrow(
                () ->
                    Failures.of(
                        RestoreErrorCode.NOT_FOUND,
                        "The DTS job %s is not there any more.".formatted(reference.jobId()),
                        new CloudRefusal("DescribeDtsJobDetail", null, null, null)));
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
