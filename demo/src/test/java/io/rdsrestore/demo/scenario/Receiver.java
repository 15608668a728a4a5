package io.rdsrestore.demo.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rdsrestore.workflows.json.RestoreJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody's generic webhook, in good health or not. */
public final class Receiver implements AutoCloseable {
  /** How it behaves. */
  public enum Mood {
    WELL,
    HANGS,
    ANSWERS_500,
    REFUSES
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
  private volatile Mood mood;

  public Receiver(Mood mood) throws IOException {
    this.mood = mood;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    if (mood == Mood.REFUSES) {
      server.stop(0);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook/canary-of-the-url";
  }

  public void now(Mood other) {
    mood = other;
  }

  /** Those that it has taken. */
  public List<JsonNode> messages() {
    return messages;
  }

  public List<String> kinds() {
    return messages.stream().map(message -> message.path("kind").asText()).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode message = RestoreJson.mapper().readTree(exchange.getRequestBody());
      switch (mood) {
        case WELL -> {
          messages.add(message);
          exchange.sendResponseHeaders(204, -1);
        }
        case ANSWERS_500 -> exchange.sendResponseHeaders(500, -1);
        case HANGS, REFUSES -> closing.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    if (mood != Mood.REFUSES) {
      server.stop(0);
    }
    threads.shutdownNow();
  }
}
