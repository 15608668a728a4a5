package io.rdsrestore.sandbox.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts all calls by action, and remembers the latest ones. */
public final class CallLog {
  private static final int REMEMBERED = 20_000;

  private final Map<String, Long> counts = new TreeMap<>();
  private final Deque<CallRecord> latest = new ArrayDeque<>();

  synchronized void add(CallRecord call) {
    counts.merge(call.action(), 1L, Long::sum);
    latest.add(call);
    if (latest.size() > REMEMBERED) {
      latest.removeFirst();
    }
  }

  public synchronized Map<String, Long> counts() {
    return new TreeMap<>(counts);
  }

  /** How often an action was called, whatever the outcome. */
  public synchronized long count(String action) {
    return counts.getOrDefault(action, 0L);
  }

  /** The latest calls, oldest first. */
  public synchronized List<CallRecord> latest() {
    return List.copyOf(latest);
  }
}
