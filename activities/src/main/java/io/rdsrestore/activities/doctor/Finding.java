package io.rdsrestore.activities.doctor;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What was found about one thing that a worker needs.
 *
 * @param name of the thing; of a permission its RAM action, for example {@code rds:DescribePrice}
 * @param state whether it is there
 * @param text what was found, in a sentence, and what to do where something is missing
 */
public record Finding(String name, State state, String text) {
  /** Whether it is there. */
  public enum State {
    @JsonProperty("ok")
    OK,
    @JsonProperty("missing")
    MISSING,
    /** Nothing tells without doing it. */
    @JsonProperty("notCheckable")
    NOT_CHECKABLE
  }

  /** It is there. */
  public static Finding ok(String name, String text) {
    return new Finding(name, State.OK, text);
  }

  /** It is not. */
  public static Finding missing(String name, String text) {
    return new Finding(name, State.MISSING, text);
  }

  /** Nobody can tell by looking. */
  public static Finding notCheckable(String name, String text) {
    return new Finding(name, State.NOT_CHECKABLE, text);
  }
}
