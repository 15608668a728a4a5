package io.rdsrestore.worker.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * {@code /healthz} (the process lives), {@code /readyz} (it takes work; if not, the body says why)
 * and {@code /metrics}.
 */
final class HealthServer implements AutoCloseable {
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService threads;

  private HealthServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  static HealthServer start(
      InetSocketAddress address, Readiness readiness, Supplier<String> metrics) throws IOException {
    HttpServer server = HttpServer.create(address, 0);
    server.createContext("/healthz", exchange -> answer(exchange, "/healthz", 200, TEXT, "ok\n"));
    server.createContext("/readyz", exchange -> answerReady(exchange, readiness.reason()));
    server.createContext(
        "/metrics", exchange -> answer(exchange, "/metrics", 200, PROMETHEUS, metrics.get()));
    ExecutorService threads =
        Executors.newFixedThreadPool(
            2,
            task -> {
              Thread thread = new Thread(task, "health");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.start();
    return new HealthServer(server, threads);
  }

  private static void answerReady(HttpExchange exchange, String reason) throws IOException {
    if (reason == null) {
      answer(exchange, "/readyz", 200, TEXT, "ready\n");
    } else {
      answer(exchange, "/readyz", 503, TEXT, "not ready: " + reason + "\n");
    }
  }

  private static void answer(
      HttpExchange exchange, String path, int status, String type, String body) throws IOException {
    try (exchange) {
      // The JDK's server matches by prefix; nothing lives below these paths.
      boolean found = exchange.getRequestURI().getPath().equals(path);
      byte[] bytes = (found ? body : "not found\n").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", found ? type : TEXT);
      exchange.sendResponseHeaders(found ? status : 404, bytes.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
