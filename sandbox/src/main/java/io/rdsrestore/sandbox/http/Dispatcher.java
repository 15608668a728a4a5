package io.rdsrestore.sandbox.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a raw request to an answer: signature, parameters, faults, the action itself. */
public final class Dispatcher implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final Set<String> METHODS = Set.of("GET", "POST");

  private final RequestVerifier verifier;
  private final ActionSchemas schemas = new ActionSchemas();
  private final Map<Product, Map<String, ActionHandler>> handlers;
  private final Faults faults;
  private final CallLog calls;
  private final InstantSource clock;
  private final Pause pause = new Pause();

  public Dispatcher(
      RequestVerifier verifier,
      Map<Product, Map<String, ActionHandler>> handlers,
      Faults faults,
      CallLog calls,
      InstantSource clock) {
    this.verifier = verifier;
    this.handlers = handlers;
    this.faults = faults;
    this.calls = calls;
    this.clock = clock;
  }

  Answer dispatch(WireRequest request) {
    String requestId = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    Map<String, String> parameters = new TreeMap<>(request.parameters());
    String action = common(request, parameters, "Action", "x-acs-action");
    Answer answer;
    try {
      answer = answer(request, action, parameters, requestId);
    } catch (ApiException e) {
      answer = error(requestId, request, e);
    } catch (RuntimeException e) {
      // A defect of the sandbox must look like one of the cloud, not like a lost connection.
      log.error("{} failed", action, e);
      answer = error(requestId, request, new ApiException(500, "InternalError", internal(e)));
    }
    remember(request, action == null ? "(none)" : action, answer);
    return answer;
  }

  void hold(Duration time) {
    pause.hold(time);
  }

  @Override
  public void close() {
    pause.close();
  }

  private Answer answer(
      WireRequest request, String action, Map<String, String> parameters, String requestId) {
    if (!METHODS.contains(request.method())) {
      throw new ApiException(
          403, "UnsupportedHTTPMethod", "This http method is not supported: " + request.method());
    }
    verifier.verify(request);
    if (action == null) {
      throw ApiException.missing("Action");
    }
    String version = common(request, parameters, "Version", "x-acs-version");
    if (version == null) {
      throw ApiException.missing("Version");
    }
    Product product =
        Product.ofVersion(version)
            .orElseThrow(() -> ApiException.invalid("Version", version + " is unknown."));
    ApiCall call = new ApiCall(product, action, Map.copyOf(parameters));
    ActionHandler handler = handlers.get(product).get(action);
    Optional<ActionSchema> schema = schemas.find(product, action);
    if (handler == null || schema.isEmpty()) {
      throw new ApiException(
          403, "InvalidAction", "Specified action is not valid, or not part of the sandbox.");
    }
    schema.get().check(call);

    Optional<FaultRule> chance = faults.draw(action);
    chance.filter(rule -> FaultRule.Effect.OF_LOOKS.contains(rule.effect())).ifPresent(faults::add);
    Optional<FaultRule> before = take(action, FaultRule.When.before, chance);
    if (before.isPresent() && before.get().effect() != FaultRule.Effect.delay) {
      return fault(before.get(), requestId, request);
    }
    before.ifPresent(rule -> hold(Duration.ofMillis(rule.ms())));
    Map<String, Object> body = JsonBody.of("RequestId", requestId);
    body.putAll(handler.handle(call));
    Optional<FaultRule> after = take(action, FaultRule.When.afterCommit, chance);
    Answer right = new Answer.Json(200, body, outcome(body));
    if (after.isEmpty()) {
      return right;
    }
    Duration time = Duration.ofMillis(after.get().ms());
    return switch (after.get().effect()) {
      case delay -> {
        hold(time);
        yield right;
      }
      case trickle -> new Answer.Slow(right, time);
      default -> fault(after.get(), requestId, request);
    };
  }

  /** What was asked for comes before what chance has. */
  private Optional<FaultRule> take(String action, FaultRule.When when, Optional<FaultRule> chance) {
    return faults
        .take(action, when)
        .or(
            () ->
                chance.filter(
                    rule ->
                        rule.when() == when && !FaultRule.Effect.OF_LOOKS.contains(rule.effect())));
  }

  private static Answer fault(FaultRule rule, String requestId, WireRequest request) {
    String outcome = "fault:" + rule.effect();
    return switch (rule.effect()) {
      case error ->
          error(requestId, request, new ApiException(rule.http(), rule.code(), "Injected fault."));
      case successFalse -> {
        Map<String, Object> body = JsonBody.of("RequestId", requestId);
        body.putAll(SuccessFalse.body(new ApiException(rule.http(), rule.code(), "Injected.")));
        yield new Answer.Json(200, body, rule.code());
      }
      case html502 ->
          new Answer.Html(
              502, "<html><head><title>502 Bad Gateway</title></head><body>502</body></html>");
      case reset -> new Answer.Nothing(Duration.ZERO, outcome);
      case noAnswer -> new Answer.Nothing(Duration.ofMillis(rule.ms()), outcome);
      case delay, trickle, hide, flap, serverDown, deadlock, lockWait, diskFull ->
          throw new IllegalArgumentException(rule.effect() + " is not an answer");
    };
  }

  private static Answer.Json error(String requestId, WireRequest request, ApiException e) {
    Map<String, Object> body =
        JsonBody.of(
            "RequestId",
            requestId,
            "HostId",
            request.header("host"),
            "Code",
            e.code(),
            "Message",
            e.getMessage(),
            "Recommend",
            "");
    return new Answer.Json(e.http(), body, e.code());
  }

  private static String outcome(Map<String, Object> body) {
    Object success = body.get("Success");
    boolean failed = success != null && success.toString().equals("false");
    return failed ? String.valueOf(body.get("ErrCode")) : "OK";
  }

  private static String internal(RuntimeException e) {
    return "The request processing has failed due to some unknown error: "
        + e.getClass().getSimpleName();
  }

  /** A common parameter, which newer clients send as a header only. */
  private static String common(
      WireRequest request, Map<String, String> parameters, String name, String header) {
    String value = request.header("authorization") == null ? null : request.header(header);
    return value == null ? parameters.get(name) : value;
  }

  private void remember(WireRequest request, String action, Answer answer) {
    List<String> inQuery = new ArrayList<>(request.query().keySet());
    List<String> inBody = new ArrayList<>(request.parameters().keySet());
    inBody.removeAll(inQuery);
    calls.add(new CallRecord(clock.instant(), action, answer.outcome(), inQuery, inBody));
    if (log.isDebugEnabled()) {
      log.debug("{} {}", action, answer.outcome());
    }
  }
}
