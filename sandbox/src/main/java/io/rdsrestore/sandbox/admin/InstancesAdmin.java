package io.rdsrestore.sandbox.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rdsrestore.sandbox.rds.InstanceCondition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code /sandbox/instances/<id>}: shows and sets what an instance goes through. */
final class InstancesAdmin {
  private final ObjectMapper json;
  private final Function<String, Optional<InstanceCondition>> conditions;

  InstancesAdmin(ObjectMapper json, Function<String, Optional<InstanceCondition>> conditions) {
    this.json = json;
    this.conditions = conditions;
  }

  /** The instance's condition; nothing if there is no such instance. */
  Optional<Map<String, Object>> show(String instanceId) {
    return conditions.apply(instanceId).map(InstancesAdmin::view);
  }

  /**
   * Changes what the body names, and shows the outcome.
   *
   * @throws JsonProcessingException if the body is not a {@link ConditionChange}
   * @throws IllegalArgumentException if a value is not allowed
   */
  Optional<Map<String, Object>> change(String instanceId, String body)
      throws JsonProcessingException {
    ConditionChange change = json.readValue(body, ConditionChange.class);
    Optional<InstanceCondition> condition = conditions.apply(instanceId);
    condition.ifPresent(change::apply);
    return condition.map(InstancesAdmin::view);
  }

  private static Map<String, Object> view(InstanceCondition condition) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("diskUsedBytes", condition.diskUsedBytes());
    view.put("lockMode", condition.lockMode());
    view.put("lockReason", condition.lockReason());
    view.put("replicaDelaySeconds", condition.replicaDelaySeconds());
    view.put("cpuPercent", condition.cpuPercent());
    view.put("ssl", condition.ssl());
    view.put("readWriteSplitting", condition.readWriteSplitting());
    return view;
  }
}
