package io.rdsrestore.workflows.restore;

import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.json.RestoreJson;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a recorded history holds: read from its events, whoever recorded it. */
final class RecordedPath {
  /** As {@code gate kind/action}, for decisions made while a gate was open. */
  private final Set<String> decisions = new LinkedHashSet<>();

  /** As {@code PHASE/action}. */
  private final Set<String> phases = new LinkedHashSet<>();

  private final Set<EventType> events = EnumSet.noneOf(EventType.class);
  private final Set<String> extras = new LinkedHashSet<>();
  private String phase = "PLANNING";
  private String waitingFor = RestoreContract.WAITING_FOR_NOTHING;

  static RecordedPath of(Path file) throws IOException {
    RecordedPath path = new RecordedPath();
    for (HistoryEvent event : Histories.read(file).getEvents()) {
      path.take(event);
    }
    return path;
  }

  Set<String> decisions() {
    return decisions;
  }

  Set<String> phases() {
    return phases;
  }

  Set<EventType> events() {
    return events;
  }

  /** {@code keepClone}; {@code deadline}: nobody decided. */
  Set<String> extras() {
    return extras;
  }

  private void take(HistoryEvent event) throws IOException {
    events.add(event.getEventType());
    switch (event.getEventType()) {
      case EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES -> follow(event);
      case EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED -> {
        var signal = event.getWorkflowExecutionSignaledEventAttributes();
        JsonNode decision = first(signal.getInput());
        String named = decision.path("action").asText("");
        decided(named.isEmpty() ? signal.getSignalName() : named, decision);
      }
      case EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED -> {
        JsonNode decision =
            first(
                event
                    .getWorkflowExecutionUpdateAcceptedEventAttributes()
                    .getAcceptedRequest()
                    .getInput()
                    .getArgs());
        decided(decision.path("action").asText(), decision);
      }
      case EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED -> {
        var result = event.getWorkflowExecutionCompletedEventAttributes().getResult();
        if (first(result).toString().contains("obody decided")) {
          extras.add("deadline");
        }
      }
      default -> {}
    }
  }

  private void follow(HistoryEvent event) throws IOException {
    var attributes =
        event
            .getUpsertWorkflowSearchAttributesEventAttributes()
            .getSearchAttributes()
            .getIndexedFieldsMap();
    Payload phaseNow = attributes.get(RestoreContract.PHASE.getName());
    if (phaseNow != null) {
      phase = json(phaseNow).asText();
    }
    Payload waiting = attributes.get(RestoreContract.WAITING_FOR.getName());
    if (waiting != null) {
      waitingFor = json(waiting).asText();
    }
  }

  private void decided(String action, JsonNode decision) {
    if (decision.path("gate").asText("").startsWith(waitingFor + "-")
        || !decision.hasNonNull("gate")) {
      decisions.add(waitingFor + "/" + action);
    }
    phases.add(phase + "/" + action);
    if (decision.path("keepClone").asBoolean()) {
      extras.add("keepClone");
    }
  }

  private static JsonNode first(Payloads payloads) throws IOException {
    return payloads.getPayloadsCount() == 0
        ? RestoreJson.mapper().createObjectNode()
        : json(payloads.getPayloads(0));
  }

  private static JsonNode json(Payload payload) throws IOException {
    JsonNode node = RestoreJson.mapper().readTree(payload.getData().toStringUtf8());
    return node.isArray() && !node.isEmpty() ? node.get(0) : node;
  }
}
