package io.rdsrestore.sandbox.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One fault to inject.
 *
 * @param action an API action, {@code DtsCopy} for the copy of a DTS job, or {@code DtsPrecheck}
 *     for a precheck item that is to fail
 * @param when {@code before} (default): nothing has been done; {@code afterCommit}: all has. An
 *     effect that needs an answer ({@code hide}, {@code flap}, {@code trickle}) comes after it
 * @param effect may be left out for {@code DtsPrecheck}, which knows {@code error} only
 * @param code the error's code; the state that {@code flap} shows, or {@code NotFound}, by default
 *     a failed one; for {@code DtsPrecheck} the item, for example {@code CHECK_ENGINE}
 * @param http its status; default 400
 * @param times how many calls, copies, prechecks or made things it hits; default 1
 * @param ms how long {@code delay}, {@code noAnswer}, {@code trickle}, {@code hide}, {@code
 *     serverDown} and {@code lockWait} last, in milliseconds
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

  /** What the client sees, or what happens to the databases of a copy. */
  public enum Effect {
    /** The error body. */
    error(1_000),
    /** The connection is closed without an answer. */
    reset(1_000),
    /** Nothing at all, then the connection is closed. */
    noAnswer(600_000),
    /** A gateway's HTML page. */
    html502(1_000),
    /** The right answer, late. */
    delay(1_000),
    /** HTTP 200 with {@code Success=false}, as DTS does. */
    successFalse(1_000),
    /** The right answer, byte by byte. */
    trickle(2_000),
    /** What the action makes is absent from lists, and not found if it is asked for. */
    hide(30_000),
    /** What the action makes, or shows, has another state at one look. */
    flap(1_000),
    /** The database server of the primary dies in the middle of a copy, and comes back. */
    serverDown(2_000),
    /** The copy is the victim of a deadlock. */
    deadlock(1_000),
    /** Another session holds a lock on the table that is copied. */
    lockWait(3_000),
    /** The disk of the primary is full. */
    diskFull(1_000);

    /** What happens to databases: for {@link FaultRule#COPY} only. */
    public static final Set<Effect> OF_DATABASES =
        EnumSet.of(serverDown, deadlock, lockWait, diskFull);

    static final Set<Effect> OF_LOOKS = EnumSet.of(hide, flap);

    private final long usualMs;

    Effect(long usualMs) {
      this.usualMs = usualMs;
    }

    boolean needsAnAnswer() {
      return this == trickle || OF_LOOKS.contains(this);
    }
  }

  public FaultRule {
    boolean isPrecheck = PRECHECK.equals(action);
    effect = effect == null && isPrecheck ? Effect.error : effect;
    if (action == null || effect == null) {
      throw new IllegalArgumentException("a fault needs an action and an effect");
    }
    checkAction(action, effect);
    boolean needsCode = effect == Effect.error || effect == Effect.successFalse;
    if (needsCode && (code == null || code.isBlank())) {
      throw new IllegalArgumentException("the effect " + effect + " needs a code");
    }
    if (isPrecheck && !ITEM.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "a fault of " + PRECHECK + " has the code of an item, for example CHECK_ENGINE");
    }
    when = effect.needsAnAnswer() ? When.afterCommit : when == null ? When.before : when;
    http = http == null ? 400 : http;
    times = times == null ? 1 : times;
    ms = ms == null ? effect.usualMs : ms;
    if (times < 1 || ms < 0) {
      throw new IllegalArgumentException("times starts at 1, ms at 0");
    }
    if (http < 200 || http > 599) {
      throw new IllegalArgumentException("http is a status from 200 to 599");
    }
  }

  private static void checkAction(String action, Effect effect) {
    boolean known =
        switch (action) {
          case COPY -> effect == Effect.error || Effect.OF_DATABASES.contains(effect);
          case PRECHECK -> effect == Effect.error;
          default -> {
            if (!ActionSchemas.isKnown(action)) {
              throw new IllegalArgumentException("there is no action " + action);
            }
            yield !Effect.OF_DATABASES.contains(effect)
                && (!Effect.OF_LOOKS.contains(effect) || Looks.isKnown(action));
          }
        };
    if (!known) {
      throw new IllegalArgumentException(
          "the effect %s is not for %s%s"
              .formatted(
                  effect,
                  action,
                  Effect.OF_LOOKS.contains(effect) ? ", but for " + Looks.actions() : ""));
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

  /** What the action makes, or shows, has this state at one look; null for a failed one. */
  public static FaultRule flap(String action, String state) {
    return new FaultRule(action, When.afterCommit, Effect.flap, state, null, 1, null);
  }
}
