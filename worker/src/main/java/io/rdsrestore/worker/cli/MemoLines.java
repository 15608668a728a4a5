package io.rdsrestore.worker.cli;

import com.google.common.collect.ImmutableMap;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What Temporal keeps for people while no worker runs, in the words that a status has. */
final class MemoLines {
  /** In the order of a status; what is not here comes last. */
  private static final ImmutableMap<String, String> WORDS =
      ImmutableMap.<String, String>builder()
          .put("restoreId", "restore")
          .put("phase", "phase")
          .put("phaseSince", "in it since")
          .put("waitingFor", "waits for")
          .put("waitingSince", "waits since")
          .put("cloneId", "clone")
          .put("cloneSince", "clone since")
          .put("perHour", "clone an hour")
          .put("dtsJobId", "DTS task")
          .put("account", "account")
          .put("whitelistGroup", "group")
          .put("keptUntil", "kept until")
          .put("undoUntil", "undo until")
          .buildOrThrow();

  private MemoLines() {}

  static List<String> of(Map<String, String> memo) {
    List<String> order = List.copyOf(WORDS.keySet());
    return memo.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, String>>comparingInt(
                    entry -> order.contains(entry.getKey()) ? order.indexOf(entry.getKey()) : 99)
                .thenComparing(Map.Entry::getKey))
        .map(
            entry ->
                "  %-14s %s"
                    .formatted(
                        WORDS.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue()))
        .toList();
  }
}
