package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.request.DatabaseSelection;
import java.util.List;
import java.util.Optional;

/** DTS takes at most 1,000 tables a job where tables are chosen and land under another name. */
final class RenamedTables {
  private static final int MAX = 1000;

  private RenamedTables() {}

  /** Whether so many tables may be copied under other names than their own. */
  static boolean isPossible(DatabaseSelection selection) {
    return selection.isWhole() || selection.tables().size() <= MAX;
  }

  static Optional<PlanCheck> refusalOf(List<ObjectTarget> objects) {
    long renamed = objects.stream().mapToLong(RenamedTables::renamedOf).sum();
    return renamed <= MAX
        ? Optional.empty()
        : Optional.of(
            PlanCheck.refusal(
                "names.renamed",
                "%d chosen tables land under another name; DTS takes at most 1,000 a job"
                    .formatted(renamed),
                "choose the whole database, or restore the tables in several runs"));
  }

  private static long renamedOf(ObjectTarget object) {
    if (object.isWhole()) {
      return 0;
    }
    return object.isBeside()
        ? object.tables().size()
        : object.tables().stream()
            .filter(table -> !table.targetName().equals(table.name()))
            .count();
  }
}
