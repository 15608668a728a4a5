package io.rdsrestore.workflows.decision;

import io.rdsrestore.workflows.request.Accounts;
import java.util.List;

/**
 * A person's decision.
 *
 * @param action what; a signal with the name of an action may leave it out
 * @param gate which gate it is for; null: by the rules of {@link GateKeeper}
 * @param actor who; a claim, kept with the decision
 * @param comment why
 * @param id the sender's own id, so that the same decision sent twice acts once
 * @param items precheck items to skip
 * @param acknowledge dangers that are accepted by name, for example {@code keepExisting}
 * @param accounts other accounts to try again with
 * @param planHash the plan that is approved, if the sender wants to be sure
 */
public record Decision(
    Action action,
    String gate,
    String actor,
    String comment,
    String id,
    List<String> items,
    List<String> acknowledge,
    Accounts accounts,
    String planHash) {

  /** An action at a named gate, with nothing more to say. */
  public static Decision of(Action action, String gate, String actor, String comment) {
    return new Decision(action, gate, actor, comment, null, null, null, null, null);
  }

  /** The same with its action said. */
  Decision withAction(Action said) {
    return new Decision(said, gate, actor, comment, id, items, acknowledge, accounts, planHash);
  }

  /** The items it names; none if it names none. */
  List<String> namedItems() {
    return items == null ? List.of() : items;
  }

  /** The dangers it accepts by name; none if it accepts none. */
  List<String> namedDangers() {
    return acknowledge == null ? List.of() : acknowledge;
  }
}
