package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.SourceJob;
import io.rdsrestore.workflows.activity.SourceJobs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** DTS jobs that read the primary: to whoever consumes them a restored row is a new row. */
final class SourceJobChecks {
  private static final String ID = "dts.consumers";

  private SourceJobChecks() {}

  static List<PlanCheck> of(String instance, SourceJobs found) {
    List<PlanCheck> checks = new ArrayList<>();
    if (!found.jobs().isEmpty()) {
      String more = found.more() == 0 ? "" : " and %d more".formatted(found.more());
      checks.add(
          PlanCheck.warning(
              ID,
              "DTS jobs read %s, and their consumers will see every restored row as new: %s%s"
                  .formatted(
                      instance,
                      found.jobs().stream()
                          .map(SourceJobChecks::words)
                          .collect(Collectors.joining(", ")),
                      more),
              "tell their owners; they can take the target databases out of the job or pause it"));
    }
    if (found.unknownBecause() != null) {
      checks.add(PlanCheck.notChecked(ID, found.unknownBecause()));
    }
    return checks.isEmpty()
        ? List.of(PlanCheck.ok(ID, "no DTS job reads " + instance))
        : List.copyOf(checks);
  }

  private static String words(SourceJob job) {
    return "%s %s (%s, %s)".formatted(job.kind(), job.id(), job.name(), job.status());
  }
}
