package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Remembers for 24 hours which request a ClientToken stood for, and what was answered. */
final class ClientTokens {
  private static final Duration REMEMBERED = Duration.ofHours(24);

  /** What differs between two sendings of the same request. */
  private static final Set<String> NOT_PART_OF_IT =
      Set.of(
          "Signature",
          "SignatureNonce",
          "SignatureMethod",
          "SignatureType",
          "SignatureVersion",
          "Timestamp",
          "AccessKeyId",
          "SecurityToken",
          "Format");

  private record Remembered(
      Map<String, String> request, Map<String, Object> answer, Instant until) {}

  private final Map<String, Remembered> byToken = new LinkedHashMap<>();

  /** The answer that the same request got before. */
  Optional<Map<String, Object>> find(ApiCall call, Instant now) {
    byToken.values().removeIf(known -> !now.isBefore(known.until()));
    Remembered known = byToken.get(call.text("ClientToken"));
    if (known == null) {
      return Optional.empty();
    }
    if (!known.request().equals(request(call))) {
      throw new ApiException(
          400,
          "IdempotentParameterMismatch",
          "The request uses the same client token as a previous, but non-identical request.");
    }
    return Optional.of(known.answer());
  }

  void remember(ApiCall call, Map<String, Object> answer, Instant now) {
    if (call.text("ClientToken") != null) {
      byToken.put(
          call.text("ClientToken"), new Remembered(request(call), answer, now.plus(REMEMBERED)));
    }
  }

  private static Map<String, String> request(ApiCall call) {
    Map<String, String> request = new TreeMap<>(call.parameters());
    request.keySet().removeAll(NOT_PART_OF_IT);
    return request;
  }
}
