package io.rdsrestore.activities.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver on this machine, which answers as a desk tells it to. */
final class ReceiverServer implements AutoCloseable {
  /** A message as it came in. */
  record Message(HttpExchange exchange, String query, String body) {
    String header(String name) {
      return exchange.getRequestHeaders().getFirst(name);
    }
  }

  /** An answer. */
  record Reply(int status, String body) {}

  /** Checks a message as a vendor does, and says what the vendor answers. */
  interface Desk {
    Reply take(Message message);
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private volatile Desk desk;

  ReceiverServer(Desk desk) throws IOException {
    this.desk = desk;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** From now on another one answers. */
  void now(Desk other) {
    desk = other;
  }

  /** One that never answers. */
  Desk hanging() {
    return message -> {
      try {
        closing.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new Reply(500, "");
    };
  }

  URI url(String pathAndQuery) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + pathAndQuery);
  }

  /** All that came in, taken or not. */
  List<String> bodies() {
    return bodies;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    bodies.add(body);
    Reply reply = desk.take(new Message(exchange, exchange.getRequestURI().getRawQuery(), body));
    byte[] answer = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), answer.length == 0 ? -1 : answer.length);
    try (exchange) {
      if (answer.length > 0) {
        exchange.getResponseBody().write(answer);
      }
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
