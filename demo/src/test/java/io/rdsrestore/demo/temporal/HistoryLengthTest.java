package io.rdsrestore.demo.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistoryLengthTest {
  private static final String TASK =
      "WORKFLOW_TASK_SCHEDULED WORKFLOW_TASK_STARTED WORKFLOW_TASK_COMPLETED ";

  @Test
  void countsAllThatARealServerWrites() {
    assertThat(
            lengthOf(
                "WORKFLOW_EXECUTION_STARTED "
                    + TASK
                    + "ACTIVITY_TASK_SCHEDULED ACTIVITY_TASK_STARTED ACTIVITY_TASK_COMPLETED "
                    + TASK
                    + "TIMER_STARTED WORKFLOW_EXECUTION_SIGNALED "
                    + TASK
                    + "WORKFLOW_EXECUTION_COMPLETED"))
        .isEqualTo(16);
  }

  @Test
  void doesNotCountTasksThatTheTestServerWritesForQueries() {
    assertThat(
            lengthOf(
                "WORKFLOW_EXECUTION_STARTED "
                    + TASK
                    + "ACTIVITY_TASK_SCHEDULED "
                    + TASK
                    + TASK
                    + "ACTIVITY_TASK_STARTED ACTIVITY_TASK_COMPLETED "
                    + TASK
                    + "WORKFLOW_EXECUTION_COMPLETED"))
        .isEqualTo(11);
  }

  @Test
  void countsTheTaskOfAnUpdate() {
    assertThat(
            lengthOf(
                "WORKFLOW_EXECUTION_STARTED "
                    + TASK
                    + "TIMER_STARTED "
                    + TASK
                    + "WORKFLOW_EXECUTION_UPDATE_ACCEPTED WORKFLOW_EXECUTION_UPDATE_COMPLETED"))
        .isEqualTo(10);
  }

  @Test
  void countsATaskThatHadNothingToDo() {
    assertThat(
            lengthOf(
                "WORKFLOW_EXECUTION_STARTED "
                    + TASK
                    + "ACTIVITY_TASK_COMPLETED "
                    + TASK
                    + "ACTIVITY_TASK_STARTED ACTIVITY_TASK_COMPLETED "
                    + TASK
                    + "WORKFLOW_EXECUTION_COMPLETED"))
        .isEqualTo(14);
  }

  private static int lengthOf(String types) {
    List<HistoryEvent> events =
        Stream.of(types.split(" "))
            .map(
                name ->
                    HistoryEvent.newBuilder()
                        .setEventType(EventType.valueOf("EVENT_TYPE_" + name))
                        .build())
            .toList();
    return HistoryLength.of(events);
  }
}
