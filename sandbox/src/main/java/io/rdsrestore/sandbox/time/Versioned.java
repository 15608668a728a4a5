package io.rdsrestore.sandbox.time;

import java.time.Instant;
import java.util.TreeMap;

/**
 * A value and all that it has been: what a restore to an instant finds.
 *
 * @param <T> an immutable value
 */
public final class Versioned<T> {
  private final TreeMap<Instant, T> versions = new TreeMap<>();

  public Versioned(T initial) {
    versions.put(Instant.MIN, initial);
  }

  public T latest() {
    return versions.lastEntry().getValue();
  }

  /** As of the end of the second of {@code instant}: a restore includes every commit of it. */
  public T at(Instant instant) {
    return versions.lowerEntry(Instant.ofEpochSecond(instant.getEpochSecond() + 1)).getValue();
  }

  public void set(Instant since, T value) {
    versions.put(since, value);
  }
}
