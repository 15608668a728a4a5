package io.rdsrestore.sandbox.dts;

import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.ApiException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All jobs, in the order of their creation, each brought up to date when it is looked up. */
final class Jobs {
  private final Map<String, Job> byId = new LinkedHashMap<>();
  private final Set<String> removed = new HashSet<>();
  private final JobMachine machine;
  private final ForeignJobs foreign;

  Jobs(JobMachine machine, ForeignJobs foreign) {
    this.machine = machine;
    this.foreign = foreign;
  }

  void add(Job job) {
    byId.put(job.id, job);
  }

  void remove(Job job) {
    byId.remove(job.id);
    removed.add(job.id);
    if (job.isBought()) {
      removed.add(job.dtsInstanceId);
    }
  }

  /** Whether the call is about a job that was there once. */
  boolean wasRemoved(ApiCall call) {
    return removed.contains(call.text("DtsJobId", call.text("DtsInstanceId", "")));
  }

  List<Job> all() {
    Collection<Job> jobs = byId.values();
    jobs.forEach(machine::look);
    return List.copyOf(jobs);
  }

  /** By DtsJobId, or by the DTS instance's id if only that is given. */
  Job require(ApiCall call, String instanceParameter) {
    String id = call.text("DtsJobId");
    String instanceId = call.text(instanceParameter);
    if (id == null && instanceId == null) {
      throw ApiException.missing("DtsJobId");
    }
    foreign.refuseIfForeign(id, instanceId);
    Optional<Job> found =
        id != null
            ? Optional.ofNullable(byId.get(id))
            : byId.values().stream()
                .filter(job -> instanceId.equals(job.dtsInstanceId))
                .findFirst();
    Job job = found.orElseThrow(() -> gone(id == null));
    machine.look(job);
    return job;
  }

  Job requireId(String id) {
    foreign.refuseIfForeign(id, null);
    Job job = byId.get(id);
    if (job == null) {
      throw gone(false);
    }
    machine.look(job);
    return job;
  }

  private static ApiException gone(boolean byInstance) {
    return byInstance
        ? new ApiException(404, "Forbidden.InstanceNotFound", "The instance does not exist.")
        : new ApiException(404, "InvalidJobId", "The job does not exist.");
  }
}
