package io.rdsrestore.workflows.decision;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Everything people have sent and what became of it; bounded. */
@JsonAutoDetect(
    fieldVisibility = JsonAutoDetect.Visibility.ANY,
    getterVisibility = JsonAutoDetect.Visibility.NONE)
final class DecisionLog {
  /** How many decisions are kept in full; of more, the oldest unused ones are forgotten first. */
  static final int MOST_RECORDS = 200;

  /** The newest are shown in any case: who has just sent something looks for what became of it. */
  static final int NEWEST = 100;

  private final List<DecisionRecord> records = new ArrayList<>();
  private int numbers;
  @JsonIgnore private Consumer<DecisionRecord> listener = record -> {};

  /** Who hears of each decision once it is settled. */
  void listener(Consumer<DecisionRecord> newListener) {
    listener = newListener;
  }

  /** The number of a decision that has just arrived. */
  int next() {
    return ++numbers;
  }

  void add(
      int number,
      Decision decision,
      DecisionOutcome outcome,
      String gate,
      String note,
      Instant at) {
    add(record(number, decision, outcome, gate, note, at));
  }

  void add(DecisionRecord entry) {
    records.add(entry);
    listener.accept(entry);
    if (records.size() > MOST_RECORDS) {
      DecisionRecord forgotten =
          records.stream()
              .limit(records.size() - NEWEST)
              .filter(each -> each.outcome() != DecisionOutcome.ACTED)
              .findFirst()
              .orElse(records.get(0));
      records.remove(forgotten);
    }
  }

  List<DecisionRecord> records() {
    return List.copyOf(records);
  }

  static DecisionRecord record(
      int number,
      Decision decision,
      DecisionOutcome outcome,
      String gate,
      String note,
      Instant at) {
    return new DecisionRecord(
        number,
        at,
        outcome,
        gate,
        decision.action().word(),
        decision.actor(),
        false,
        decision.comment(),
        decision.id(),
        note);
  }
}
