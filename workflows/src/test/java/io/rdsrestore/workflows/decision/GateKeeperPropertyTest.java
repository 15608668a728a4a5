package io.rdsrestore.workflows.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.RestorePhase;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people send, in whatever order: no word is lost and none acts twice. */
class GateKeeperPropertyTest {
  private static final Instant NOW = Instant.parse("2026-11-22T16:00:00Z");

  /** I2: what has a price or moves tables is never decided before anybody can have seen it. */
  private static final Set<String> ANSWERS =
      Set.of("approve", "changeRestorePoint", "swap", "merge", "undo");

  /** What happens to a keeper: something arrives, a gate opens, or a phase begins. */
  private record Event(Decision arrives, GateKind opens, RestorePhase begins) {}

  @Property
  void noWordIsLostAndNoneActsTwice(@ForAll("histories") List<Event> events) {
    GateKeeper keeper = new GateKeeper();
    Set<Integer> early = new HashSet<>();
    int arrived = 0;
    int opened = 0;
    for (Event event : events) {
      if (event.arrives() != null) {
        arrived++;
        if (!isForTheOpenGate(keeper, event.arrives())) {
          early.add(arrived);
        }
        keeper.receive(event.arrives(), NOW);
      } else if (event.opens() != null && keeper.open().isEmpty()) {
        keeper.open(gate(keeper, event.opens()), NOW);
        opened++;
      } else if (event.begins() != null) {
        keeper.enter(event.begins(), NOW);
      }
    }

    assertThat(keeper.records()).hasSize(arrived);
    assertThat(
            keeper.records().stream()
                .filter(each -> each.outcome() == DecisionOutcome.ACTED)
                .filter(each -> !each.action().equals(Action.ABORT.word()))
                // Those that need no gate end none.
                .filter(each -> each.gate() != null)
                .map(DecisionRecord::gate)
                .toList())
        .doesNotHaveDuplicates()
        .hasSizeLessThanOrEqualTo(opened);
    assertThat(
            keeper.records().stream()
                .filter(each -> each.outcome() == DecisionOutcome.IGNORED)
                .map(DecisionRecord::note))
        .doesNotContainNull();
    assertThat(keeper.records())
        .filteredOn(each -> each.outcome() == DecisionOutcome.ACTED)
        .filteredOn(each -> ANSWERS.contains(each.action()))
        .as("answers to what their gate shows")
        .noneMatch(each -> early.contains(each.number()));
  }

  private static boolean isForTheOpenGate(GateKeeper keeper, Decision decision) {
    return keeper.open().filter(gate -> gate.gate().equals(decision.gate())).isPresent();
  }

  private static Gate gate(GateKeeper keeper, GateKind kind) {
    return new Gate(
        keeper.nextGate(kind),
        kind,
        NOW,
        NOW,
        "why",
        List.of(),
        List.of(
            Choice.of(Action.RETRY, "again"),
            Choice.of(Action.APPROVE, "on"),
            Choice.of(Action.SWAP, "they change places")),
        List.of(),
        null,
        null);
  }

  @Provide
  Arbitrary<List<Event>> histories() {
    Arbitrary<Event> arrivals =
        Combinators.combine(
                Arbitraries.of(Action.values()),
                Arbitraries.of("precheck-1", "precheck-2", "failure-1", "approval-1", "swap-1", "x")
                    .injectNull(0.4),
                Arbitraries.of("a", "b").injectNull(0.5))
            .as(
                (action, gate, id) ->
                    new Event(
                        Decision.builder(action).gate(gate).actor("ana").id(id).build(),
                        null,
                        null));
    Arbitrary<Event> gates =
        Arbitraries.of(GateKind.PRECHECK, GateKind.FAILURE, GateKind.APPROVAL, GateKind.SWAP)
            .map(kind -> new Event(null, kind, null));
    Arbitrary<Event> phases =
        Arbitraries.of(RestorePhase.values()).map(phase -> new Event(null, null, phase));
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(5, arrivals),
            net.jqwik.api.Tuple.of(3, gates),
            net.jqwik.api.Tuple.of(1, phases))
        .list()
        .ofMaxSize(40);
  }
}
