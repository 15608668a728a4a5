package io.rdsrestore.sandbox.http;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** RPC signature version 1.0: HMAC-SHA1 over all parameters but the signature itself. */
final class V1Signature {
  private V1Signature() {}

  static String stringToSign(String method, Map<String, String> parameters) {
    Map<String, String> signed = new TreeMap<>(parameters);
    signed.remove("Signature");
    return method
        + "&"
        + FormCodec.encode("/")
        + "&"
        + FormCodec.encode(FormCodec.canonical(signed));
  }

  static String sign(String secret, String stringToSign) {
    return Base64.getEncoder().encodeToString(Hashes.hmac("HmacSHA1", secret + "&", stringToSign));
  }
}
