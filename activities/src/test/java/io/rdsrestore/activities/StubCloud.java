package io.rdsrestore.activities;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A cloud that answers what a test tells it to, for answers that the sandbox does not give. */
public final class StubCloud implements AutoCloseable {
  private static final String UNKNOWN_ACTION =
      "{\"Code\":\"InvalidAction.NotFound\",\"Message\":\"unknown\",\"RequestId\":\"r\"}";

  private final HttpServer server;
  private final Map<String, Function<Map<String, String>, String>> answers =
      new ConcurrentHashMap<>();
  private final List<Map<String, String>> calls = new CopyOnWriteArrayList<>();

  public StubCloud() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Every other action is answered as one that does not exist. */
  public StubCloud answer(String action, String json) {
    return answer(action, parameters -> json);
  }

  /** Likewise, by the parameters of the call. */
  public StubCloud answer(String action, Function<Map<String, String>, String> json) {
    answers.put(action, json);
    return this;
  }

  /** The parameters of all calls of an action. */
  public List<Map<String, String>> calls(String action) {
    return calls.stream().filter(call -> action.equals(call.get("Action"))).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> parameters = new LinkedHashMap<>();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String query = exchange.getRequestURI().getRawQuery();
    for (String pair : ((query == null ? "" : query) + "&" + body).split("&", -1)) {
      int at = pair.indexOf('=');
      if (at > 0) {
        parameters.put(
            pair.substring(0, at),
            URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
      }
    }
    calls.add(parameters);
    Function<Map<String, String>, String> known = answers.get(parameters.get("Action"));
    byte[] answer =
        (known == null ? UNKNOWN_ACTION : known.apply(parameters)).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(known == null ? 404 : 200, answer.length);
    try (exchange) {
      exchange.getResponseBody().write(answer);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
