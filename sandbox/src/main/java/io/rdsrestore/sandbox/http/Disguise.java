package io.rdsrestore.sandbox.http;

import io.rdsrestore.sandbox.http.FaultRule.Effect;
import io.rdsrestore.sandbox.http.Looks.Kind;
import io.rdsrestore.sandbox.http.Looks.Look;
import io.rdsrestore.sandbox.http.Looks.Maker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lets looks lie for a moment, as a cloud does whose answers come from more than one place: a fresh
 * thing is not there yet ({@code hide}), a state is shown that is not so ({@code flap}).
 */
public final class Disguise {
  private static final String NOT_FOUND = "NotFound";

  /**
   * A thing that is not shown.
   *
   * @param action the only look that is affected, or null for all
   */
  private record Hidden(String action, Instant until) {}

  private final Faults faults;
  private final InstantSource clock;
  private final Map<String, List<Hidden>> hidden = new HashMap<>();
  private final Map<String, String> flapping = new HashMap<>();

  public Disguise(Faults faults, InstantSource clock) {
    this.faults = faults;
    this.clock = clock;
  }

  /** The same actions, with what the faults ask for. */
  public Map<String, ActionHandler> over(Map<String, ActionHandler> actions) {
    Map<String, ActionHandler> disguised = new TreeMap<>(actions);
    disguised.replaceAll((action, handler) -> call -> disguise(call, handler.handle(call)));
    return disguised;
  }

  private synchronized Map<String, Object> disguise(ApiCall call, Map<String, Object> body) {
    Maker maker = Looks.maker(call.action());
    if (maker != null) {
      remember(call, maker, body);
    }
    Look look = Looks.look(call.action());
    return look == null ? body : show(call, look, body);
  }

  private void remember(ApiCall call, Maker maker, Map<String, Object> body) {
    String[] parts =
        maker.parameters().stream()
            .map(name -> String.valueOf(body.getOrDefault(name, call.text(name))))
            .toArray(String[]::new);
    String name = Looks.name(maker.kind(), parts);
    faults
        .takeMatching(rule -> rule.effect() == Effect.hide && hides(rule.action(), call, maker))
        .ifPresent(rule -> hide(name, rule));
    faults
        .takeMatching(rule -> rule.effect() == Effect.flap && rule.action().equals(call.action()))
        .ifPresent(rule -> flapping.put(name, stateOf(rule, maker.kind())));
  }

  /** A look that hides what is fresh is asked for before there is anything to hide. */
  private static boolean hides(String action, ApiCall call, Maker maker) {
    Look look = Looks.look(action);
    return look == null
        ? action.equals(call.action())
        : look.kind() == maker.kind() && maker.isFresh(call);
  }

  private void hide(String name, FaultRule rule) {
    String only = Looks.shows(rule.action()) ? rule.action() : null;
    hidden
        .computeIfAbsent(name, unused -> new ArrayList<>())
        .add(new Hidden(only, clock.instant().plusMillis(rule.ms())));
  }

  private static String stateOf(FaultRule rule, Kind kind) {
    if (rule.code() == null) {
      return kind.failed();
    }
    return rule.code().contains(NOT_FOUND) ? NOT_FOUND : rule.code();
  }

  private Map<String, Object> show(ApiCall call, Look look, Map<String, Object> body) {
    String all =
        faults
            .takeMatching(
                rule -> rule.effect() == Effect.flap && rule.action().equals(call.action()))
            .map(rule -> stateOf(rule, look.kind()))
            .orElse(null);
    if (look.path().isEmpty()) {
      Map<String, Object> copy = new LinkedHashMap<>(body);
      return showOne(call, look, copy, all) ? copy : notFound(look);
    }
    List<Map<String, Object>> items = new ArrayList<>();
    int absent = 0;
    for (Map<String, Object> item : Bodies.list(body, look.path())) {
      Map<String, Object> copy = new LinkedHashMap<>(item);
      if (showOne(call, look, copy, all)) {
        items.add(copy);
      } else {
        absent++;
      }
    }
    if (absent > 0 && look.notFound() != null) {
      return notFound(look);
    }
    return Bodies.with(body, look.path(), items, absent);
  }

  private static Map<String, Object> notFound(Look look) {
    throw look.notFound();
  }

  /** Whether the thing is to be seen at all; changes its state if it flaps. */
  private boolean showOne(ApiCall call, Look look, Map<String, Object> item, String stateOfAll) {
    String id = String.valueOf(item.get(look.id()));
    String name =
        look.within() == null
            ? Looks.name(look.kind(), id)
            : Looks.name(look.kind(), call.text(look.within(), ""), id);
    if (isHidden(name, call.action())) {
      return false;
    }
    String own = flapping.remove(name);
    String state = stateOfAll == null ? own : stateOfAll;
    if (state == null) {
      return true;
    }
    if (state.equals(NOT_FOUND)) {
      return false;
    }
    boolean prechecking = "Prechecking".equals(item.get(look.state()));
    item.put(
        look.state(), prechecking && state.equals(Kind.JOB.failed()) ? "PrecheckFailed" : state);
    return true;
  }

  private boolean isHidden(String name, String action) {
    Instant now = clock.instant();
    List<Hidden> veils = hidden.getOrDefault(name, List.of());
    return veils.stream()
        .anyMatch(
            veil ->
                now.isBefore(veil.until())
                    && (veil.action() == null || veil.action().equals(action)));
  }
}
