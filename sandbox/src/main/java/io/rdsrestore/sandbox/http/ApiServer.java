package io.rdsrestore.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Reads requests off the wire and writes answers back. */
public final class ApiServer implements HttpHandler {
  private final Dispatcher dispatcher;
  private final ObjectMapper json = new ObjectMapper();

  public ApiServer(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer;
      try {
        answer = dispatcher.dispatch(read(exchange));
      } catch (ApiException e) {
        answer =
            new Answer.Json(
                e.http(), JsonBody.of("Code", e.code(), "Message", e.getMessage()), e.code());
      }
      write(exchange, answer);
    }
  }

  private static WireRequest read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name, String.join(",", values)));
    return new WireRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        exchange.getRequestURI().getRawQuery(),
        headers,
        exchange.getRequestBody().readAllBytes());
  }

  private void write(HttpExchange exchange, Answer answer) throws IOException {
    write(exchange, answer, Duration.ZERO);
  }

  private void write(HttpExchange exchange, Answer answer, Duration over) throws IOException {
    if (answer instanceof Answer.Slow slow) {
      write(exchange, slow.answer(), slow.over());
    } else if (answer instanceof Answer.Json body) {
      send(exchange, body.status(), "application/json", bytes(body.body()), over);
    } else if (answer instanceof Answer.Html page) {
      send(exchange, page.status(), "text/html", page.page().getBytes(UTF_8), over);
    } else if (answer instanceof Answer.Nothing nothing) {
      if (nothing.after().compareTo(Duration.ZERO) > 0) {
        dispatcher.hold(nothing.after());
      }
    }
  }

  /** Raw UTF-8: the Java SDK mangles {@code \}{@code u} escapes. */
  private byte[] bytes(Map<String, Object> body) throws JsonProcessingException {
    return json.writeValueAsBytes(body);
  }

  private void send(HttpExchange exchange, int status, String type, byte[] bytes, Duration over)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (over.isZero()) {
      exchange.getResponseBody().write(bytes);
      return;
    }
    for (byte one : bytes) {
      exchange.getResponseBody().write(one);
      exchange.getResponseBody().flush();
      dispatcher.hold(over.dividedBy(bytes.length));
    }
  }
}
