package io.rdsrestore.demo.temporal;

import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How long a history is, the same on every server. Temporal's in-process test server writes a
 * workflow task (three events) for each query that comes while another task runs; a real server
 * writes nothing for a query. Such tasks are not counted: they come of who looks, not of the
 * restore.
 */
public final class HistoryLength {
  /** What gives the workflow something to do, and so makes a workflow task. */
  private static final Set<EventType> CAUSES =
      EnumSet.of(
          EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
          EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
          EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED,
          EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
          EventType.EVENT_TYPE_ACTIVITY_TASK_FAILED,
          EventType.EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT,
          EventType.EVENT_TYPE_ACTIVITY_TASK_CANCELED,
          EventType.EVENT_TYPE_TIMER_FIRED,
          EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED,
          EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT);

  /** What only the server writes, and no workflow task orders. */
  private static final Set<EventType> WITHOUT_ORDER =
      EnumSet.of(
          EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED, EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED);

  private static final int TASK = 3;

  private HistoryLength() {}

  /** The number of events, without workflow tasks that only answered a query. */
  public static int of(List<HistoryEvent> events) {
    int length = events.size();
    for (int i = 1; i + TASK < events.size(); i++) {
      if (isTask(events, i) && hasNoCause(events, i) && ordersNothing(events, i)) {
        length -= TASK;
      }
    }
    return length;
  }

  private static boolean isTask(List<HistoryEvent> events, int at) {
    return type(events, at) == EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED
        && type(events, at + 1) == EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED
        && type(events, at + 2) == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED;
  }

  private static boolean hasNoCause(List<HistoryEvent> events, int at) {
    return !CAUSES.contains(type(events, at - 1));
  }

  private static boolean ordersNothing(List<HistoryEvent> events, int at) {
    EventType next = type(events, at + TASK);
    return WITHOUT_ORDER.contains(next) || CAUSES.contains(next);
  }

  private static EventType type(List<HistoryEvent> events, int at) {
    return events.get(at).getEventType();
  }
}
