package io.rdsrestore.workflows.plan;

/**
 * One row of the plan.
 *
 * @param id what was checked, for example {@code instance.state}
 * @param status how it came out
 * @param message what was found
 * @param remedy what to do about it; null where nothing is to be done
 * @param mendable whether a person can mend a blocker while the restore waits; if not, the request
 *     is refused
 */
public record PlanCheck(
    String id, CheckStatus status, String message, String remedy, boolean mendable) {

  public static PlanCheck ok(String id, String message) {
    return new PlanCheck(id, CheckStatus.OK, message, null, false);
  }

  public static PlanCheck warning(String id, String message, String remedy) {
    return new PlanCheck(id, CheckStatus.WARNING, message, remedy, false);
  }

  public static PlanCheck notChecked(String id, String message) {
    return new PlanCheck(id, CheckStatus.NOT_CHECKED, message, null, false);
  }

  /** A blocker that a person can mend while the restore waits. */
  public static PlanCheck blocker(String id, String message, String remedy) {
    return new PlanCheck(id, CheckStatus.BLOCKER, message, remedy, true);
  }

  /** A blocker that this request cannot get past. */
  public static PlanCheck refusal(String id, String message, String remedy) {
    return new PlanCheck(id, CheckStatus.BLOCKER, message, remedy, false);
  }
}
