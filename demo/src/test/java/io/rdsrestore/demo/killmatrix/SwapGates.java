package io.rdsrestore.demo.killmatrix;

import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The gates of one restore at which tables are swapped, as they were read. */
final class SwapGates {
  /** How the ids of all of them begin. */
  static final String ANY = GateKind.SWAP.word() + "-";

  private final Scene scene;
  private final Map<String, Gate> read = new HashMap<>();
  private final Set<String> answered = new HashSet<>();

  SwapGates(Scene scene) {
    this.scene = scene;
  }

  static boolean isOne(Object gate) {
    return gate instanceof String id && id.startsWith(ANY);
  }

  /** What it tells that is not so, or that it had told otherwise before. */
  List<String> read(Gate gate, String restoreId) {
    Gate before = read.putIfAbsent(gate.gate(), gate);
    List<String> complaints = new ArrayList<>();
    if (before == null) {
      complaints.addAll(scene.complaints(gate, restoreId));
    } else if (!before.equals(gate)) {
      complaints.add("it told %s, then %s".formatted(before, gate));
    }
    return complaints;
  }

  /** True the first time. */
  boolean isUnanswered(Gate gate) {
    return answered.add(gate.gate());
  }
}
