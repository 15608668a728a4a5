package io.rdsrestore.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final String BODY = "DbList=%7B%22a%22%3A%22b+c%22%7D";
  private static final String HASH =
      "65906d3a448b1e9c26967b431b216e4c4753ba6dea2951246415e19bb20ffaec";
  private static final String SIGNATURE =
      "83763972a846e5b8f73c8545c0aa9d9e98d50f4418a9004c45881380fd580d7e";
  private static final String SIGNED =
      "content-type;host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;"
          + "x-acs-version";

  private final RequestVerifier verifier =
      new RequestVerifier(
          new AccessKey("testak", "testsecret"), () -> Instant.parse("2026-11-01T00:10:00Z"));

  /** A request as official clients send it, recorded with its signature. */
  private static WireRequest acs3(Map<String, String> changes, String body) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("content-type", "application/x-www-form-urlencoded");
    headers.put("Host", "127.0.0.1:8080");
    headers.put("x-acs-action", "ConfigureDtsJob");
    headers.put("x-acs-content-sha256", HASH);
    headers.put("x-acs-date", "2026-11-01T00:00:00Z");
    headers.put("x-acs-signature-nonce", "n-1");
    headers.put("x-acs-version", "2020-01-01");
    headers.put(
        "Authorization",
        "ACS3-HMAC-SHA256 Credential=testak,SignedHeaders=" + SIGNED + ",Signature=" + SIGNATURE);
    headers.putAll(changes);
    return new WireRequest(
        "POST",
        "/",
        "DtsJobName=x+y%2A~%C3%A9&RegionId=cn-hangzhou&Params=",
        headers,
        body.getBytes(UTF_8));
  }

  @Test
  void recordedAcs3RequestIsLetIn() {
    WireRequest request = acs3(Map.of(), BODY);
    assertThatCode(() -> verifier.verify(request)).doesNotThrowAnyException();
    assertThat(request.parameters())
        .containsEntry("DtsJobName", "x y*~\u00e9")
        .containsEntry("DbList", "{\"a\":\"b c\"}")
        .containsEntry("Params", "");
  }

  @Test
  void anyChangeOfAnAcs3RequestIsNoticed() {
    assertCode("SignatureDoesNotMatch", acs3(Map.of("x-acs-action", "DeleteDtsJob"), BODY));
    assertCode("SignatureDoesNotMatch", acs3(Map.of(), BODY + "2"));
    assertCode("SignatureDoesNotMatch", acs3(Map.of("Host", "127.0.0.1:8081"), BODY));
    assertCode(
        "InvalidTimeStamp.Expired", acs3(Map.of("x-acs-date", "2026-10-31T23:54:00Z"), BODY));
    assertCode("IllegalTimestamp", acs3(Map.of("x-acs-date", "yesterday"), BODY));
    assertCode(
        "IncompleteSignature",
        acs3(
            Map.of(
                "Authorization",
                "ACS3-HMAC-SHA256 Credential=testak,SignedHeaders=host,Signature=" + SIGNATURE),
            BODY));
    assertCode(
        "InvalidAccessKeyId.NotFound",
        acs3(
            Map.of(
                "Authorization",
                "ACS3-HMAC-SHA256 Credential=other,SignedHeaders="
                    + SIGNED
                    + ",Signature="
                    + SIGNATURE),
            BODY));
  }

  @Test
  void v1CoversQueryAndBodyAndEmptyValues() {
    String query =
        "AccessKeyId=testak&Timestamp=2026-11-01T00%3A00%3A00Z&SignatureNonce=1"
            + "&SignatureMethod=HMAC-SHA1&SignatureType=";
    Map<String, String> all = FormCodec.decode(query + "&DbList=a*b+c");
    String signature = V1Signature.sign("testsecret", V1Signature.stringToSign("POST", all));
    Map<String, String> form = Map.of("content-type", "application/x-www-form-urlencoded");
    String signed = query + "&Signature=" + FormCodec.encode(signature);

    WireRequest good = new WireRequest("POST", "/", signed, form, "DbList=a*b%20c".getBytes(UTF_8));
    assertThatCode(() -> verifier.verify(good)).doesNotThrowAnyException();
    assertCode(
        "SignatureDoesNotMatch",
        new WireRequest("POST", "/", signed, form, "DbList=a*b".getBytes(UTF_8)));
    assertCode(
        "SignatureDoesNotMatch",
        new WireRequest("GET", "/", signed, form, "DbList=a*b+c".getBytes(UTF_8)));
    assertCode("MissingParameter", new WireRequest("GET", "/", query, Map.of(), new byte[0]));
    assertThatThrownBy(
            () -> verifier.verify(new WireRequest("POST", "/", signed, form, new byte[0])))
        .hasMessageContaining("server string to sign is:POST&%2F&");
  }

  /** From the protocol's own documentation. */
  @Test
  void v1MatchesThePublishedExample() {
    Map<String, String> parameters =
        FormCodec.decode(
            "Timestamp=2016-02-23T12%3A46%3A24Z&Format=XML&AccessKeyId=testid"
                + "&Action=DescribeRegions&SignatureMethod=HMAC-SHA1"
                + "&SignatureNonce=3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf&Version=2014-05-26"
                + "&SignatureVersion=1.0");
    assertThat(V1Signature.sign("testsecret", V1Signature.stringToSign("GET", parameters)))
        .isEqualTo("OLeaidS1JvxuMvnyHOwuJ+uX5qY=");
  }

  @Property
  void whatIsEncodedDecodesToItself(@ForAll String name, @ForAll String value) {
    if (name.isEmpty() || !isText(name) || !isText(value)) {
      return;
    }
    assertThat(FormCodec.decode(FormCodec.canonical(Map.of(name, value))))
        .isEqualTo(Map.of(name, value));
  }

  /** Lone surrogates have no UTF-8. */
  private static boolean isText(String text) {
    return UTF_8.newEncoder().canEncode(text);
  }

  private void assertCode(String code, WireRequest request) {
    assertThatThrownBy(() -> verifier.verify(request))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void clockSkewIsMeasuredAgainstTheGivenClock() {
    RequestVerifier later =
        new RequestVerifier(
            new AccessKey("testak", "testsecret"),
            InstantSource.fixed(Instant.parse("2026-11-01T00:16:00Z")));
    assertThatThrownBy(() -> later.verify(acs3(Map.of(), BODY)))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.code()).isEqualTo("InvalidTimeStamp.Expired"));
  }
}
