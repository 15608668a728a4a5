package io.rdsrestore.activities.dts;

import io.rdsrestore.activities.LenientRead;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.SourceJob;
import io.rdsrestore.workflows.activity.SourceJobs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the DTS jobs that read an instance. */
final class SourceJobReader {
  /** DTS: JobType, and what it is for people. */
  private static final Map<String, String> KINDS =
      new TreeMap<>(
          Map.of(
              DtsApi.JOB_TYPE,
              "migration",
              "SYNC",
              "synchronization",
              "SUBSCRIBE",
              "change tracking"));

  private final DtsApi dts;

  SourceJobReader(DtsApi dts) {
    this.dts = dts;
  }

  SourceJobs read(InstanceReference instance) {
    List<SourceJob> found = new ArrayList<>();
    String because = null;
    for (Map.Entry<String, String> kind : KINDS.entrySet()) {
      LenientRead<List<JobFacts>> read =
          LenientRead.of(() -> dts.jobs(instance.regionId(), kind.getKey()));
      if (read.value() == null) {
        because = "%s jobs: %s".formatted(kind.getValue(), read.unknownBecause());
        continue;
      }
      read.value().stream()
          .filter(job -> instance.instanceId().equals(job.sourceInstance()))
          .filter(job -> job.state() != JobState.FINISHED)
          .map(job -> new SourceJob(job.id(), job.name(), kind.getValue(), job.status()))
          .forEach(found::add);
    }
    int told = Math.min(found.size(), SourceJobs.MAX);
    return new SourceJobs(List.copyOf(found.subList(0, told)), found.size() - told, because);
  }
}
