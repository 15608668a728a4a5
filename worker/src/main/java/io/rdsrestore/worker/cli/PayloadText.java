package io.rdsrestore.worker.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.workflows.json.RestoreJson;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.RawValue;
import java.util.Map;
import java.util.TreeMap;

/** A payload as text for people: a JSON text without its quotes, other JSON as it is. */
final class PayloadText {
  private PayloadText() {}

  /** As the client's converter decodes it: it may be encrypted. */
  static String of(Payload payload, DataConverter converter) {
    RawValue raw = converter.fromPayload(payload, RawValue.class, RawValue.class);
    String text = raw.getPayload().getData().toStringUtf8();
    try {
      JsonNode node = RestoreJson.mapper().readTree(text);
      return node.isTextual() ? node.textValue() : node.toString();
    } catch (JsonProcessingException e) {
      return text;
    }
  }

  static Map<String, String> ofAll(Map<String, Payload> payloads, DataConverter converter) {
    Map<String, String> texts = new TreeMap<>();
    payloads.forEach((name, payload) -> texts.put(name, of(payload, converter)));
    return texts;
  }
}
