package io.rdsrestore.workflows.decision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A stop that a person can end.
 *
 * @param gate its id, {@code precheck-2}: the second of its kind
 * @param kind what is waited for
 * @param since when it opened
 * @param deadline when the restore ends itself as safely as it can
 * @param reason why, in one sentence
 * @param items what failed, one by one
 * @param choices what can be decided, and what each leads to
 * @param commands the literal commands for each choice
 * @param planHash the plan that an approval here is of, or the merge that was counted; null: none
 * @param reminder what was last said because nobody has decided yet; null before the first time
 */
public record Gate(
    String gate,
    GateKind kind,
    Instant since,
    Instant deadline,
    String reason,
    List<GateItem> items,
    List<Choice> choices,
    List<String> commands,
    String planHash,
    String reminder) {

  /** The choice that an action is at this gate. */
  @JsonIgnore
  public Optional<Choice> choice(Action action) {
    return choices.stream().filter(choice -> choice.action() == action).findFirst();
  }

  /** The same, after people were reminded of it. */
  public Gate reminded(String said) {
    return new Gate(gate, kind, since, deadline, reason, items, choices, commands, planHash, said);
  }
}
