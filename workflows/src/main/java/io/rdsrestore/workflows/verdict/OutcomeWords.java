package io.rdsrestore.workflows.verdict;

import io.rdsrestore.workflows.Counted;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.VerificationSummary;
import java.util.List;
import java.util.stream.Stream;

/** Where the restored data is, as the beginning of a sentence. */
public final class OutcomeWords {
  private static final int MOST_NAMED = 3;

  private OutcomeWords() {}

  /**
   * Says it.
   *
   * @param verification null if there was none
   */
  public static String of(
      Outcome outcome, List<ObjectTarget> objects, VerificationSummary verification) {
    return switch (outcome) {
      case IN_PLACE -> "The restored data is in place";
      case BESIDE -> "The restored data stands beside the original";
      case PARTLY ->
          OutcomeChoice.rowsAreMissing(verification)
              ? "The data is restored in part, rows are missing"
              : partlyBeside(objects.stream().flatMap(OutcomeWords::elsewhere).toList());
      case NOTHING -> "Nothing was restored";
    };
  }

  private static String partlyBeside(List<String> elsewhere) {
    return "The restored data is in place, but beside the original %s %s"
        .formatted(
            elsewhere.size() == 1 ? "stands" : "stand", Counted.first(MOST_NAMED, elsewhere));
  }

  private static Stream<String> elsewhere(ObjectTarget object) {
    if (object.isWhole()) {
      return object.isBeside() ? Stream.of("database " + object.database()) : Stream.empty();
    }
    return object.tables().stream()
        .filter(object::isElsewhere)
        .map(table -> object.database() + "." + table.name());
  }
}
