package io.rdsrestore.worker.encryption;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.temporal.api.common.v1.Payloads;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.codec.PayloadCodecException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Temporal's remote codec protocol, for its command line and Web UI: {@code POST /encode} and
 * {@code POST /decode} take and give payloads as JSON. A browser is served only on pages that are
 * named.
 */
public final class CodecServer implements AutoCloseable {
  private static final int MOST_BYTES = 64 * 1024 * 1024;
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String JSON = "application/json";

  private final HttpServer server;
  private final ExecutorService threads;
  private final PayloadCodec codec;
  private final Set<String> origins;

  private CodecServer(
      HttpServer server, ExecutorService threads, PayloadCodec codec, Set<String> origins) {
    this.server = server;
    this.threads = threads;
    this.codec = codec;
    this.origins = origins;
  }

  /**
   * Starts one.
   *
   * @param origins of the Web UIs that may ask, such as {@code http://127.0.0.1:8233}
   */
  public static CodecServer start(InetSocketAddress address, PayloadKeys keys, Set<String> origins)
      throws IOException {
    HttpServer server = HttpServer.create(address, 0);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    CodecServer codecs =
        new CodecServer(server, threads, new EncryptingCodec(keys), Set.copyOf(origins));
    server.createContext("/", codecs::handle);
    server.setExecutor(threads);
    server.start();
    return codecs;
  }

  public InetSocketAddress address() {
    return server.getAddress();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String origin = exchange.getRequestHeaders().getFirst("Origin");
      if (origin != null && !origins.contains(origin)) {
        answer(exchange, 403, TEXT, "this page may not ask: name its origin with --allow-origin\n");
        return;
      }
      if (origin != null) {
        allow(exchange, origin);
      }
      switch (exchange.getRequestMethod()) {
        case "OPTIONS" -> exchange.sendResponseHeaders(204, -1);
        case "POST" -> convert(exchange);
        default -> answer(exchange, 405, TEXT, "POST /encode or /decode\n");
      }
    }
  }

  private static void allow(HttpExchange exchange, String origin) {
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", origin);
    exchange.getResponseHeaders().set("Access-Control-Allow-Methods", "POST");
    exchange
        .getResponseHeaders()
        .set("Access-Control-Allow-Headers", "Authorization, Content-Type, X-Namespace");
    exchange.getResponseHeaders().set("Vary", "Origin");
  }

  private void convert(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (!path.equals("/encode") && !path.equals("/decode")) {
      answer(exchange, 404, TEXT, "POST /encode or /decode\n");
      return;
    }
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
    try {
      Payloads.Builder payloads = Payloads.newBuilder();
      JsonFormat.parser().merge(new String(body, StandardCharsets.UTF_8), payloads);
      List<io.temporal.api.common.v1.Payload> given = payloads.getPayloadsList();
      Payloads answer =
          Payloads.newBuilder()
              .addAllPayloads(path.equals("/encode") ? codec.encode(given) : codec.decode(given))
              .build();
      answer(exchange, 200, JSON, JsonFormat.printer().print(answer));
    } catch (InvalidProtocolBufferException e) {
      answer(exchange, 400, TEXT, "the body is not {\"payloads\": [...]}\n");
    } catch (PayloadCodecException e) {
      answer(exchange, 400, TEXT, e.getMessage() + "\n");
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
