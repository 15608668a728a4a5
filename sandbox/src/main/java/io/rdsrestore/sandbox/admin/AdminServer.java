package io.rdsrestore.sandbox.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.rdsrestore.sandbox.billing.Ledger;
import io.rdsrestore.sandbox.billing.LedgerEntry;
import io.rdsrestore.sandbox.http.CallLog;
import io.rdsrestore.sandbox.http.CallRecord;
import io.rdsrestore.sandbox.http.Faults;
import io.rdsrestore.sandbox.rds.InstanceCondition;
import io.rdsrestore.sandbox.settings.ForeignJob;
import io.rdsrestore.sandbox.settings.SandboxVariants;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** {@code /sandbox/...}: unsigned, loopback only, as the whole server is. */
public final class AdminServer implements HttpHandler {
  private static final String INSTANCES = "/sandbox/instances/";

  private final ObjectMapper json = new ObjectMapper();
  private final Faults faults;
  private final SandboxVariants variants;
  private final Ledger ledger;
  private final CallLog calls;
  private final Consumer<ForeignJob> foreignJobs;
  private final InstancesAdmin instances;

  public AdminServer(
      Faults faults,
      SandboxVariants variants,
      Ledger ledger,
      CallLog calls,
      Function<String, Optional<InstanceCondition>> conditions,
      Consumer<ForeignJob> foreignJobs) {
    this.faults = faults;
    this.variants = variants;
    this.ledger = ledger;
    this.calls = calls;
    this.foreignJobs = foreignJobs;
    instances = new InstancesAdmin(json, conditions);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      String route = exchange.getRequestMethod() + " " + path;
      try {
        if (path.startsWith(INSTANCES)) {
          handleInstance(exchange, path.substring(INSTANCES.length()), new String(body, UTF_8));
        } else {
          handle(exchange, route, new String(body, UTF_8));
        }
      } catch (JsonProcessingException e) {
        send(exchange, 400, Map.of("error", e.getOriginalMessage()));
      } catch (IllegalArgumentException e) {
        send(exchange, 400, Map.of("error", e.getMessage()));
      }
    }
  }

  private void handle(HttpExchange exchange, String route, String body) throws IOException {
    switch (route) {
      case "GET /sandbox/ledger" ->
          send(exchange, 200, ledger.entries().stream().map(AdminServer::view).toList());
      case "GET /sandbox/calls" -> send(exchange, 200, callsView());
      case "GET /sandbox/faults" -> send(exchange, 200, faults.pending());
      case "POST /sandbox/faults" -> {
        FaultsJson.parse(body).forEach(faults::add);
        send(exchange, 200, faults.pending());
      }
      case "DELETE /sandbox/faults" -> {
        faults.clear();
        send(exchange, 200, List.of());
      }
      case "GET /sandbox/variants" -> send(exchange, 200, variants.all());
      case "POST /sandbox/variants" -> {
        variants.set(json.readValue(body, new TypeReference<Map<String, Object>>() {}));
        send(exchange, 200, variants.all());
      }
      case "DELETE /sandbox/variants" -> {
        variants.reset();
        send(exchange, 200, variants.all());
      }
      case "POST /sandbox/jobs" -> {
        ForeignJob job = json.readValue(body, ForeignJob.class);
        foreignJobs.accept(job);
        send(exchange, 200, job);
      }
      default -> send(exchange, 404, Map.of("error", "there is no " + route));
    }
  }

  private void handleInstance(HttpExchange exchange, String id, String body) throws IOException {
    Optional<Map<String, Object>> view =
        switch (exchange.getRequestMethod()) {
          case "GET" -> instances.show(id);
          case "POST" -> instances.change(id, body);
          default -> Optional.empty();
        };
    if (view.isEmpty()) {
      send(exchange, 404, Map.of("error", "there is no instance " + id));
    } else {
      send(exchange, 200, view.get());
    }
  }

  private Map<String, Object> callsView() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("counts", calls.counts());
    view.put("calls", calls.latest().stream().map(AdminServer::view).toList());
    return view;
  }

  private static Map<String, Object> view(LedgerEntry entry) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("kind", entry.kind());
    view.put("id", entry.id());
    view.put("boughtAt", entry.boughtAt().toString());
    view.put("releasedAt", entry.releasedAt() == null ? null : entry.releasedAt().toString());
    view.put("restoreId", entry.restoreId());
    return view;
  }

  private static Map<String, Object> view(CallRecord call) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("at", call.at().toString());
    view.put("action", call.action());
    view.put("code", call.code());
    view.put("inQuery", call.inQuery());
    view.put("inBody", call.inBody());
    return view;
  }

  private void send(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = json.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
