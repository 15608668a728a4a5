package io.rdsrestore.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** {@code /sandbox/...} of a sandbox, as {@code curl} would use it. */
final class Admin {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String endpoint;

  Admin(Sandbox sandbox) {
    endpoint = sandbox.endpoint() + "/sandbox/";
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return ok(send("GET", path, ""));
  }

  JsonNode post(String path, String body) throws IOException, InterruptedException {
    return ok(send("POST", path, body));
  }

  JsonNode delete(String path) throws IOException, InterruptedException {
    return ok(send("DELETE", path, ""));
  }

  /** What a request is told that is wrong. */
  String refused(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer = send("POST", path, body);
    if (answer.statusCode() != 400) {
      throw new AssertionError(answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body()).get("error").asText();
  }

  private static JsonNode ok(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(endpoint + path))
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
