package io.rdsrestore.workflows.decision;

import io.rdsrestore.workflows.plan.PlanCheck;
import java.util.List;

/**
 * One thing that a gate is about.
 *
 * @param name for example a precheck item or a table
 * @param message what is the matter
 * @param remedy what to do about it; may be null
 * @param commands the remedy as literal SQL or calls; empty where none can be given
 * @param canSkip for precheck items: whether DTS lets one skip it
 * @param danger what a decision that skips it must name in {@code acknowledge}; null: nothing
 */
public record GateItem(
    String name,
    String message,
    String remedy,
    List<String> commands,
    boolean canSkip,
    String danger) {
  public static GateItem of(String name, String message, String remedy) {
    return new GateItem(name, message, remedy, List.of(), false, null);
  }

  /** Of a row of the plan that a person has to know, or to mend. */
  public static GateItem of(PlanCheck check) {
    return new GateItem(check.id(), check.message(), check.remedy(), check.commands(), false, null);
  }
}
