package io.rdsrestore.sandbox.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;

/**
 * One fault to inject.
 *
 * @param action an API action, {@code DtsCopy} for the copy of a DTS job, or {@code DtsPrecheck}
 *     for a precheck item that is to fail
 * @param when {@code before} (default): nothing has been done; {@code afterCommit}: all has
 * @param effect may be left out for {@code DtsPrecheck}, which knows {@code error} only
 * @param code the error's code; for {@code DtsPrecheck} the item, for example {@code CHECK_ENGINE}
 * @param http its status; default 400
 * @param times how many calls, copies or prechecks it hits; default 1
 * @param ms how long {@code delay} and {@code noAnswer} last, in milliseconds
 */
public record FaultRule(
    @JsonProperty("action") String action,
    @JsonProperty("when") When when,
    @JsonProperty("effect") Effect effect,
    @JsonProperty("code") String code,
    @JsonProperty("http") Integer http,
    @JsonProperty("times") Integer times,
    @JsonProperty("ms") Long ms) {

  /** Stands for the copy of a DTS job, which no action of the API is. */
  public static final String COPY = "DtsCopy";

  /** Stands for the precheck of a DTS job: the item that {@code code} names fails. */
  public static final String PRECHECK = "DtsPrecheck";

  private static final Pattern ITEM = Pattern.compile("CHECK_[A-Z0-9_]{1,60}");

  /** On which side of the commit it happens. */
  public enum When {
    before,
    afterCommit
  }

  /** What the client sees. */
  public enum Effect {
    /** The error body. */
    error,
    /** The connection is closed without an answer. */
    reset,
    /** Nothing at all, then the connection is closed. */
    noAnswer,
    /** A gateway's HTML page. */
    html502,
    /** The right answer, late. */
    delay,
    /** HTTP 200 with {@code Success=false}, as DTS does. */
    successFalse
  }

  public FaultRule {
    boolean isPrecheck = PRECHECK.equals(action);
    effect = effect == null && isPrecheck ? Effect.error : effect;
    if (action == null || effect == null) {
      throw new IllegalArgumentException("a fault needs an action and an effect");
    }
    if (!isPrecheck && !action.equals(COPY) && !ActionSchemas.isKnown(action)) {
      throw new IllegalArgumentException("there is no action " + action);
    }
    boolean needsCode = effect == Effect.error || effect == Effect.successFalse;
    if (needsCode && code == null) {
      throw new IllegalArgumentException("the effect " + effect + " needs a code");
    }
    if (isPrecheck && (effect != Effect.error || !ITEM.matcher(code).matches())) {
      throw new IllegalArgumentException(
          "a fault of " + PRECHECK + " has the code of an item, for example CHECK_ENGINE");
    }
    when = when == null ? When.before : when;
    http = http == null ? 400 : http;
    times = times == null ? 1 : times;
    ms = ms == null ? (effect == Effect.noAnswer ? 600_000 : 1_000) : ms;
    if (times < 1 || ms < 0) {
      throw new IllegalArgumentException("times starts at 1, ms at 0");
    }
  }

  /** An error before anything is done. */
  public static FaultRule error(String action, String code, int http, int times) {
    return new FaultRule(action, When.before, Effect.error, code, http, times, null);
  }

  /** A precheck item fails in the next prechecks, whatever the databases are like. */
  public static FaultRule precheck(String item, int times) {
    return new FaultRule(PRECHECK, When.before, Effect.error, item, null, times, null);
  }

  /** All is done, but the client does not learn of it. */
  public static FaultRule lostAnswer(String action) {
    return new FaultRule(action, When.afterCommit, Effect.reset, null, null, 1, null);
  }
}
