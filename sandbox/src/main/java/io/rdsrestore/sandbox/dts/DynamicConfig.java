package io.rdsrestore.sandbox.dts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rdsrestore.sandbox.dataplane.CopyLimit;
import io.rdsrestore.sandbox.http.ApiException;

/**
 * Reads {@code ConfigList} of ModifyDynamicConfig and {@code fullDynamicConfig} of Reserve: limits
 * of a full migration. Bytes a second in both, see docs/assumptions.md. Other keys have no effect.
 */
final class DynamicConfig {
  private static final String ROWS = "dts.datamove.source.rps.max";
  private static final String BYTES = "dts.datamove.source.bps.max";
  private static final ObjectMapper JSON = new ObjectMapper();

  private DynamicConfig() {}

  /** {@code ConfigList}: a JSON object as text; null is no limit. */
  static CopyLimit parse(String parameter, String text) {
    if (text == null) {
      return CopyLimit.NONE;
    }
    try {
      return read(parameter, JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw refused(parameter, "it is not JSON");
    }
  }

  /** An object, or its JSON as text: both are seen in examples. A missing one is no limit. */
  static CopyLimit read(String parameter, JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return CopyLimit.NONE;
    }
    if (node.isTextual()) {
      return parse(parameter, node.asText());
    }
    if (!node.isObject()) {
      throw refused(parameter, "a JSON object is expected");
    }
    return new CopyLimit(limit(parameter, node, ROWS), limit(parameter, node, BYTES));
  }

  /** A number, quoted or not. */
  private static long limit(String parameter, JsonNode node, String key) {
    String value = node.path(key).asText("-1").strip();
    if (!value.matches("-1|[1-9]\\d{0,17}")) {
      throw refused(parameter, key + " must be a number above 0, or -1 for no limit");
    }
    return Long.parseLong(value);
  }

  private static ApiException refused(String parameter, String why) {
    return new ApiException(
        403, "InvalidParameter." + parameter, parameter + " is not valid: " + why + ".");
  }
}
