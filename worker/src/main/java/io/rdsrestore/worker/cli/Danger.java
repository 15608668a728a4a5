package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateItem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a decision must accept by name, and what naming it means. */
final class Danger {
  private Danger() {}

  /**
   * The names that a decision gives: those it was told, and those that somebody types now.
   *
   * @param told by {@code --acknowledge}; may be null
   * @param choice what is chosen at the gate
   * @param items what of the gate is skipped; empty for nothing
   */
  static List<String> accepted(
      List<String> told, Gate gate, Choice choice, List<String> items, Questions questions) {
    List<String> accepted = new ArrayList<>(Lists.of(told));
    for (String danger : of(gate, choice, items)) {
      if (!accepted.contains(danger)) {
        accept(danger, gate, choice, questions);
        accepted.add(danger);
      }
    }
    return accepted;
  }

  private static List<String> of(Gate gate, Choice choice, List<String> items) {
    return Stream.concat(
            Lists.of(choice.acknowledge()).stream(),
            Lists.of(gate.items()).stream()
                .filter(item -> items.contains(item.name()) && item.danger() != null)
                .map(GateItem::danger))
        .distinct()
        .toList();
  }

  private static void accept(String danger, Gate gate, Choice choice, Questions questions) {
    String meaning = "%s means: %s.".formatted(danger, meaning(danger));
    if (!questions.canAsk()) {
      throw new UserError(
          ExitCode.USAGE,
          "%s Whoever accepts that says so by name: --acknowledge %s%s"
              .formatted(
                  meaning,
                  danger,
                  GateText.ownCommand(choice, gate)
                      .map(command -> ", for example %s".formatted(command))
                      .orElse("")));
    }
    if (!questions.ask("%s Type %s to accept that:".formatted(meaning, danger)).equals(danger)) {
      throw new UserError(
          ExitCode.FAILED, "That is not %s, so nothing was decided.".formatted(danger));
    }
  }

  private static String meaning(String danger) {
    return switch (danger) {
      case "existingRowsStay" ->
          "rows that are on the primary stay as they are, also wrong ones, and only rows whose key is missing are added";
      case "keepExisting" ->
          "restored rows come in between those that are on the primary, which stay as they are, also wrong ones";
      default -> "what the gate says of it";
    };
  }
}
