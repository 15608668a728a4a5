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
    return switch (decision.action()) {
      case SKIP_PRECHECK_ITEMS -> skipObjection(gate, decision);
      case MERGE -> MergeRules.objection(gate, decision);
      default -> Optional.empty();
    };
  }

  private static Optional<String> skipObjection(Gate gate, Decision decision) {
    List<String> items = decision.namedItems();
    List<String> skippable =
        gate.items().stream().filter(GateItem::canSkip).map(GateItem::name).toList();
    if (items.isEmpty()) {
      return Optional.of(
          "it names no items; those that may be skipped are " + String.join(", ", skippable));
    }
    List<String> wrong = items.stream().filter(item -> !skippable.contains(item)).toList();
    return wrong.isEmpty()
        ? unnamedDanger(gate, items, decision.namedDangers())
        : Optional.of(
            "%s cannot be skipped here; those that may be are %s"
                .formatted(
                    String.join(", ", wrong),
                    skippable.isEmpty() ? "none" : String.join(", ", skippable)));
  }

  private static Optional<String> unnamedDanger(Gate gate, List<String> items, List<String> named) {
    return gate.items().stream()
        .filter(item -> items.contains(item.name()) && item.danger() != null)
        .filter(item -> !named.contains(item.danger()))
        .findFirst()
        .map(
            item ->
                "skipping %s must acknowledge what it means: \"acknowledge\": [\"%s\"]"
                    .formatted(item.name(), item.danger()));
  }
}
