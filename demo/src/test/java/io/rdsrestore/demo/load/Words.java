package io.rdsrestore.demo.load;

import io.rdsrestore.demo.load.Word.Fate;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.DecisionOutcome;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.status.RestoreStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Says whatever people may say at a wrong time, in a wrong way or twice, and what must become of
 * it. Nothing of it ends a gate or the restore.
 */
final class Words {
  private static final String DECIDE = RestoreContract.DECIDE;

  /** Fewer than the restore keeps: what is kept and what is not must not depend on the order. */
  private static final int MOST_KEPT = 80;

  private static final List<String> TO_COME =
      List.of(
          "precheck-90", "failure-70", "restorePoint-3", "difference-2", "cleanup-1", "failure-71");

  /** What is no gate, and gates that never offer a retry. */
  private static final List<String> IN_VAIN =
      List.of(
          "precheck",
          "prechek-1",
          "precheck-0",
          "-",
          "'; DROP TABLE orders",
          "approval-1x",
          "cost-5",
          "pressure-3");

  private static final List<String> NOT_JSON =
      List.of("{\"action\": \"retry\",", "retry", "null", "[]", "\"approve\"", "{}", "17");

  private final Random random;
  private int said;

  Words(Random random) {
    this.random = random;
  }

  /** A burst at an open gate, or while no gate is open. */
  List<Word> burst(int size, RestoreStatus status) {
    Deque<DecisionRecord> kept = new ArrayDeque<>();
    status.decisions().stream()
        .filter(record -> record.outcome() == DecisionOutcome.KEPT)
        .forEach(kept::add);
    int room = MOST_KEPT - kept.size();
    List<Word> burst = new ArrayList<>();
    while (burst.size() < size) {
      Word word = one(status, kept, room > 0);
      int times = word.fate() != Fate.ANY && random.nextInt(5) == 0 ? 2 : 1;
      for (int i = 0; i < times && burst.size() < size; i++) {
        burst.add(word);
        room -= word.fate() == Fate.KEPT || word.fate() == Fate.ANY ? 1 : 0;
      }
    }
    Collections.shuffle(burst, random);
    return burst;
  }

  private Word one(RestoreStatus status, Deque<DecisionRecord> kept, boolean room) {
    Gate open = status.waitingFor();
    String tag = "word " + ++said;
    return switch (random.nextInt(10)) {
      case 0 -> word(tag, "approve", Map.of(), Fate.IGNORED);
      case 1 -> word(tag, "retry", Map.of("gate", pick(IN_VAIN)), Fate.IGNORED);
      case 2 -> new Word(tag, DECIDE, pick(NOT_JSON), Fate.UNREADABLE);
      case 3 -> misspelt(tag);
      case 4 -> word(tag, outOfPlace(status.phase()), Map.of(), Fate.IGNORED);
      case 5 -> withoutGate(tag, open, room);
      case 6 -> contradiction(tag, open);
      case 7 ->
          kept.isEmpty()
              ? word(tag, "withdraw", Map.of("decision", "none of them"), Fate.IGNORED)
              : withdraw(tag, kept.poll());
      default ->
          room ? ahead(tag, pick(TO_COME), open) : word(tag, "approve", Map.of(), Fate.IGNORED);
    };
  }

  /** Kept for its gate, unless one of the kind is open, whose next is another. */
  private Word ahead(String tag, String gate, Gate open) {
    boolean mistyped = open != null && kind(open.gate()).equals(kind(gate));
    return word(
        tag,
        "retry",
        Map.of("gate", gate, "id", "id of " + tag),
        mistyped ? Fate.IGNORED : Fate.KEPT);
  }

  private static String kind(String gate) {
    return gate.substring(0, gate.lastIndexOf('-'));
  }

  private String outOfPlace(RestorePhase phase) {
    boolean pausable = phase == RestorePhase.MIGRATING;
    return pausable || random.nextBoolean() ? "resume" : "pause";
  }

  /** Kept, if no gate is open when it arrives and the phase lasts. */
  private Word withoutGate(String tag, Gate open, boolean room) {
    if (open == null && room) {
      return word(tag, "skipPrecheckItems", Map.of("items", List.of("CHECK_SRC")), Fate.ANY);
    }
    if (open == null) {
      return word(tag, "approve", Map.of(), Fate.IGNORED);
    }
    return word(tag, "skipPrecheckItems", Map.of("items", List.of("CHECK_ENGINE")), Fate.IGNORED);
  }

  /** Against what stands at the open gate; where none is open, too late for one that was. */
  private Word contradiction(String tag, Gate open) {
    if (open == null || !open.gate().equals("approval-1")) {
      return word(tag, "approve", Map.of("gate", "approval-1"), Fate.IGNORED);
    }
    return word(
        tag, "approve", Map.of("gate", open.gate(), "planHash", "another plan"), Fate.IGNORED);
  }

  private Word withdraw(String tag, DecisionRecord one) {
    return word(
        tag,
        "withdraw",
        Map.of("decision", Integer.toString(one.number()), "id", "id of " + tag),
        Fate.ACTS_ONCE);
  }

  private Word misspelt(String tag) {
    return switch (random.nextInt(3)) {
      case 0 -> word(tag, "aprove", Map.of(), Fate.UNREADABLE);
      case 1 -> word(tag, "retry", Map.of("items", "CHECK_SRC"), Fate.UNREADABLE);
      default -> word(tag, "retry", Map.of("gate", "g".repeat(200)), Fate.UNREADABLE);
    };
  }

  private Word word(String tag, String action, Map<String, Object> more, Fate fate) {
    Map<String, Object> decision = new LinkedHashMap<>(more);
    decision.put("action", action);
    decision.put("actor", "somebody");
    decision.put("comment", tag);
    boolean named = RestoreContract.NAMED_SIGNALS.contains(action) && random.nextBoolean();
    return Word.of(tag, named ? action : DECIDE, decision, fate);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
