package io.rdsrestore.workflows.decision;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.rdsrestore.workflows.json.RestoreJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decisions that wait for their gates, oldest first. Bounded in number and in size: all of them are
 * in the status, and go into the next run when the workflow continues as new.
 */
@JsonAutoDetect(
    fieldVisibility = JsonAutoDetect.Visibility.ANY,
    getterVisibility = JsonAutoDetect.Visibility.NONE)
final class KeptDecisions {
  static final int MOST = 100;

  /** In characters of JSON, all together. */
  static final int MOST_CHARACTERS = 256 * 1024;

  private final List<Kept> waiting = new ArrayList<>();

  /**
   * One of them.
   *
   * @param number in the order of arrival
   * @param characters of its JSON
   */
  record Kept(int number, Decision decision, Instant at, int characters) {

    /** Whether somebody means this one: by its number, or by its sender's id. */
    boolean isCalled(String name) {
      return name.equals(Integer.toString(number)) || name.equals(decision.id());
    }

    DecisionRecord as(DecisionOutcome outcome, String note) {
      return DecisionLog.record(number, decision, outcome, decision.gate(), note, at);
    }
  }

  /** Why no more can be kept; empty if one more can. */
  Optional<String> full(Decision decision) {
    if (waiting.size() >= MOST) {
      return Optional.of(MOST + " decisions wait for their gates already");
    }
    int characters = waiting.stream().mapToInt(Kept::characters).sum() + size(decision);
    return characters > MOST_CHARACTERS
        ? Optional.of("the decisions that wait for their gates are too big together")
        : Optional.empty();
  }

  void keep(int number, Decision decision, Instant at) {
    waiting.add(new Kept(number, decision, at, size(decision)));
  }

  /** Takes out the oldest one that is meant. */
  Optional<Kept> take(Predicate<Kept> meant) {
    Optional<Kept> found = waiting.stream().filter(meant).findFirst();
    found.ifPresent(waiting::remove);
    return found;
  }

  List<Kept> all() {
    return List.copyOf(waiting);
  }

  private static int size(Decision decision) {
    return RestoreJson.write(decision).length();
  }
}
