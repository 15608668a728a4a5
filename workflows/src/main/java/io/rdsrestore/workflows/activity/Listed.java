package io.rdsrestore.workflows.activity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * The first few of what was found, and how many there are: a server may have any number of objects,
 * a message has not the room for them.
 *
 * @param first at most {@link #MAX}
 * @param total how many there are; as many as in {@code first} or more
 * @param notChecked why nothing is known about it; null if it was looked at
 */
public record Listed<T>(List<T> first, int total, String notChecked) {
  /** How many are named one by one. */
  public static final int MAX = 20;

  /** All that was found, cut to what is named. */
  public static <T> Listed<T> of(List<T> all) {
    return new Listed<>(List.copyOf(all.subList(0, Math.min(MAX, all.size()))), all.size(), null);
  }

  /** The same with fewer named, where many lists share the room of one. */
  public Listed<T> atMost(int named) {
    return new Listed<>(
        List.copyOf(first.subList(0, Math.min(named, first.size()))), total, notChecked);
  }

  public static <T> Listed<T> none() {
    return of(List.of());
  }

  /** Nothing is known about it, for example because a right is missing. */
  public static <T> Listed<T> notChecked(String because) {
    return new Listed<>(List.of(), 0, because);
  }

  @JsonIgnore
  public boolean isKnown() {
    return notChecked == null;
  }

  @JsonIgnore
  public boolean isEmpty() {
    return total == 0;
  }
}
