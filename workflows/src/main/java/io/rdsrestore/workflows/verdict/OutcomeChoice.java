package io.rdsrestore.workflows.verdict;

import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.VerificationSummary;
import java.util.List;

/** Where the restored data is, in a word. */
public final class OutcomeChoice {
  private OutcomeChoice() {}

  /**
   * The outcome.
   *
   * @param copied whether the copy finished
   * @param verification null if there was none
   * @param swapped whether what was beside has taken its places
   */
  public static Outcome of(
      List<ObjectTarget> objects,
      boolean copied,
      VerificationSummary verification,
      boolean swapped) {
    if (!copied) {
      return Outcome.NOTHING;
    }
    if (rowsAreMissing(verification)) {
      return Outcome.PARTLY;
    }
    if (swapped || objects.stream().allMatch(OutcomeChoice::isInPlace)) {
      return Outcome.IN_PLACE;
    }
    return objects.stream().allMatch(OutcomeChoice::isElsewhere) ? Outcome.BESIDE : Outcome.PARTLY;
  }

  /** Whether a table has fewer rows than in the clone. */
  static boolean rowsAreMissing(VerificationSummary verification) {
    return verification != null
        && verification.tables().stream()
            .anyMatch(
                table ->
                    table.verdict() == ComparisonVerdict.DIFFERENT
                        && table.targetRows() < table.sourceRows());
  }

  private static boolean isInPlace(ObjectTarget object) {
    return object.isWhole()
        ? !object.isBeside()
        : object.tables().stream().noneMatch(object::isElsewhere);
  }

  private static boolean isElsewhere(ObjectTarget object) {
    return object.isWhole()
        ? object.isBeside()
        : object.tables().stream().allMatch(object::isElsewhere);
  }
}
