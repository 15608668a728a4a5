package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.Leftover;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Other people's DTS jobs that write to the primary: RDS clones no instance that one runs on. */
final class MigrationChecks {
  private static final String ID = "migration.other";

  /** Not writing now, but DTS may let them go on (Status, in lower case). */
  private static final Set<String> RESTING = Set.of("suspending", "migrationfailed");

  private MigrationChecks() {}

  static PlanCheck of(String instance, List<Leftover> leftovers) {
    List<Leftover> others =
        leftovers.stream().filter(leftover -> leftover.restoreId() == null).toList();
    if (others.isEmpty()) {
      return PlanCheck.ok(ID, "no other DTS migration writes to " + instance);
    }
    String message =
        "other DTS migrations write to %s: %s"
            .formatted(
                instance,
                others.stream()
                    .map(job -> "%s (%s)".formatted(job.id(), job.status()))
                    .collect(Collectors.joining(", ")));
    String remedy = "wait for their end, or have their owners stop and release them; then retry";
    return others.stream().allMatch(MigrationChecks::rests)
        ? PlanCheck.warning(
            ID, message + "; they rest, but DTS may let them go on and write again", remedy)
        : PlanCheck.blocker(ID, message, remedy);
  }

  private static boolean rests(Leftover job) {
    return job.status() != null && RESTING.contains(job.status().toLowerCase(Locale.ROOT));
  }
}
