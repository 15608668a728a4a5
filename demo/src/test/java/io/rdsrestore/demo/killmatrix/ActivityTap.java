package io.rdsrestore.demo.killmatrix;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.temporal.api.workflowservice.v1.PollActivityTaskQueueResponse;
import io.temporal.api.workflowservice.v1.RecordActivityTaskHeartbeatRequest;
import io.temporal.api.workflowservice.v1.RespondActivityTaskCanceledRequest;
import io.temporal.api.workflowservice.v1.RespondActivityTaskCompletedRequest;
import io.temporal.api.workflowservice.v1.RespondActivityTaskFailedRequest;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Knows which activity a worker was given and what it says of it. */
final class ActivityTap implements TemporalProxy.Tap {
  /** Told of what goes by. */
  interface Listener {
    /** The worker is about to be given such an activity. */
    default void given(String activity) {}

    /** Such an activity has failed or is not done yet, and the server knows. */
    default void failed(String activity) {}

    /**
     * The worker is about to say something of such an activity.
     *
     * @return false to keep it from the server
     */
    default boolean mayReport(String activity) {
      return true;
    }
  }

  private final Map<ByteString, String> given = new ConcurrentHashMap<>();
  private volatile Listener listener = new Listener() {};

  void listener(Listener value) {
    listener = value;
  }

  @Override
  public boolean passes(String method, byte[] request) {
    String activity = reportedBy(method, request);
    return activity == null || listener.mayReport(activity);
  }

  @Override
  public void answered(String method, byte[] request, byte[] response) {
    try {
      switch (method) {
        case "PollActivityTaskQueue" -> give(PollActivityTaskQueueResponse.parseFrom(response));
        case "RespondWorkflowTaskCompleted" ->
            RespondWorkflowTaskCompletedResponse.parseFrom(response)
                .getActivityTasksList()
                .forEach(this::give);
        case "RespondActivityTaskFailed" -> {
          String activity = reportedBy(method, request);
          if (activity != null) {
            listener.failed(activity);
          }
        }
        default -> {}
      }
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(method, e);
    }
  }

  private void give(PollActivityTaskQueueResponse task) {
    if (!task.getTaskToken().isEmpty()) {
      given.put(task.getTaskToken(), task.getActivityType().getName());
      listener.given(task.getActivityType().getName());
    }
  }

  /** The activity that a call is about; null if it is about none. */
  private String reportedBy(String method, byte[] request) {
    try {
      ByteString token =
          switch (method) {
            case "RespondActivityTaskCompleted" ->
                RespondActivityTaskCompletedRequest.parseFrom(request).getTaskToken();
            case "RespondActivityTaskFailed" ->
                RespondActivityTaskFailedRequest.parseFrom(request).getTaskToken();
            case "RespondActivityTaskCanceled" ->
                RespondActivityTaskCanceledRequest.parseFrom(request).getTaskToken();
            case "RecordActivityTaskHeartbeat" ->
                RecordActivityTaskHeartbeatRequest.parseFrom(request).getTaskToken();
            default -> null;
          };
      return token == null ? null : given.get(token);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(method, e);
    }
  }
}
