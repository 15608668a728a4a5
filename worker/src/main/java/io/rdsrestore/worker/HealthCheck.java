package io.rdsrestore.worker;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Asks a worker's health page, for container images that have no curl: exit 0 if it answers 200.
 *
 * <p>Argument: the page's URL, by default {@code http://127.0.0.1:9464/healthz}.
 */
public final class HealthCheck {
  private static final String DEFAULT_URL = "http://127.0.0.1:9464/healthz";
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private HealthCheck() {}

  public static void main(String[] args) throws InterruptedException {
    System.exit(isHealthy(args.length > 0 ? args[0] : DEFAULT_URL) ? 0 : 1);
  }

  static boolean isHealthy(String url) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build();
      HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      System.err.println(url + " does not answer");
      return false;
    }
  }
}
