package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Gate;
import java.util.Optional;

/**
 * What a decision answers.
 *
 * @param execution the restore
 * @param gate the open gate that it is for; null: none is, or another one is meant
 * @param questions to ask whoever decides
 */
record Asked(Execution execution, Gate gate, Questions questions) {

  /** The choice that an action is at the gate; empty if there is no gate, or it offers no such. */
  Optional<Choice> choice(Action action) {
    return gate == null
        ? Optional.empty()
        : Lists.of(gate.choices()).stream().filter(choice -> choice.action() == action).findFirst();
  }

  /** The command that is printed for an action at the gate; another one where none is. */
  String command(Action action, String otherwise) {
    return choice(action).flatMap(choice -> GateText.ownCommand(choice, gate)).orElse(otherwise);
  }

  /** What the restore is called in a command. */
  String handle() {
    return Handle.of(execution);
  }
}
