package io.rdsrestore.worker.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CodecServerTest {
  private static final String UI = "http://127.0.0.1:8233";
  private static final PayloadKeys KEYS =
      PayloadKeys.parse(List.of("k1 " + "0a".repeat(32)), "the test");

  private CodecServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        CodecServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), KEYS, Set.of(UI));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void decodesWhatAWorkerWrote() throws Exception {
    Payload hidden = PayloadConverters.of(KEYS).toPayload("rm-primary01").orElseThrow();
    HttpResponse<String> answer = post("/decode", json(hidden), null);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(payload(answer).getData().toStringUtf8()).isEqualTo("\"rm-primary01\"");
  }

  @Test
  void encodesWhatTheCommandLineSends() throws Exception {
    Payload plain = PayloadConverters.of(PayloadKeys.none()).toPayload("approve").orElseThrow();
    Payload hidden = payload(post("/encode", json(plain), null));
    assertThat(hidden.getData().toStringUtf8()).doesNotContain("approve");
    assertThat(PayloadConverters.of(KEYS).fromPayload(hidden, String.class, String.class))
        .isEqualTo("approve");
  }

  @Test
  void servesOnlyThePagesThatAreNamed() throws Exception {
    HttpResponse<String> named = options(UI);
    assertThat(named.statusCode()).isEqualTo(204);
    assertThat(named.headers().firstValue("Access-Control-Allow-Origin")).hasValue(UI);
    assertThat(named.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .contains("X-Namespace");
    Payload hidden = PayloadConverters.of(KEYS).toPayload("rm-primary01").orElseThrow();
    HttpResponse<String> foreign = post("/decode", json(hidden), "http://elsewhere.example");
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(post("/decode", json(hidden), UI).statusCode()).isEqualTo(200);
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    PayloadKeys others = PayloadKeys.parse(List.of("k9 " + "0b".repeat(32)), "the test");
    Payload hidden = PayloadConverters.of(others).toPayload("rm-primary01").orElseThrow();
    HttpResponse<String> noKey = post("/decode", json(hidden), null);
    assertThat(noKey.statusCode()).isEqualTo(400);
    assertThat(noKey.body()).contains("payload key k9");
    assertThat(post("/decode", "no JSON", null).statusCode()).isEqualTo(400);
    assertThat(post("/elsewhere", json(hidden), null).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> options(String origin) throws Exception {
    return send(
        request("/decode")
            .header("Origin", origin)
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
  }

  private HttpResponse<String> post(String path, String body, String origin) throws Exception {
    HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
    return send(origin == null ? request : request.header("Origin", origin));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + server.address().getPort() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String json(Payload payload) throws IOException {
    return JsonFormat.printer().print(Payloads.newBuilder().addPayloads(payload));
  }

  private static Payload payload(HttpResponse<String> answer) throws IOException {
    Payloads.Builder payloads = Payloads.newBuilder();
    JsonFormat.parser().merge(answer.body(), payloads);
    return payloads.getPayloads(0);
  }
}
