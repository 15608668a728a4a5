package io.rdsrestore.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header signature {@code ACS3-HMAC-SHA256}, as its {@code Authorization} header states it.
 *
 * @param credential AccessKeyId
 * @param signedHeaders in the order of the request: that is what was signed
 */
record Acs3Signature(String credential, List<String> signedHeaders, String signature) {
  static final String ALGORITHM = "ACS3-HMAC-SHA256";

  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          ALGORITHM + "\\s+Credential=([^,]+),\\s*SignedHeaders=([^,]+),\\s*Signature=([0-9a-f]+)");

  private static final List<String> MUST_BE_SIGNED =
      List.of(
          "host",
          "x-acs-action",
          "x-acs-version",
          "x-acs-date",
          "x-acs-signature-nonce",
          "x-acs-content-sha256");

  static Acs3Signature parse(String authorization) {
    Matcher matcher = AUTHORIZATION.matcher(authorization);
    if (!matcher.matches()) {
      throw new ApiException(
          400, "IncompleteSignature", "The Authorization header is not complete.");
    }
    List<String> headers = List.of(matcher.group(2).split(";", -1));
    for (String required : MUST_BE_SIGNED) {
      if (!headers.contains(required)) {
        throw new ApiException(
            400, "IncompleteSignature", "The header " + required + " is not signed.");
      }
    }
    return new Acs3Signature(matcher.group(1), headers, matcher.group(3));
  }

  String stringToSign(WireRequest request) {
    StringBuilder headers = new StringBuilder();
    for (String name : signedHeaders) {
      String value = request.header(name);
      headers.append(name).append(':').append(value == null ? "" : value.trim()).append('\n');
    }
    String canonical =
        String.join(
            "\n",
            request.method(),
            request.path(),
            FormCodec.canonical(request.query()),
            headers.toString(),
            String.join(";", signedHeaders),
            bodyHash(request));
    return ALGORITHM + "\n" + HexFormat.of().formatHex(Hashes.sha256(canonical.getBytes(UTF_8)));
  }

  static String bodyHash(WireRequest request) {
    return HexFormat.of().formatHex(Hashes.sha256(request.body()));
  }

  static String sign(String secret, String stringToSign) {
    return HexFormat.of().formatHex(Hashes.hmac("HmacSHA256", secret, stringToSign));
  }
}
