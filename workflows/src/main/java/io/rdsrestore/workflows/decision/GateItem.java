package io.rdsrestore.workflows.decision;

/**
 * One thing that a gate is about.
 *
 * @param name for example a precheck item or a table
 * @param message what is the matter
 * @param remedy what to do about it; may be null
 * @param canSkip for precheck items: whether DTS lets one skip it
 */
public record GateItem(String name, String message, String remedy, boolean canSkip) {
  public static GateItem of(String name, String message, String remedy) {
    return new GateItem(name, message, remedy, false);
  }
}
