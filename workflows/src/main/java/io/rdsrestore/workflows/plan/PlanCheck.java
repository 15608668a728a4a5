package io.rdsrestore.workflows.plan;

import java.util.List;

/**
 * One row of the plan.
 *
 * @param id what was checked, for example {@code instance.state}
 * @param status how it came out
 * @param message what was found
 * @param remedy what to do about it; null where nothing is to be done
 * @param commands the remedy as literal commands or SQL; empty where none can be given
 * @param mendable whether a person can mend a blocker while the restore waits; if not, the request
 *     is refused
 */
public record PlanCheck(
    String id,
    CheckStatus status,
    String message,
    String remedy,
    List<String> commands,
    boolean mendable) {

  /** Who wrote it may not have known commands. */
  public PlanCheck {
    commands = commands == null ? List.of() : List.copyOf(commands);
  }

  public static PlanCheck ok(String id, String message) {
    return new PlanCheck(id, CheckStatus.OK, message, null, List.of(), false);
  }

  public static PlanCheck warning(String id, String message, String remedy) {
    return new PlanCheck(id, CheckStatus.WARNING, message, remedy, List.of(), false);
  }

  public static PlanCheck notChecked(String id, String message) {
    return new PlanCheck(id, CheckStatus.NOT_CHECKED, message, null, List.of(), false);
  }

  /** A blocker that a person can mend while the restore waits. */
  public static PlanCheck blocker(String id, String message, String remedy) {
    return new PlanCheck(id, CheckStatus.BLOCKER, message, remedy, List.of(), true);
  }

  /** A blocker that this request cannot get past. */
  public static PlanCheck refusal(String id, String message, String remedy) {
    return new PlanCheck(id, CheckStatus.BLOCKER, message, remedy, List.of(), false);
  }

  /** The same, with the commands that do what the remedy says. */
  PlanCheck withCommands(List<String> literal) {
    return new PlanCheck(id, status, message, remedy, literal, mendable);
  }
}
