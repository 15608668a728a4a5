package io.rdsrestore.sandbox.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** Lets in only what is signed with the one known key, by either signature. */
public final class RequestVerifier {
  private static final Duration MAX_SKEW = Duration.ofMinutes(15);

  private final AccessKey key;
  private final InstantSource wallClock;

  /**
   * Verifies with one key.
   *
   * @param wallClock the clients' clock, which is not the cloud's when a test skips time
   */
  public RequestVerifier(AccessKey key, InstantSource wallClock) {
    this.key = key;
    this.wallClock = wallClock;
  }

  public void verify(WireRequest request) {
    String authorization = request.header("authorization");
    if (authorization != null && authorization.startsWith(Acs3Signature.ALGORITHM)) {
      verifyAcs3(request, Acs3Signature.parse(authorization));
    } else {
      verifyV1(request);
    }
  }

  private void verifyV1(WireRequest request) {
    Map<String, String> parameters = request.parameters();
    for (String name : new String[] {"AccessKeyId", "Signature", "SignatureNonce", "Timestamp"}) {
      if (parameters.getOrDefault(name, "").isEmpty()) {
        throw ApiException.missing(name);
      }
    }
    checkTime(parameters.get("Timestamp"));
    checkKey(parameters.get("AccessKeyId"));
    if (!parameters.getOrDefault("SignatureMethod", "").equals("HMAC-SHA1")) {
      throw ApiException.invalid("SignatureMethod", "HMAC-SHA1 is expected.");
    }
    String toSign = V1Signature.stringToSign(request.method(), parameters);
    checkSignature(parameters.get("Signature"), V1Signature.sign(key.secret(), toSign), toSign);
  }

  private void verifyAcs3(WireRequest request, Acs3Signature signature) {
    String date = request.header("x-acs-date");
    if (date == null) {
      throw ApiException.missing("x-acs-date");
    }
    checkTime(date);
    checkKey(signature.credential());
    String toSign = signature.stringToSign(request);
    checkSignature(signature.signature(), Acs3Signature.sign(key.secret(), toSign), toSign);
    if (!Acs3Signature.bodyHash(request).equals(request.header("x-acs-content-sha256"))) {
      throw mismatch(toSign);
    }
  }

  private void checkTime(String text) {
    Instant time;
    try {
      time = Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new ApiException(400, "IllegalTimestamp", "The input parameter Timestamp is invalid.");
    }
    if (Duration.between(time, wallClock.instant()).abs().compareTo(MAX_SKEW) > 0) {
      throw new ApiException(
          400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
    }
  }

  private void checkKey(String id) {
    if (!key.id().equals(id)) {
      throw new ApiException(
          404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
    }
  }

  private static void checkSignature(String given, String expected, String toSign) {
    if (!Hashes.same(given, expected)) {
      throw mismatch(toSign);
    }
  }

  /** Clients take the message apart at its colon, and compare the rest with their own. */
  private static ApiException mismatch(String toSign) {
    return new ApiException(
        400,
        "SignatureDoesNotMatch",
        "Specified signature is not matched with our calculation. server string to sign is:"
            + toSign);
  }
}
