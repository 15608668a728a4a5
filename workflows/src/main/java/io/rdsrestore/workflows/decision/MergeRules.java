package io.rdsrestore.workflows.decision;

import io.rdsrestore.workflows.merge.MergeCondition;
import java.util.List;
import java.util.Optional;

/** What a merge must say: first what is to be counted, then that it is what was counted. */
final class MergeRules {
  private MergeRules() {}

  /** Why it cannot act at a gate that offers it; empty if it can. */
  static Optional<String> objection(Gate gate, Decision decision) {
    return decision.planHash() == null ? toCount(gate, decision) : toWrite(gate, decision);
  }

  private static Optional<String> toWrite(Gate gate, Decision decision) {
    if (gate.planHash() == null
        || gate.choice(Action.MERGE).filter(MergeRules::isCounted).isEmpty()) {
      return Optional.of(
          "nothing has been counted at %s that could be merged: send it without planHash first"
              .formatted(gate.gate()));
    }
    return decision.mode() == null && decision.tables() == null && decision.where() == null
        ? Optional.empty()
        : Optional.of(
            "with planHash it says no mode, tables or where: they are those that were counted");
  }

  private static boolean isCounted(Choice choice) {
    return choice.fields().containsKey("planHash");
  }

  private static Optional<String> toCount(Gate gate, Decision decision) {
    if (decision.mode() == null) {
      return Optional.of(
          "it says no mode: \"mode\": \"missing\" (insert rows that are not there), \"changed\" (replace those that are different) or \"both\"");
    }
    List<String> there = gate.items().stream().map(GateItem::name).toList();
    List<String> unknown =
        decision.namedTables().stream()
            .filter(
                name ->
                    there.stream().noneMatch(table -> table.equals(name) || isNameOf(name, table)))
            .toList();
    if (!unknown.isEmpty() || (decision.tables() != null && decision.tables().isEmpty())) {
      return Optional.of(
          "it names tables that the gate is not about: %s; it is about %s"
              .formatted(String.join(", ", unknown), String.join(", ", there)));
    }
    if (decision.where() == null) {
      return Optional.empty();
    }
    boolean ofOne = there.size() == 1 || decision.namedTables().size() == 1;
    return ofOne
        ? MergeCondition.problem(decision.where())
        : Optional.of("where is about the rows of one table: name it in tables");
  }

  private static boolean isNameOf(String name, String table) {
    return table.endsWith("." + name);
  }
}
