package io.rdsrestore.workflows.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.GateKind;
import io.temporal.api.enums.v1.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * I10: what {@link HistoriesReplayTest} replays is every path: each decision at each gate that
 * offers it, an abort in each phase. A new gate or action has no history until one is recorded.
 */
class HistoriesCoverageTest {
  private static final long MOST_BYTES = 5L << 20;

  @Test
  void I10_everyDecisionAtEveryGateIsRecorded() throws IOException {
    Set<String> wanted = new LinkedHashSet<>();
    for (GateKind kind : GateKind.values()) {
      offered(kind).forEach(action -> wanted.add(kind.word() + "/" + action.word()));
    }
    Set<String> recorded = new LinkedHashSet<>();
    for (RecordedPath path : paths()) {
      recorded.addAll(path.decisions());
    }
    assertThat(recorded).containsAll(wanted);
  }

  @Test
  void I10_everyActionIsRecorded() throws IOException {
    Set<String> recorded = new LinkedHashSet<>();
    for (RecordedPath path : paths()) {
      path.phases().forEach(said -> recorded.add(said.substring(said.indexOf('/') + 1)));
    }
    assertThat(recorded).containsAll(Stream.of(Action.values()).map(Action::word).toList());
  }

  @Test
  void I10_anAbortInEveryPhaseIsRecorded() throws IOException {
    Set<String> recorded = new LinkedHashSet<>();
    for (RecordedPath path : paths()) {
      recorded.addAll(path.phases());
    }
    assertThat(recorded)
        .containsAll(
            Stream.of(RestorePhase.values())
                .filter(phase -> !phase.isEnd())
                .map(phase -> phase.name() + "/abort")
                .toList());
  }

  @Test
  void I10_whatTemporalDoesIsRecorded() throws IOException {
    Set<EventType> events = EnumSet.noneOf(EventType.class);
    Set<String> extras = new LinkedHashSet<>();
    for (RecordedPath path : paths()) {
      events.addAll(path.events());
      extras.addAll(path.extras());
    }
    assertThat(events)
        .contains(
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED,
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED,
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED,
            EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW);
    assertThat(extras).contains("keepClone", "deadline");
  }

  @Test
  void theyStaySmall() throws IOException {
    long bytes = 0;
    for (Path file : Histories.all()) {
      bytes += Files.size(file);
    }
    assertThat(bytes).isLessThan(MOST_BYTES);
  }

  /** The table of docs/architecture.md; a kind that is missing here does not compile. */
  private static Set<Action> offered(GateKind kind) {
    return switch (kind) {
      case APPROVAL, RESTORE_POINT, DIFFERENCE ->
          EnumSet.of(
              Action.APPROVE,
              Action.RETRY,
              Action.CHANGE_OBJECTS,
              Action.CHANGE_RESTORE_POINT,
              Action.ABORT);
      case FAILURE ->
          EnumSet.of(
              Action.RETRY, Action.CHANGE_OBJECTS, Action.CHANGE_RESTORE_POINT, Action.ABORT);
      case PRECHECK ->
          EnumSet.of(
              Action.RETRY,
              Action.SKIP_PRECHECK_ITEMS,
              Action.CHANGE_OBJECTS,
              Action.CHANGE_RESTORE_POINT,
              Action.ABORT);
      case SWAP ->
          EnumSet.of(
              Action.SWAP, Action.MERGE, Action.UNDO, Action.LEAVE, Action.RETRY, Action.ABORT);
      case COST -> EnumSet.of(Action.APPROVE, Action.ABORT);
      case PRESSURE -> EnumSet.of(Action.RESUME, Action.ABORT);
      case DDL ->
          EnumSet.of(
              Action.RESUME, Action.CHANGE_OBJECTS, Action.CHANGE_RESTORE_POINT, Action.ABORT);
      case CLEANUP -> EnumSet.of(Action.RETRY, Action.ABORT);
    };
  }

  private static List<RecordedPath> paths() throws IOException {
    List<RecordedPath> paths = new ArrayList<>();
    for (Path file : Histories.all()) {
      paths.add(RecordedPath.of(file));
    }
    return paths;
  }
}
