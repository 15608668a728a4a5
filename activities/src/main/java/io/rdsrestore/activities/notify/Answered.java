package io.rdsrestore.activities.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.workflows.json.RestoreJson;
import java.time.Duration;

/**
 * What a receiver answered.
 *
 * @param status of HTTP
 * @param body its begin
 * @param retryAfter what the receiver asks for; null: nothing
 */
record Answered(int status, String body, Duration retryAfter) {
  private static final int TOO_MANY = 429;

  boolean isSuccess() {
    return status / 100 == 2;
  }

  boolean isThrottled() {
    return status == TOO_MANY;
  }

  /** The number in a field of a JSON answer; -1 if there is none. */
  int code(String field) {
    try {
      JsonNode json = RestoreJson.mapper().readTree(body);
      return json == null || !json.path(field).isIntegralNumber() ? -1 : json.get(field).asInt();
    } catch (JsonProcessingException e) {
      return -1;
    }
  }
}
