package io.rdsrestore.demo.secrets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rdsrestore.workflows.json.RestoreJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between worker and cloud: keeps every URL, and, where it is told to, answers a call with
 * an error that repeats the whole call, as careless services do.
 */
final class RecordingProxy implements AutoCloseable {
  private final String target;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Queue<String> urls = new ConcurrentLinkedQueue<>();
  private final Set<String> repeating = ConcurrentHashMap.newKeySet();
  private final Set<String> repeated = ConcurrentHashMap.newKeySet();

  RecordingProxy(String target) throws IOException {
    this.target = target;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The next call of an action is refused with all that it said. */
  void repeat(String action) {
    repeating.add(action);
  }

  /** Whose calls were refused so. */
  Set<String> repeated() {
    return repeated;
  }

  String urls() {
    return String.join("\n", urls);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String uri = exchange.getRequestURI().toString();
      urls.add(exchange.getRequestMethod() + " " + uri);
      String said = uri + " " + new String(body, StandardCharsets.UTF_8);
      String action = said.replaceAll("(?s).*\\bAction=([A-Za-z]+).*", "$1");
      if (repeating.remove(action)) {
        repeated.add(action);
        answer(exchange, 403, "application/json", refusal(said));
        return;
      }
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(target + uri))
              .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      if (type != null) {
        request.header("Content-Type", type);
      }
      HttpResponse<byte[]> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      answer(exchange, answer.statusCode(), "application/json", answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] refusal(String said) {
    return RestoreJson.write(
            Map.of(
                "Code",
                "Forbidden.RAM",
                "RequestId",
                "1",
                "Message",
                "Refused: " + said + " " + URLDecoder.decode(said, StandardCharsets.UTF_8)))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
