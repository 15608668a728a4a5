package io.rdsrestore.workflows.decision;

import java.util.List;
import java.util.Optional;

/** What a decision must say beside its action to act at a gate. */
final class GateRules {
  private GateRules() {}

  /** Why a decision cannot act at the gate that it is for; empty if it can. */
  static Optional<String> objection(Gate gate, Choice choice, Decision decision) {
    List<String> missing =
        choice.acknowledge().stream()
            .filter(danger -> !decision.namedDangers().contains(danger))
            .toList();
    if (!missing.isEmpty()) {
      return Optional.of(
          "it must acknowledge by name: \"acknowledge\": [\"%s\"]"
              .formatted(String.join("\", \"", missing)));
    }
    if (decision.planHash() != null
        && gate.planHash() != null
        && !decision.planHash().equals(gate.planHash())) {
      return Optional.of(
          "it approves plan %s; the plan at %s is %s"
              .formatted(decision.planHash(), gate.gate(), gate.planHash()));
    }
    return decision.action() == Action.SKIP_PRECHECK_ITEMS
        ? skipObjection(gate, decision.namedItems())
        : Optional.empty();
  }

  private static Optional<String> skipObjection(Gate gate, List<String> items) {
    List<String> skippable =
        gate.items().stream().filter(GateItem::canSkip).map(GateItem::name).toList();
    if (items.isEmpty()) {
      return Optional.of(
          "it names no items; those that may be skipped are " + String.join(", ", skippable));
    }
    List<String> wrong = items.stream().filter(item -> !skippable.contains(item)).toList();
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s cannot be skipped here; those that may be are %s"
                .formatted(
                    String.join(", ", wrong),
                    skippable.isEmpty() ? "none" : String.join(", ", skippable)));
  }
}
