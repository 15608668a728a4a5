package io.rdsrestore.workflows.decision;

import java.util.List;

/**
 * What a phase asks a person.
 *
 * @param kind what is waited for
 * @param reason why, in one sentence
 * @param items what failed, one by one
 * @param choices what can be decided; abort is always among them
 * @param planHash the plan that an approval here is of, or the merge that was counted; null: none
 */
public record GateRequest(
    GateKind kind, String reason, List<GateItem> items, List<Choice> choices, String planHash) {

  public static GateRequest of(
      GateKind kind, String reason, List<GateItem> items, List<Choice> choices) {
    return new GateRequest(kind, reason, items, choices, null);
  }
}
