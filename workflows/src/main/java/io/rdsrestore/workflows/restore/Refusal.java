package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.plan.PlanCheck;
import io.rdsrestore.workflows.request.RequestProblem;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;

/** How a workflow ends that does not begin: nothing was changed or bought. */
final class Refusal {
  private Refusal() {}

  /** For a request that cannot be used. */
  static ApplicationFailure ofRequest(List<RequestProblem> problems) {
    return of(
        RestoreErrorCode.INVALID_REQUEST,
        "The request is refused",
        problems.stream().map(RequestProblem::toString).toList(),
        problems);
  }

  /** For a plan with what no person can mend. */
  static ApplicationFailure ofPlan(List<PlanCheck> refusals) {
    return ofPlan(refusals, null);
  }

  /**
   * As {@link #ofPlan(List)}.
   *
   * @param outdated the plan before, which was approved; null: none was
   */
  static ApplicationFailure ofPlan(List<PlanCheck> refusals, OutdatedPlan outdated) {
    List<String> lines =
        new ArrayList<>(
            refusals.stream()
                .map(
                    check ->
                        outdated != null && check.message().equals(outdated.because())
                            ? line(outdated.sentence(), check.remedy())
                            : line(check.message(), check.remedy()))
                .toList());
    if (outdated != null
        && lines.stream().noneMatch(line -> line.startsWith(outdated.sentence()))) {
      lines.add(0, outdated.sentence());
    }
    return of(RestoreErrorCode.REFUSED, "Refused", lines, refusals);
  }

  private static String line(String message, String remedy) {
    return remedy == null ? message : "%s (%s)".formatted(message, remedy);
  }

  /** For a decision that a rule forbids, and that is recorded. */
  static ApplicationFailure ofDecision(String because) {
    return benign(RestoreErrorCode.REFUSED, because);
  }

  /**
   * @param begin of the sentence that the reasons end
   * @param details what a program reads: the problems or checks
   */
  private static ApplicationFailure of(
      RestoreErrorCode code, String begin, List<String> reasons, Object details) {
    return benign(
        code, begin + ", nothing was changed or bought: " + String.join("; ", reasons), details);
  }

  private static ApplicationFailure benign(
      RestoreErrorCode code, String message, Object... details) {
    ApplicationFailure refusal =
        ApplicationFailure.newBuilder()
            .setMessage(message)
            .setType(code.name())
            .setNonRetryable(true)
            .setDetails(details)
            // Refusing is what it is meant to do: no failure of a worker, no alarm.
            .setCategory(ApplicationErrorCategory.BENIGN)
            .build();
    // Where in our code it was refused tells nobody anything.
    refusal.setStackTrace(new StackTraceElement[0]);
    return refusal;
  }
}
