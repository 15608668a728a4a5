package io.rdsrestore.worker.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Temporal keeps for people while no worker runs, in the words that a status has. */
final class MemoLines {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("restoreId", "restore"),
          Map.entry("phaseSince", "in it since"),
          Map.entry("waitingFor", "waits for"),
          Map.entry("waitingSince", "waits since"),
          Map.entry("cloneId", "clone"),
          Map.entry("cloneSince", "clone since"),
          Map.entry("perHour", "clone an hour"),
          Map.entry("dtsJobId", "DTS task"),
          Map.entry("whitelistGroup", "group"),
          Map.entry("keptUntil", "kept until"),
          Map.entry("undoUntil", "undo until"));

  private MemoLines() {}

  static List<String> of(Map<String, String> memo) {
    List<String> lines = new ArrayList<>();
    memo.forEach(
        (key, value) -> lines.add("  %-14s %s".formatted(WORDS.getOrDefault(key, key), value)));
    return lines;
  }
}
